using System.Globalization;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Comparisons.Files;

/// <summary>Reads rows as figures. Texts that come again and again are kept once.</summary>
internal sealed class OpenRowReading(FindingList findings)
{
    private const NumberStyles Signed = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    private const decimal Bound = 1_000_000_000_000_000m;

    private readonly Memo<RegionKey?> regions = new(text => RegionKey.TryParse(text, out var key) ? key : null);
    private readonly Memo<int?> years = new(PeriodText.YearOf);
    private readonly Memo<ProductNumber?> products = new(text => ProductNumber.TryParse(text, out var number) ? number : null);
    private readonly Memo<FigureId?> figures = new(text => FigureId.TryParse(text, out var id) ? id : null);
    private readonly Memo<int?> people = new(PeopleOf);
    private readonly Memo<string?> texts = new(TextOf);
    private readonly Dictionary<(RegionKey, int, ProductNumber, FigureId), int> seen = [];

    /// <summary>The figure of a row; null where anything is wrong with it, which is then among the findings.</summary>
    public OpenFigure? Read(OpenRow row)
    {
        var before = findings.Errors;
        foreach (var field in OpenFields.All)
        {
            if (field.MustBeFilled() && row.Text(field).IsEmpty)
                findings.Add(ComparisonFindings.Blank(row.Place(field), field.Name()));
        }

        var region = Key(row, OpenField.Region, regions, ComparisonFindings.NoRegion);
        var year = Key(row, OpenField.Year, years, ComparisonFindings.NoYear);
        var product = Key(row, OpenField.Product, products, ComparisonFindings.NoProduct);
        var figure = Key(row, OpenField.Figure, figures, ComparisonFindings.NoFigure);
        var population = Key(row, OpenField.Population, people, ComparisonFindings.NoPopulation);
        var value = Value(row);
        var (body, name, unit) = (Text(row, OpenField.Body), Text(row, OpenField.Name), Text(row, OpenField.Unit));
        var (caveat, provenance) = (Text(row, OpenField.Caveat), Text(row, OpenField.Provenance));
        var licence = Text(row, OpenField.Licence);
        if (findings.Errors > before)
            return null;
        var read = new OpenFigure
        {
            Region = region!.Value,
            Body = body,
            Year = year!.Value,
            Product = product!.Value,
            Figure = figure!.Value,
            Name = name,
            Value = value!.Value,
            Unit = unit,
            Population = population,
            Caveat = caveat.Length == 0 ? null : caveat,
            Provenance = provenance,
            Licence = licence,
        };
        if (seen.TryAdd(read.Key, row.Line))
            return read;
        findings.Add(ComparisonFindings.Repeated(
            row.Place(OpenField.Figure), $"„{read.Figure}“ von {read.Region} für {read.Year}", seen[read.Key]));
        return null;
    }

    private T? Key<T>(
        OpenRow row, OpenField field, Memo<T?> memo, Func<CellPlace, string, Finding> fault)
        where T : struct
    {
        var text = row.Text(field);
        if (text.IsEmpty)
            return null;
        var found = memo.Of(text);
        if (found is null)
            findings.Add(fault(row.Place(field), text.ToString()));
        return found;
    }

    private decimal? Value(OpenRow row)
    {
        var text = row.Text(OpenField.Value);
        if (text.IsEmpty)
            return null;
        if (decimal.TryParse(text, Signed, row.Numbers, out var value) && Math.Abs(value) < Bound
            && value.Scale <= OpenFigure.Decimals && char.IsAsciiDigit(text[^1]))
            return value;
        findings.Add(ComparisonFindings.NoNumber(row.Place(OpenField.Value), text.ToString(), row.Example));
        return null;
    }

    private string Text(OpenRow row, OpenField field)
    {
        var text = row.Text(field);
        if (text.IsEmpty)
            return "";
        if (texts.Of(text) is { } known)
            return known;
        findings.Add(ComparisonFindings.TooLong(row.Place(field), field.Name(), OpenFields.LongestText));
        return "";
    }

    // A cell that a spreadsheet would take for a formula is written behind an apostrophe.
    private static string? TextOf(string text) =>
        text.Length > OpenFields.LongestText || text.Any(char.IsControl) ? null
        : text is ['\'', '=' or '+' or '-' or '@', ..] ? text[1..] : text;

    private static int? PeopleOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var people) && people > 0 ? people : null;

    /// <summary>What texts mean, each found out once.</summary>
    private sealed class Memo<T>(Func<string, T> read)
    {
        private readonly Dictionary<string, T> known = new(StringComparer.Ordinal);
        private string lastText = "";
        private T? last;

        public T Of(ReadOnlySpan<char> text)
        {
            if (text.SequenceEqual(lastText))
                return last!;
            var spans = known.GetAlternateLookup<ReadOnlySpan<char>>();
            if (!spans.TryGetValue(text, out var key, out var value))
            {
                key = text.ToString();
                known[key] = value = read(key);
            }

            (lastText, last) = (key, value);
            return value;
        }
    }
}

/// <summary>One figure as a file states it, field by field.</summary>
internal abstract class OpenRow
{
    /// <summary>How numbers are written: with a comma in CSV, with a point in JSON.</summary>
    public abstract NumberFormatInfo Numbers { get; }

    /// <summary>An example of such a number.</summary>
    public abstract string Example { get; }

    /// <summary>The row's line, from 1.</summary>
    public abstract int Line { get; }

    /// <summary>The text of a field without blanks around it; empty where there is none. Valid until the next row.</summary>
    public abstract ReadOnlySpan<char> Text(OpenField field);

    /// <summary>Where a field stands.</summary>
    public abstract CellPlace Place(OpenField field);
}
