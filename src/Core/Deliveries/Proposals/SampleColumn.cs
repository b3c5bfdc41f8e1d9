using Produktreport.Core.Deliveries.Keys;

namespace Produktreport.Core.Deliveries.Proposals;

/// <summary>What a column of a <see cref="SampleTable"/> holds.</summary>
/// <param name="index">Which, from 0.</param>
/// <param name="name">What a profile calls it: its header, <c>Name (2)</c>, or its letters.</param>
/// <param name="header">All that stands above its values, from the top down.</param>
/// <param name="rows">The rows with values.</param>
internal sealed class SampleColumn(int index, string name, string header, IReadOnlyList<SampleRow> rows)
{
    private const double Nearly = 0.8;
    private const int FewTexts = 30;
    private readonly List<SampleCell> cells = [.. rows.Select(row => row[index]).Where(cell => !cell.IsBlank)];

    /// <summary>Which column, from 0.</summary>
    public int Index => index;

    /// <summary>What a profile calls it.</summary>
    public string Name => name;

    /// <summary>All that stands above its values.</summary>
    public string Header => header;

    /// <summary>The cells that are not blank.</summary>
    public IReadOnlyList<SampleCell> Cells => cells;

    /// <summary>Whether its cells are amounts: numbers that are neither keys nor years.</summary>
    public bool IsAmount =>
        Share(cell => cell.IsNumeric) >= Nearly && !IsKeyed && cells.Exists(cell => cell.Number.IsNumber) && !IsYears
        && !IsNumbering;

    /// <summary>Whether all its cells are years.</summary>
    public bool IsYears => cells.Count > 0 && cells.TrueForAll(cell => cell.IsYear);

    /// <summary>Whether its cells number the lines of a form: few digits, ever more.</summary>
    public bool IsNumbering =>
        cells.Count > 1 && (!BudgetWords.IsAmount(header) || cells[0].Text is ['0', _, ..])
            && cells.TrueForAll(cell => cell.Text.Length <= 3 && cell.Text.All(char.IsAsciiDigit))
        && cells.Zip(cells.Skip(1)).All(pair => pair.First.Amount(',') < pair.Second.Amount(','));

    /// <summary>Whether its cells can be numbers of products or accounts.</summary>
    public bool IsKey => Share(cell => cell.IsKey) >= Nearly && !IsYears && !BudgetWords.IsAmount(header);

    /// <summary>Whether more of its cells than not can be such numbers: notes stand among them.</summary>
    public bool HoldsKeys => Share(cell => cell.IsKey) > 0.5 && !IsYears;

    /// <summary>Whether its cells are whole numbers of one length, under a header that speaks of no amounts.</summary>
    public bool HoldsOnlyKeys => !BudgetWords.IsAmount(header) && Share(cell => cell.IsKey) >= 1 && Lengths() == 1
        && cells[0].Text.Length > 2;

    /// <summary>Whether its cells are words.</summary>
    public bool IsText => Share(cell => !cell.IsNumeric && cell.Text.Any(char.IsLetter)) >= Nearly;

    /// <summary>Its different texts, where they are few; else none.</summary>
    public IReadOnlyList<string> Texts { get; } =
        [.. rows.Select(row => row[index].Text).Where(text => text.Length > 0).Distinct().Take(FewTexts + 1)];

    /// <summary>Whether it says one of a few words.</summary>
    public bool HasFewTexts => Texts.Count is > 0 and <= FewTexts;

    /// <summary>The texts of this column and of another, row by row, where both are filled.</summary>
    public IEnumerable<(string Own, string Other)> Pairs(SampleColumn other) => rows
        .Select(row => (Own: row[index].Text, Other: row[other.Index].Text))
            .Where(pair => pair.Own.Length > 0 && pair.Other.Length > 0);

    // Keys have the same length or a leading zero, or their header says so; amounts have decimals, signs and marks.
    private bool IsKeyed =>
        IsKey && !cells.Exists(cell => cell.Number.IsNegative || cell.Text.Contains(',', StringComparison.Ordinal))
        && (BudgetWords.IsKey(header) || cells.Exists(cell => cell.Text is ['0', _, ..])
            || (header.Length == 0 && Lengths() == 1 && cells.Count > 1));

    private int Lengths() => cells.Where(cell => !cell.IsBlank).Select(cell => cell.Text.Length).Distinct().Count();

    private double Share(Func<SampleCell, bool> what) => cells.Count == 0 ? 0 : (double)cells.Count(what) / cells.Count;
}
