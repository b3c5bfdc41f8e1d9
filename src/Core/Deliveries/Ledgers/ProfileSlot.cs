using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Figures;
using Produktreport.Core.German;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>What value columns of a profile with the same figure, period and Art add up to.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Period">The period; null where each row names it.</param>
/// <param name="Scenario">Ist, Plan or Prognose.</param>
/// <param name="Factors">The distinct factors of the columns.</param>
internal sealed record ProfileSlot(FigureId Figure, Period? Period, Scenario Scenario, IReadOnlyList<decimal> Factors)
{
    /// <summary>Whether they count from January on.</summary>
    public bool IsCumulative { get; init; }

    /// <summary>How factors, rows and columns become the value, in German; null where one cell is taken as it is.</summary>
    public string? RuleOf(SlotSum sum)
    {
        var factor = Factors is [var only] ? new Factor(only).Rule : "mit den Faktoren des Importprofils";
        var cells = CellsOf(sum);
        return cells is null ? factor : factor is null ? cells : $"{cells}, {factor}";
    }

    private static string? CellsOf(SlotSum sum)
    {
        var columns = sum.Columns.Count > 1
            ? $"Spalten {GermanFormat.Enumerate([.. sum.Columns.Select(ColumnLetters.Of)])}"
            : null;
        return (sum.Lines.Count > 1, columns) switch
        {
            (false, null) => null,
            (false, _) => $"{CellReference.SumOf}{columns}",
            (true, null) => $"{CellReference.SumOf}{sum.Lines}",
            _ => $"{CellReference.SumOf}{sum.Lines}, {columns}",
        };
    }
}

/// <summary>One value column of a profile, found in the file.</summary>
/// <param name="Column">The column as the profile has it.</param>
/// <param name="Slot">Which slot it adds to.</param>
/// <param name="Number">Which numeric column it is.</param>
/// <param name="Factor">What its cells are multiplied with.</param>
/// <param name="When">Which rows count; null = all.</param>
internal sealed record ProfileSource(ProfileValue Column, int Slot, int Number, Factor Factor, RowTest? When)
{
    /// <summary>Its place among all of the profile, from 0.</summary>
    public int Index { get; init; }
}

/// <summary>What one slot adds up to for one product (service, period).</summary>
/// <param name="maximumRanges">How many ranges of its lines are kept.</param>
internal sealed class SlotSum(int maximumRanges)
{
    private RunningSum sum;
    private double largest = -1;
    private bool isUnknown;

    /// <summary>The rows that go in.</summary>
    public LineSet Lines { get; } = new(maximumRanges);

    /// <summary>The columns that went in, from 0.</summary>
    public SortedSet<int> Columns { get; } = [];

    /// <summary>The cell with the largest amount, whatever its sign: where one looks first.</summary>
    public CellPlace Place { get; private set; }

    /// <summary>The raw text of that cell.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Adds the cells of a column.</summary>
    public void Add(in ColumnSum added, Factor factor, int column)
    {
        Columns.Add(column);
        isUnknown |= added.IsUnknown;
        sum.Add(added.Sum, factor);
        if (added.Largest < largest || (added.Largest == largest && added.LargestLine >= Place.Line))
            return;
        largest = added.Largest;
        (Place, Text) = (new CellPlace(added.LargestLine, column), added.Text);
    }

    /// <summary>The sum under a decimal mark; null where a part of it is unknown.</summary>
    public decimal? With(char? decimalMark) => isUnknown ? null : sum.With(decimalMark);
}

/// <summary>The rows of one product (service, period): what its slots are and have summed up.</summary>
/// <param name="Figures">The figure of each slot; null where its rows are left out or faulty.</param>
/// <param name="Periods">The period of each slot.</param>
/// <param name="IsSkipped">Whether the rows are left out on purpose: an unknown product under <c>hinweis</c>.</param>
internal sealed record ProfileGroup(FigureKey?[] Figures, Period[] Periods, bool IsSkipped)
{
    /// <summary>The product's number as the file writes it.</summary>
    public required string Product { get; init; }

    /// <summary>The period its rows name; empty where they name none.</summary>
    public required string Period { get; init; }

    /// <summary>Where its first row names the product.</summary>
    public required CellPlace Place { get; init; }

    /// <summary>
    /// The rows of all periods, in which slots with a period of their own are summed up; null where there are no such slots, or
    /// rows name no period.
    /// </summary>
    public ProfileGroup? Whole { get; init; }

    /// <summary>Whether it is such a whole: only slots with a period of their own are filled.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The sums, slot by slot; null while nothing was added.</summary>
    public SlotSum?[] Sums { get; } = new SlotSum?[Figures.Length];

    /// <summary>Its rows, those apart in which other value columns count.</summary>
    public List<TakenRows> Taken { get; } = [];

    /// <summary>How many rows it has.</summary>
    public int RowCount => Segments.Sum(segment => segment.RowCount);

    /// <summary>What its rows add up to, column by column, whatever the slots take of them.</summary>
    public IEnumerable<SegmentSums> Segments => Taken.SelectMany(taken => taken.Segments);

    /// <summary>What a column adds up to.</summary>
    public decimal SumOf(int number, char? decimalMark) =>
        Segments.Sum(segment => segment.Columns[number].Sum.With(decimalMark));

    /// <summary>The rows in which the value columns of a plan count.</summary>
    public TakenRows TakenBy(RowPlan plan)
    {
        if (Taken.Find(taken => taken.Plan == plan) is not { } taken)
            Taken.Add(taken = new TakenRows(this, plan));
        return taken;
    }

    /// <summary>Whether a slot is filled here, and not in the group of the other kind.</summary>
    public bool Fills(ProfileSlot slot, int index) =>
        Figures[index] is not null && (IsWhole ? slot.Period is not null : Whole is null || slot.Period is null);
}
