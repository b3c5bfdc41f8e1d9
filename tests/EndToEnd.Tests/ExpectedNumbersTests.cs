using System.Globalization;
using System.Text.Json;

namespace Produktreport.EndToEnd.Tests;

/// <summary>
/// The report of product 1111 against <c>tests/Core.Tests/Beispiel/erwartet-1111.md</c>: values computed from the uploads with
/// exact fractions, independently of the program, with the arithmetic of each in its row.
/// </summary>
public sealed class ExpectedNumbersTests(ExampleCountyRun county) : IClassFixture<ExampleCountyRun>
{
    private static readonly string Table = Repository.At("tests", "Core.Tests", "Beispiel", "erwartet-1111.md");

    public static TheoryData<string> Periods { get; } = [.. Expectations().Select(row => row.Period).Distinct()];

    [Theory]
    [MemberData(nameof(Periods))]
    public void EveryNumberOfProduct1111_IsTheOneComputedByHand(string period)
    {
        using var report = JsonDocument.Parse(File.ReadAllBytes(county.At("berichte", period, "1111.json")));
        var rows = report.RootElement.GetProperty("zeilen").EnumerateArray()
            .ToDictionary(row => (row.GetProperty("ebene").GetString()!, row.GetProperty("id").GetString()!));
        var wrong = Expectations().Where(expected => expected.Period == period)
            .Select(expected => Difference(expected, rows[(expected.Level, expected.Figure)]))
            .Where(difference => difference is not null);
        Assert.Empty(wrong);
    }

    private static string? Difference(Expectation expected, JsonElement row)
    {
        var found = row.GetProperty(expected.Field);
        if (expected.Value.StartsWith("undefiniert", StringComparison.Ordinal))
        {
            return found.ValueKind == JsonValueKind.Null && row.GetProperty("undefiniert")
                .TryGetProperty(expected.Field, out var reason) && reason.GetString() is { Length: > 0 }
                ? null
                : $"{expected}: found {found}";
        }

        var isRounded = expected.Value.EndsWith('…');
        var value = decimal.Parse(expected.Value.TrimEnd('…'), CultureInfo.InvariantCulture);
        if (found.ValueKind != JsonValueKind.Number)
            return $"{expected}: found {found}";
        var actual = found.GetDecimal();
        return (isRounded ? Math.Round(actual, 12, MidpointRounding.AwayFromZero) : actual) == value
            ? null
            : $"{expected}: found {actual}";
    }

    private static IEnumerable<Expectation> Expectations()
    {
        var period = "";
        foreach (var line in File.ReadLines(Table))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                period = line[3..].Split(' ')[0];
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length >= 7 && cells[1].Length > 0 && char.IsAsciiDigit(cells[1][0]))
                yield return new Expectation(period, cells[1], cells[2], cells[3], cells[4]);
        }
    }

    private sealed record Expectation(string Period, string Level, string Figure, string Field, string Value);
}
