using System.Collections.Immutable;
using System.Globalization;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>
/// A flat file of the statistical offices, as GENESIS-Online, the Regionaldatenbank and the Zensus database export it. It has
/// one observation a row (<c>…_flat.csv</c>: <c>statistics_code;…;time;1_variable_attribute_code;…;value;value_unit</c>). In
/// the older form it has one column for each value
/// (<c>Statistik_Code;…;Zeit;1_Auspraegung_Code;…;BEVSTD__Bevoelkerungsstand__Anzahl</c>).
/// </summary>
internal sealed class ReferenceFile
{
    /// <summary>Titles stand above the header where a table was saved with them.</summary>
    private const int HeaderRows = 30;

    /// <summary>The code of Germany among those of regions.</summary>
    private const string WholeCountry = "DG";

    private readonly ImmutableArray<Observation> observations;

    private ReferenceFile(IReadOnlyList<Observation> observations)
    {
        var mark = FlatNumber.MarkOf(observations.Select(each => each.Text));
        this.observations = [.. observations.Select(each => each with { DecimalMark = mark })];
    }

    public ImmutableArray<Observation> Observations => observations;

    /// <summary>Reads a file; a German reason where it is none of the statistical offices.</summary>
    public static (ReferenceFile? File, string? Refusal) Read(ReadOnlyMemory<byte> content)
    {
        var (table, refusal) = TextTable.Read(content, Score);
        if (table is null)
            return (null, refusal);
        for (var row = 0; row < Math.Min(table.Rows.Length, HeaderRows); row++)
        {
            if (FlatColumns.Of(table.Rows[row]) is { } layout)
                return (new ReferenceFile([.. table.Rows.Skip(row + 1).SelectMany(layout.ObservationsOf)]), null);
        }

        return (null, table.Rows.Take(HeaderRows).Any(row => row.Cells.Any(FlatColumns.IsLabel))
            ? "Ihr fehlen die Spalten mit den Codes (…_code), nach denen Region und Ausprägung gefunden werden."
            : "Die Kopfzeile ist nicht die einer Flat-Datei (mit time und value oder mit Zeit und Werten wie "
                + "BEVSTD__…__Anzahl).");
    }

    private static int Score(RowSource rows)
    {
        for (var row = 0; row < HeaderRows && rows.Next(); row++)
        {
            if (FlatColumns.Of(TextRow.Of(rows)) is { } layout)
                return layout.Columns;
        }

        return 0;
    }

    /// <summary>The values of a region for a variable and nothing but these categories.</summary>
    /// <param name="region">The regional key (AGS or the ARS that begins with it).</param>
    /// <param name="variable">The variable's code; null where the file has only one.</param>
    /// <param name="categories">Codes of other variables' categories; without any, the totals.</param>
    public IEnumerable<Observation> Of(string region, string? variable, ImmutableArray<string> categories) =>
        observations.Where(each =>
        each.IsOf(region) && (variable is null || each.Variable.Equals(variable, StringComparison.OrdinalIgnoreCase))
        && each.CategoriesBeside(region).ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(categories));

    /// <summary>A value.</summary>
    /// <param name="Line">Its row, from 1.</param>
    /// <param name="Statistic">The statistic with its number.</param>
    /// <param name="Time">The day or year as it stands there.</param>
    /// <param name="Codes">The codes of all categories that are no totals, that of the region among them.</param>
    /// <param name="Regions">Those of them that are codes of regions.</param>
    /// <param name="Variable">The variable's code.</param>
    /// <param name="VariableName">The variable's name.</param>
    /// <param name="Unit">The unit as it stands there.</param>
    /// <param name="Text">The value as it stands there.</param>
    internal sealed record Observation(
        int Line, string Statistic, string Time, ImmutableArray<string> Codes, ImmutableArray<string> Regions,
        string Variable, string VariableName, string Unit,
        string Text)
    {
        /// <summary>The day it is of; that of a year is its last. Null where it says none.</summary>
        public DateOnly? AsOf =>
            DateOnly.TryParseExact(Time, ["yyyy-MM-dd", "dd.MM.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var day) ? day
            : PeriodText.YearOf(Time) is { } year ? new DateOnly(year, 12, 31)
            : null;

        /// <summary>The decimal mark of the file; null where nothing decides it.</summary>
        public char? DecimalMark { get; init; }

        /// <summary>
        /// The number in the <see cref="PlainUnit"/>; null for the marks of missing values, and for what is unclear.
        /// </summary>
        public decimal? Value => Stated * UnitText.Scaled(Unit).Factor;

        /// <summary>The number in the <see cref="Unit"/> as it stands there; null where there is none.</summary>
        public decimal? Stated => FlatNumber.Read(Text, Mark);

        /// <summary>Whether the text may be read as two numbers.</summary>
        public bool IsAmbiguous => FlatNumber.IsAmbiguous(Text, Mark);

        /// <summary>The unit as the catalogue writes it, without thousands; empty for counts.</summary>
        public string PlainUnit => UnitText.Scaled(Unit).Unit;

        // Nobody counts thousandths: a mark before three digits parts thousands.
        private char? Mark => DecimalMark ?? (Unit.Length == 0 || UnitText.Plain(Unit).Length > 0 ? null
            : Text.Contains('.', StringComparison.Ordinal) ? ','
            : '.');

        /// <summary>Whether it is of a region.</summary>
        public bool IsOf(string region) => Codes.Any(code => IsKey(code, region));

        /// <summary>The categories other than the region and the Land it lies in.</summary>
        public IEnumerable<string> CategoriesBeside(string region) => Codes.Where(code => !IsKey(code, region)
            && !(Regions.Contains(code) && (code == WholeCountry || region.StartsWith(code, StringComparison.Ordinal))));

        // The Regionalschlüssel of a county is its key with zeros behind it; Excel takes the one before it away.
        private static bool IsKey(string code, string region) => code.Length is 4 or 7 or 11 && region[0] == '0'
            ? IsKey($"0{code}", region)
            : code.StartsWith(region, StringComparison.Ordinal) && code.AsSpan(region.Length).TrimStart('0').IsEmpty;
    }

    /// <summary>Where in a row the parts of its values stand.</summary>
    private sealed record FlatColumns(
        int Statistic, int StatisticName, int Time,
        ImmutableArray<(int Code, int Name, int Variable, int VariableName)> Categories,
        ImmutableArray<ValueColumn> Values)
    {
        /// <summary>Parts of the names and codes of variables whose categories are regions.</summary>
        private static readonly string[] Regional =
            ["land", "länder", "laender", "kreis", "regierungsbezirk", "regbez", "dinsg", "gemeinde", "region"];

        private static readonly string[] Totals = ["Insgesamt", "Gesamt", "Total", "Zusammen"];

        public int Columns => Categories.Length * 2 + Values.Length + 3;

        public static FlatColumns? Of(TextRow header)
        {
            int Find(params ReadOnlySpan<string> names)
            {
                foreach (var name in names)
                {
                    if (header.Cells.IndexOf(name, 0, header.Cells.Length, StringComparer.OrdinalIgnoreCase) is var column
                        and >= 0)
                        return column;
                }

                return -1;
            }

            var categories = Enumerable.Range(1, 9)
                .Select(at =>
                    (Code: Find($"{at}_variable_attribute_code", $"{at}_Auspraegung_Code", $"{at}_Ausprägung_Code"),
                        Name: Find($"{at}_variable_attribute_label", $"{at}_Auspraegung_Label", $"{at}_Ausprägung_Label"),
                        Variable: Find($"{at}_variable_code", $"{at}_Merkmal_Code"),
                        VariableName: Find($"{at}_variable_label", $"{at}_Merkmal_Label")))
                .Where(each => each.Code >= 0).ToImmutableArray();
            var values = Find("value") is var value and >= 0
                ? [new ValueColumn(value, Find("value_variable_code"), Find("value_variable_label"), Find("value_unit"), null)]
                : header.Cells.Index().Where(cell => cell.Item.Split("__").Length == 3)
                    .Select(cell => new ValueColumn(cell.Index, -1, -1, -1, cell.Item.Split("__"))).ToImmutableArray();
            var time = Find("time", "Zeit");
            return time < 0 || categories.IsEmpty || values.IsEmpty
                ? null
                : new FlatColumns(Find("statistics_code", "Statistik_Code"), Find("statistics_label", "Statistik_Label"), time,
                    categories, values);
        }

        /// <summary>Whether a header is that of labels, beside which codes stand in a flat file.</summary>
        public static bool IsLabel(string header) =>
            header.EndsWith("_variable_attribute_label", StringComparison.OrdinalIgnoreCase)
            || header.EndsWith("_Auspraegung_Label", StringComparison.OrdinalIgnoreCase);

        public IEnumerable<Observation> ObservationsOf(TextRow row)
        {
            var said = Categories.Where(each => !IsTotal(row[each.Code], row[each.Name]))
                .Select(each => (Code: row[each.Code] is { Length: > 0 } code ? code : row[each.Name],
                    IsRegion: IsRegional($"{row[each.Variable]} {row[each.VariableName]}"))).ToList();
            ImmutableArray<string> codes = [.. said.Select(each => each.Code)];
            ImmutableArray<string> regions = [.. said.Where(each => each.IsRegion).Select(each => each.Code)];
            var statistic = $"{row[StatisticName]} ({row[Statistic]})";
            return Values.Where(column => row[column.Value].Length > 0).Select(column => new Observation(
                row.Line, statistic, row[Time], codes, regions, column.Names?[0] ?? row[column.Variable],
                column.Names?[1] ?? row[column.Name],
                column.Names?[2] ?? row[column.Unit], row[column.Value]));
        }

        private static bool IsRegional(string variable) =>
            Array.Exists(Regional, word => variable.Contains(word, StringComparison.OrdinalIgnoreCase));

        // Without a code the label tells a total: in a file of labels alone nothing has one.
        private static bool IsTotal(string code, string name) =>
            Totals.Contains(name, StringComparer.OrdinalIgnoreCase) || (code.Length == 0 && (name.Length == 0
                || name.Split(' ', ',', '(', ')').Intersect(Totals, StringComparer.OrdinalIgnoreCase).Any()));
    }

    /// <summary>Where a value, its variable and its unit stand; in the older form the header names them.</summary>
    private sealed record ValueColumn(int Value, int Variable, int Name, int Unit, string[]? Names);
}
