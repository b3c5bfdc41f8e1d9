using System.Globalization;
using System.Text.Json;

namespace Produktreport.Functions.Tests.Web;

/// <summary>
/// A number of the field, whatever report, column or chart shows it: the amount of last year's second quarter is the same cell in
/// that quarter's report, as „Vorjahr“ in this year's and in the comparison of years.
/// </summary>
/// <param name="Level">The product or service.</param>
/// <param name="Figure">The figure's id.</param>
/// <param name="Kind">What of it: ist, plan, or a column that only one report has.</param>
/// <param name="Year">The year.</param>
/// <param name="First">The first month, 1 to 12.</param>
/// <param name="Last">The last month, 1 to 12.</param>
internal sealed record FieldCell(string Level, string Figure, string Kind, int Year, int First, int Last)
{
    /// <summary>The cells whose numbers a report's data show.</summary>
    public static IReadOnlyDictionary<FieldCell, decimal> Of(JsonElement report)
    {
        var cells = new Dictionary<FieldCell, decimal>();
        var (year, first, last) = Months(Text(report, "periode"));
        foreach (var row in Items(report, "zeilen"))
        {
            Add(row, row, "istPeriode", "ist", year, first, last);
            Add(row, row, "istKumuliert", "ist", year, 1, last);
            Add(row, row, "vorjahrPeriode", "ist", year - 1, first, last);
            Add(row, row, "vorjahrKumuliert", "ist", year - 1, 1, last);
            Add(row, row, "planPeriode", "plan", year, first, last);
            Add(row, row, "planKumuliert", "plan", year, 1, last);
            Add(row, row, "planJahr", "plan", year, 1, 12);
            foreach (var column in (string[])["abweichung", "abweichungProzent", "prognoseJahr", "prognoseLinear"])
                Add(row, row, column, column, year, 1, last);
        }

        foreach (var chart in Items(report, "diagramme"))
        {
            foreach (var point in Items(chart, "punkte"))
            {
                var (of, begin, end) = Months(Text(point, "periode"));
                Add(chart, point, "ist", "ist", of, begin, end);
                Add(chart, point, "plan", "plan", of, begin, end);
                Add(chart, point, "vorjahr", "ist", of - 1, begin, end);
            }
        }

        if (report.TryGetProperty("fuenfjahresvergleich", out var years) && years.ValueKind == JsonValueKind.Object)
        {
            foreach (var row in Items(years, "zeilen"))
            {
                foreach (var (of, value) in Items(years, "jahre").Zip(Items(row, "werte")))
                    Put(row, value, "ist", of.GetInt32(), 1, 12);
            }
        }

        return cells;

        void Add(JsonElement named, JsonElement valued, string column, string kind, int of, int begin, int end) =>
            Put(named, valued.GetProperty(column), kind, of, begin, end);

        void Put(JsonElement named, JsonElement value, string kind, int of, int begin, int end)
        {
            if (value.ValueKind == JsonValueKind.Number)
                cells[new(Text(named, "ebene"), Text(named, "id"), kind, of, begin, end)] = value.GetDecimal();
        }
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : default;

    private static (int Year, int First, int Last) Months(string period)
    {
        var year = int.Parse(period.AsSpan(0, 4), CultureInfo.InvariantCulture);
        if (period.Length == 4)
            return (year, 1, 12);
        var months = period[5] == 'Q' ? 3 : 6;
        var number = int.Parse(period.AsSpan(6), CultureInfo.InvariantCulture);
        return (year, months * (number - 1) + 1, months * number);
    }
}
