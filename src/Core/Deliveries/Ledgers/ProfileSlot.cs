using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Messages;
using Produktreport.Core.Deliveries.Numbers;
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
            ? $"Spalten {GermanFormat.Enumerate([.. sum.Columns.Order().Select(ColumnLetters.Of)])}"
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
internal sealed record ProfileSource(ProfileValue Column, int Slot, int Number, Factor Factor, RowTest? When);

/// <summary>The running value of one slot for one product (service, period).</summary>
/// <param name="maximumRanges">How many ranges of its lines are kept.</param>
internal sealed class SlotSum(int maximumRanges)
{
    private static readonly double[] Powers = [.. Enumerable.Range(0, 29).Select(scale => Math.Pow(10, -scale))];

    private RunningSum sum;
    private double largest = -1;
    private char[] text = new char[16];
    private int length;
    private int column = -1;

    /// <summary>The rows that went in.</summary>
    public LineSet Lines { get; } = new(maximumRanges);

    /// <summary>The columns that went in, from 0.</summary>
    public List<int> Columns { get; } = new(1);

    /// <summary>The cell with the largest amount, whatever its sign: where one looks first.</summary>
    public CellPlace Place { get; private set; }

    /// <summary>The raw text of that cell.</summary>
    public ReadOnlySpan<char> Text => text.AsSpan(0, length);

    /// <summary>The first row whose cell says unknown; 0 where none does. Then the sum is unknown.</summary>
    public int UnknownLine { get; private set; }

    /// <summary>Adds a cell.</summary>
    public void Add(in CellValue cell, Factor factor, CellPlace place, ReadOnlySpan<char> raw)
    {
        Lines.Add(place.Line);
        if (place.Column != column)
            AddColumn(place.Column);
        if (SizeOf(cell) is var size && size > largest)
            Keep(size, place, raw);
        if (cell.Mark == CellMark.Unknown && UnknownLine == 0)
            UnknownLine = place.Line;
        sum.Add(cell, factor);
    }

    /// <summary>The sum under a decimal mark; null where a part of it is unknown.</summary>
    public decimal? With(char? decimalMark) => UnknownLine > 0 ? null : sum.With(decimalMark);

    private void AddColumn(int added)
    {
        column = added;
        if (!Columns.Contains(added))
            Columns.Add(added);
    }

    private void Keep(double size, CellPlace place, ReadOnlySpan<char> raw)
    {
        (largest, Place, length) = (size, place, raw.Length);
        if (text.Length < length)
            text = new char[length];
        raw.CopyTo(text);
    }

    /// <summary>The amount of a cell, as exactly as comparing needs it.</summary>
    private static double SizeOf(in CellValue cell) =>
        cell.Mark != CellMark.None ? 0
        : cell.Reading.IsShort ? Math.Abs((double)cell.Reading.SignedDigits) * Powers[Math.Max(0, (int)cell.Reading.Scale)]
        : (double)Math.Abs(cell.Value ?? 0);
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

    /// <summary>The sums of its rows, column by column, whatever the slots take of them.</summary>
    public SegmentedSums Rows { get; } = new();

    /// <summary>Whether a slot is filled here, and not in the group of the other kind.</summary>
    public bool Fills(ProfileSlot slot, int index) =>
        Figures[index] is not null && (IsWhole ? slot.Period is not null : Whole is null || slot.Period is null);
}
