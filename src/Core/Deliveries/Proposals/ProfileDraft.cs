using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Authoring;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Proposals;

/// <summary>All that is found out about a file for its profile.</summary>
/// <param name="FileName">The file's name, without folders.</param>
/// <param name="Department">The folder it will be delivered to.</param>
/// <param name="Layout">Which column is what.</param>
internal sealed partial record ProfileDraft(string FileName, DepartmentId Department, SampleLayout Layout)
{
    /// <summary>Budgets in thousands have no amounts of this size and more.</summary>
    private const decimal MostOfThousands = 100_000;

    /// <summary>The profile's name: that of the file, without its numbers.</summary>
    public string Name { get; } = NameOf(FileName);

    /// <summary>The files it will be for: those of the same name with other numbers.</summary>
    public string AppliesTo => $"{Department}/{Digits().Replace(FileName, "*")}";

    /// <summary>The decimal mark; null where it need not be said.</summary>
    public char? Mark { get; init; }

    /// <summary>Whether nothing in the file decides the decimal mark.</summary>
    public bool IsMarkGuessed { get; init; }

    /// <summary>The value columns.</summary>
    public ImmutableArray<ProposedValue> Values { get; init; } = [];

    /// <summary>Patterns of accounts that are neither income nor expenses.</summary>
    public ImmutableArray<string> OtherAccounts { get; init; } = [];

    /// <summary>The columns that are read in which a blank cell means what stands above it.</summary>
    public IEnumerable<SampleColumn> FilledDown => Layout.Table.Columns.Where(column => Layout.Table.Filled.Contains(column.Index)
        && (column == Layout.Product || column == Layout.Account || column == Layout.Kind || column == Layout.Period
            || column == Layout.Scenarios));

    /// <summary>Patterns of accounts of settlements within the county.</summary>
    public ImmutableArray<string> InternalAccounts { get; init; } = [];

    /// <summary>Lines that are parts of the sums that are read.</summary>
    public ImmutableArray<string> PartsOfSums { get; init; } = [];

    /// <summary>The columns in which rows say that they are contained in others or stand beside them, with those words.</summary>
    public IEnumerable<(string Column, ImmutableArray<string> Patterns)> Parts => Layout.Table.Columns
        .Select(column => (column.Name, Patterns: Layout.Table.Lines
            .Where(row => Layout.Amounts.Any(amount => row[amount.Index].Number.IsNumber))
            .Select(row => TotalLabel.PartOf(row[column.Index].Text)).OfType<string>().Distinct()
            .Select(word => $"{word}*").ToImmutableArray()))
        .Where(each => each.Patterns.Length > 0);

    /// <summary>What a column says beside amounts that are not read.</summary>
    public ImmutableArray<string> OtherKinds { get; init; } = [];

    /// <summary>What a column says beside balances.</summary>
    public ImmutableArray<string> BalanceLines { get; init; } = [];

    /// <summary>Balances that hold in the rows.</summary>
    public ImmutableArray<(string Left, ImmutableArray<string> Right)> Checks { get; init; } = [];

    /// <summary>
    /// Whether nothing tells thousands of euro from euro: all amounts are whole and small, and no unit is named.
    /// </summary>
    public bool IsUnitOpen => Values.All(value => Math.Abs(value.Factor) == 1)
        && Layout.Table.Titles.All(title => UnitSentence.DeclaredIn(title) == CellUnit.None)
        && Layout.Values.All(column => UnitSuffix.Split(column.Header, new HashSet<string>()).Unit.Length == 0
            && column.Cells.Where(cell => cell.Number.IsNumber).Select(cell => cell.Amount(Mark ?? '.'))
                .All(amount => amount % 1 == 0 && Math.Abs(amount) < MostOfThousands));

    /// <summary>Whether products are to be created.</summary>
    public bool Creates { get; init; }

    /// <summary>How the file's name tells the product's number; null where it has none.</summary>
    public string? FilePattern => Layout.Product is not null ? null
        : Digits().Matches(FileName[..Math.Max(FileName.LastIndexOf('.'), 0)])
            .LastOrDefault(match => SampleCell.YearIn(match.Value) is null) is { } number
            ? FileName[..number.Index] + "{nummer}" + FileName[(number.Index + number.Length)..]
            : null;

    /// <summary>How the sheet's name tells the product's number; null where it has none.</summary>
    public string? SheetPattern => Layout.Product is null && Layout.Table.Sample.Sheet is { } sheet
        && Digits().Matches(sheet)
            .LastOrDefault(match => match.Length > 1 && SampleCell.YearIn(match.Value) is null) is { } number
            ? $"{(number.Index > 0 ? "*" : "")}{{nummer}}{(number.Index + number.Length < sheet.Length ? "*" : "")}"
            : null;

    /// <summary>Whether rows without a product have amounts: totals.</summary>
    public bool HasNamelessTotals => Layout.Product is { } product && Layout.Table.Lines.Any(row =>
        row[product.Index].IsBlank && Layout.Amounts.Any(column => row[column.Index].Number.IsNumber)
        && !SampleTable.IsBeside(row));

    /// <summary>The columns from which products are created.</summary>
    public IEnumerable<(string Key, string Value)> Creation
    {
        get
        {
            if (Layout.Name is { } name)
                yield return ("bezeichnung", YamlWriter.Quoted(name.Name));
            foreach (var (key, word) in new[] { ("produktgruppe", "Produktgruppe"), ("produktbereich", "Produktbereich") })
            {
                if (StepOf(word) is { } step)
                    yield return (key, step);
            }
        }
    }

    private string? StepOf(string word)
    {
        var columns = Layout.Table.Columns.Where(column => column.Header.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .ToList();
        var (number, name) = (columns.Find(column => column.IsKey), columns.Find(column => BudgetWords.IsName(column.Header)));
        return number is null ? null
            : name is null ? $"{{nummer: {YamlWriter.Quoted(number.Name)}}}"
            : $"{{nummer: {YamlWriter.Quoted(number.Name)}, bezeichnung: {YamlWriter.Quoted(name.Name)}}}";
    }

    private static string NameOf(string file)
    {
        var stem = file[..(file.LastIndexOf('.') is var dot and > 0 ? dot : file.Length)].ToLowerInvariant()
            .Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);
        var name = NoLetters().Replace(stem, "-").Trim('-');
        return name.Length == 0 ? "auszug" : name[..Math.Min(name.Length, 60)].Trim('-');
    }

    [GeneratedRegex("[0-9]+([.-][0-9]+)*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Digits();

    [GeneratedRegex("[^a-z]+", RegexOptions.NonBacktracking)]
    private static partial Regex NoLetters();
}
