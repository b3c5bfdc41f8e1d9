using System.Collections.Immutable;
using System.Globalization;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>
/// A flat file of the statistical offices, as GENESIS-Online, the Regionaldatenbank and the Zensus database export it. It has
/// one observation a row (<c>…_flat.csv</c>: <c>statistics_code;…;time;1_variable_attribute_code;…;value;value_unit</c>). In
/// the older form it has one column for each value
/// (<c>Statistik_Code;…;Zeit;1_Auspraegung_Code;…;BEVSTD__Bevoelkerungsstand__Anzahl</c>).
/// </summary>
internal sealed class ReferenceFile
{
    private readonly ImmutableArray<Observation> observations;

    private ReferenceFile(IEnumerable<Observation> observations) => this.observations = [.. observations];

    public ImmutableArray<Observation> Observations => observations;

    /// <summary>Reads a file; a German reason where it is none of the statistical offices.</summary>
    public static (ReferenceFile? File, string? Refusal) Read(ReadOnlyMemory<byte> content)
    {
        var (table, refusal) = TextTable.Read(content, rows => rows.Next() ? FlatColumns.Of(TextRow.Of(rows))?.Columns ?? 0 : 0);
        if (table is null)
            return (null, refusal);
        if (table.Rows is not [var header, ..] || FlatColumns.Of(header) is not { } layout)
            return (null,
                "Die Kopfzeile ist nicht die einer Flat-Datei (mit time und value oder mit Zeit und Werten wie "
                + "BEVSTD__…__Anzahl).");
        return (new ReferenceFile(table.Rows.Skip(1).SelectMany(layout.ObservationsOf)), null);
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
    /// <param name="Variable">The variable's code.</param>
    /// <param name="VariableName">The variable's name.</param>
    /// <param name="Unit">The unit as it stands there.</param>
    /// <param name="Text">The value as it stands there.</param>
    internal sealed record Observation(
        int Line, string Statistic, string Time, ImmutableArray<string> Codes, string Variable, string VariableName, string Unit,
        string Text)
    {
        /// <summary>The day it is of; that of a year is its last. Null where it says none.</summary>
        public DateOnly? AsOf =>
            DateOnly.TryParseExact(Time, ["yyyy-MM-dd", "dd.MM.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var day) ? day
            : PeriodText.YearOf(Time) is { } year ? new DateOnly(year, 12, 31)
            : null;

        /// <summary>The number; null for the marks of missing values.</summary>
        public decimal? Value => decimal.TryParse(
            Text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
            out var value)
            ? value
            : null;

        /// <summary>The unit as the catalogue writes it; empty for counts.</summary>
        public string PlainUnit => UnitText.Plain(Unit);

        /// <summary>Whether it is of a region.</summary>
        public bool IsOf(string region) => Codes.Any(code => IsKey(code, region));

        /// <summary>The categories other than the region.</summary>
        public IEnumerable<string> CategoriesBeside(string region) => Codes.Where(code => !IsKey(code, region));

        // The Regionalschlüssel of a county is its key with zeros behind it.
        private static bool IsKey(string code, string region) =>
            code.StartsWith(region, StringComparison.Ordinal) && code.AsSpan(region.Length).TrimStart('0').IsEmpty;
    }

    /// <summary>Where in a row the parts of its values stand.</summary>
    private sealed record FlatColumns(
        int Statistic, int StatisticName, int Time, ImmutableArray<(int Code, int Name)> Categories,
        ImmutableArray<ValueColumn> Values)
    {
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
                    (Find($"{at}_variable_attribute_code", $"{at}_Auspraegung_Code"),
                        Find($"{at}_variable_attribute_label", $"{at}_Auspraegung_Label")))
                .Where(each => each.Item1 >= 0).ToImmutableArray();
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

        public IEnumerable<Observation> ObservationsOf(TextRow row)
        {
            ImmutableArray<string> codes = [.. Categories.Where(each => !IsTotal(row[each.Code], row[each.Name]))
                .Select(each => row[each.Code])];
            var statistic = $"{row[StatisticName]} ({row[Statistic]})";
            return Values.Where(column => row[column.Value].Length > 0).Select(column => new Observation(
                row.Line, statistic, row[Time], codes, column.Names?[0] ?? row[column.Variable],
                column.Names?[1] ?? row[column.Name],
                column.Names?[2] ?? row[column.Unit], row[column.Value]));
        }

        private static bool IsTotal(string code, string name) =>
            code.Length == 0 || name.Equals("Insgesamt", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Where a value, its variable and its unit stand; in the older form the header names them.</summary>
    private sealed record ValueColumn(int Value, int Variable, int Name, int Unit, string[]? Names);
}
