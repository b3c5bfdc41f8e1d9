namespace Produktreport.Functions.Storage.Azure;

/// <summary>
/// The keys of the table <c>Werte</c>. A partition is a product in a year, <c>2026|1111</c>. In it stand one marker a file,
/// <c>!{file}</c>, and the values, <c>{level}!{figure}!{scenario}!{first and last month}!{arrival}!{file}!{content}</c>. So
/// what was delivered for one cell stands together, the earliest first. <c>!</c> sorts before every character of the parts, so
/// that <c>111</c> comes before <c>1111</c> without padding.
/// </summary>
internal static class FigureKeys
{
    public const char Separator = '!';

    private const string Arrival = "yyyyMMdd'T'HHmmss";

    public static string Partition(int year, ProductNumber product) =>
        string.Create(CultureInfo.InvariantCulture, $"{year:0000}|{product}");

    public static int YearOf(string partition) =>
        int.Parse(partition.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);

    public static ProductNumber ProductOf(string partition) => ProductNumber.Of(partition[5..]);

    /// <summary>A file's path may have characters a key may not: its hash stands for it.</summary>
    public static string File(string path) => Checksum.Of(path)[..32];

    public static string Marker(string file) => Separator + file;

    public static bool IsMarker(string rowKey) => rowKey[0] == Separator;

    public static string Cell(ValueKey cell) => string.Create(
        CultureInfo.InvariantCulture,
        $"{cell.Address.Level}!{cell.Address.Figure}!{Scenario(cell.Scenario)}!"
            + $"{cell.Period.FirstMonth:00}{cell.Period.LastMonth:00}!");

    public static string Value(DeliveredValue value, DateTimeOffset receivedAt, string file, int content) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Cell(new ValueKey(value.Address, value.Period, value.Scenario))}"
            + $"{receivedAt.UtcDateTime.ToString(Arrival, CultureInfo.InvariantCulture)}!{Content(file, content)}");

    /// <summary>The end of the keys of all values of one content of a file.</summary>
    public static string Content(string file, int content) => string.Create(CultureInfo.InvariantCulture, $"{file}!{content:x8}");

    /// <summary>The file and content a value belongs to, as <see cref="Content"/> writes it.</summary>
    public static string ContentOf(string rowKey) => rowKey[^41..];

    /// <summary>The number of a content as <see cref="Content"/> writes it.</summary>
    public static int NumberOf(string content) =>
        int.Parse(content.AsSpan(33), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public static ValueKey CellOf(string partition, string rowKey)
    {
        var parts = rowKey.Split(Separator, 5);
        return new ValueKey(
            new FigureAddress(ProductOf(partition), LevelNumber.Of(parts[0]), FigureId.Of(parts[1])),
            PeriodOf(YearOf(partition), parts[3]),
            ScenarioOf(parts[2]));
    }

    private static Period PeriodOf(int year, string months)
    {
        var first = int.Parse(months.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        var count = int.Parse(months.AsSpan(2, 2), NumberStyles.None, CultureInfo.InvariantCulture) - first + 1;
        var kind = Enum.GetValues<PeriodKind>().Single(each => each.Months() == count);
        return Period.Of(year, kind, ((first - 1) / count) + 1);
    }

    private static char Scenario(Scenario scenario) => scenario switch
    {
        Core.Periods.Scenario.Actual => 'i',
        Core.Periods.Scenario.Plan => 'p',
        _ => 'v',
    };

    private static Scenario ScenarioOf(string letter) => letter switch
    {
        "i" => Core.Periods.Scenario.Actual,
        "p" => Core.Periods.Scenario.Plan,
        _ => Core.Periods.Scenario.Forecast,
    };
}
