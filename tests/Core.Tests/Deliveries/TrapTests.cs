using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Tests.Deliveries;

/// <summary>Every trap the domain knows, as <c>Fallen.md</c> tells it.</summary>
public sealed partial class TrapTests
{
    private const string Header = "Produkt;Grundzahl;Periode;Wert\n";
    private const string CellsHeading = "| Falle | Zelle | Erwartet |";

    private static readonly ImportProfile Signed = new()
    {
        Name = "haushalt",
        AppliesTo = "kaemmerei/haushalt-*.csv",
        ProductColumn = "Produkt",
        Values = [Profiles.Value("Ertrag", "ertraege", 2026, Scenario.Actual, 1),
            Profiles.Value("Aufwand", "aufwendungen", 2026, Scenario.Actual, -1)],
        UnknownProducts = UnknownProducts.Create,
        Creation = new ProductColumns("Bezeichnung", null, null, null, null),
    };

    private static readonly CatalogueSet Catalogues = Example.With(Profiles.Ledger, Signed);

    public static TheoryData<string, string, string> Traps()
    {
        var traps = new TheoryData<string, string, string>();
        var isCell = false;
        foreach (var line in File.ReadLines(Repository.At("tests", "Core.Tests", "Deliveries", "Fallen.md")))
        {
            if (line.StartsWith("| Falle ", StringComparison.Ordinal))
                isCell = line == CellsHeading;
            else if (Row().Match(line) is { Success: true } row)
                traps.Add(row.Groups["trap"].Value, isCell ? InACell(row.Groups["text"].Value) : row.Groups["text"].Value,
                    row.Groups["expected"].Value);
        }

        return traps;
    }

    [Theory]
    [MemberData(nameof(Traps))]
    public void Trap_IsAnsweredAsTheTableSays(string trap, string file, string expected)
    {
        var result = Read(file);
        var expectations = expected.Split("; ");
        foreach (var expectation in expectations)
            Check(expectation, result);
        var named = expectations.Select(each => each.Split(' ')[0]).ToHashSet();
        Assert.True(result.Receipt.IsAccepted != named.Contains("abgelehnt"), $"{trap}: {Example.Texts(result)}");
        Assert.DoesNotContain(result.Receipt.Findings, finding => finding.Severity != Severity.Hint
            && !named.Contains(finding.Code));
    }

    [Fact]
    public void EveryTrap_HasARowOfItsOwn()
    {
        var names = Traps().Select(row => row.Data.Item1).ToList();
        Assert.Equal(names.Distinct(), names);
        Assert.True(names.Count >= 90, $"Only {names.Count} rows of Fallen.md are understood.");
    }

    private static string InACell(string cell) => $"…1111;ertraege;2026-Q3;{cell}\n1111;aufwendungen;2026-Q1;1.234,56\n";

    /// <summary>Reads <c>kaemmerei/a.csv: text</c> or <c>utf-16le: text</c>; the path and the encoding may be left out.</summary>
    private static DeliveryResult Read(string file)
    {
        var (front, text) = Front()
            .Match(file) is { Success: true } match ? (match.Groups["front"].Value, file[match.Length..]) : ("utf-8", file);
        text = Regex.Unescape(text.Replace("…", Header, StringComparison.Ordinal));
        return front.Contains('/', StringComparison.Ordinal)
            ? Example.Read(text, front, Catalogues)
            : Example.Read(Encoded(front, text), catalogues: Catalogues);
    }

    private static byte[] Encoded(string encoding, string text) => encoding switch
    {
        "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        "utf-16le" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
        "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
        _ => Encoding.UTF8.GetBytes(text),
    };

    /// <summary>Checks <c>0117.ertraege/2026 = 12,5</c>, <c>PR-1302 Zeile 2</c> or <c>abgelehnt</c>.</summary>
    private static void Check(string expectation, DeliveryResult result)
    {
        if (expectation == "abgelehnt")
            Assert.Null(result.Delivery);
        else if (Value().Match(expectation) is { Success: true } value)
            CheckValue(value.Groups, result);
        else if (Code().Match(expectation) is { Success: true } code)
            CheckFinding(code.Groups, result);
        else
            Assert.Fail($"'{expectation}' is no expectation.");
    }

    private static void CheckValue(GroupCollection expected, DeliveryResult result)
    {
        var (level, period) = (expected["level"].Value is { Length: > 0 } other ? other : "1111",
            expected["period"].Value is { Length: > 0 } said ? said : "2026-Q3");
        var found = (result.Delivery?.Values ?? throw new InvalidOperationException(Example.Texts(result)))
            .Where(value => value.Address.Level.Text == level && value.Address.Figure.Text == expected["figure"].Value
                && value.Period.ToString() == period)
            .Select(value => value.Value is { } number ? number.ToString("0.####", CultureInfo.InvariantCulture)
                .Replace('.', ',') : "unbekannt");
        Assert.Equal(Plain(expected["value"].Value), string.Join(" und ", found.DefaultIfEmpty("nichts")));
    }

    /// <summary>Without zeros at the end of the decimals.</summary>
    private static string Plain(string value) => value.Contains(',', StringComparison.Ordinal) ? value.TrimEnd('0')
        .TrimEnd(',') : value;

    private static void CheckFinding(GroupCollection expected, DeliveryResult result)
    {
        var finding = Example.Finding(result, expected["code"].Value);
        if (expected["line"].Success)
            Assert.Equal(int.Parse(expected["line"].Value, CultureInfo.InvariantCulture), finding.Line);
    }

    [GeneratedRegex("^\\| (?<trap>[^|]+) \\| `(?<text>[^`]*)` \\| (?<expected>[^|]+) \\|$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex(@"^(?<front>[a-z]+/[a-z0-9-]+\.csv|utf-8|utf-8-bom|utf-16le|windows-1252): ",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Front();

    [GeneratedRegex(@"^((?<level>\d+)\.)?(?<figure>[a-z]+)(/(?<period>[0-9QH-]+))? = (?<value>\S+( und \S+)*)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Value();

    [GeneratedRegex(@"^(?<code>PR-\d{4})( Zeile (?<line>\d+))?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Code();
}
