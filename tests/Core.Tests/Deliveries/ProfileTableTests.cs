using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Deliveries;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Tests.Deliveries;

/// <summary>Files that are read through a profile, as <c>Importprofile.md</c> tells them.</summary>
public sealed partial class ProfileTableTests
{
    private const string Frame =
        """
        koerperschaft: Testkreis
        rahmendaten: [{id: einwohner, bezeichnung: Einwohner, wert: 1000, stichtag: 2024-12-31, quelle: Test}]
        berichte: {zeitraeume: [jahr]}
        aemter: [{id: kaemmerei, bezeichnung: Kämmerei, liefert_fuer: alle}]
        standard:
          grundzahlen:
            - {id: ertraege, bezeichnung: Erträge, einheit: €, jahreswert: summe}
            - {id: aufwendungen, bezeichnung: Aufwendungen, einheit: €, jahreswert: summe}
        """;

    private static readonly string[] Lines =
        File.ReadAllLines(Repository.At("tests", "Core.Tests", "Deliveries", "Importprofile.md"));

    public static TheoryData<string, string, string, string> Cases() =>
        [.. Lines.Select(line => Row().Match(line)).Where(row => row.Success)
            .Select(row => new TheoryDataRow<string, string, string, string>(
            row.Groups["case"].Value, row.Groups["profile"].Value.Replace("\\|", "|", StringComparison.Ordinal),
            row.Groups["file"].Value, row.Groups["expected"].Value))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void File_IsReadThroughItsProfile_AsTheTableSays(string name, string profile, string file, string expected)
    {
        var reading = CatalogueReader.Read(
            [new CatalogueFile("2025/rahmen.yaml", Encoding.UTF8.GetBytes(Frame)),
                new CatalogueFile("2025/profile/p.yaml", ProfileOf(profile))]);
        var result = reading.Findings.HasErrors() ? null : Read(file, reading.Catalogues);
        var findings = result?.Receipt.Findings ?? reading.Findings;
        var texts = string.Join('\n',
            findings.Select(finding => $"{finding.Code} {finding.Severity} {finding.Line}: {finding.Text}"));
        var expectations = expected.Split("; ");
        foreach (var expectation in expectations)
            Assert.True(Holds(expectation, result, findings), $"{name}: {expectation}, but\n{ValuesOf(result)}\n{texts}");
        var named = expectations.Select(each => each.Split(' ', ':')[0]).ToHashSet();
        Assert.DoesNotContain(findings, finding => finding.Severity != Severity.Hint && !named.Contains(finding.Code));
        Assert.True(result is null || result.Receipt.IsAccepted != named.Contains("abgelehnt"), $"{name}:\n{texts}");
        foreach (var code in expectations.Where(each => Code().IsMatch(each)).GroupBy(each => each[..7]))
            Assert.True(findings.Count(finding => finding.Code == code.Key) == code.Count(), $"{name}:\n{texts}");
    }

    [Fact]
    public void EveryCase_HasARowOfItsOwn()
    {
        var rows = Lines.Where(line => line.StartsWith("| ", StringComparison.Ordinal)
            && !line.StartsWith("| Fall ", StringComparison.Ordinal)).ToList();
        Assert.Equal(rows.Count, Cases().Count);
        Assert.Equal(rows.Count, rows.DistinctBy(row => row.Split('|')[1]).Count());
    }

    private static bool Holds(string expectation, DeliveryResult? result, IReadOnlyCollection<Finding> findings)
    {
        if (expectation == "abgelehnt")
            return result is { Delivery: null };
        if (Value().Match(expectation) is { Success: true } value)
            return value.Groups["value"].Value == Found(result, value);
        if (Name().Match(expectation) is { Success: true } named)
        {
            return result?.Delivery?.CreatedProducts.Any(
                created => created.Product.Number.Text == named.Groups["product"].Value
                    && created.Product.Name == named.Groups["name"].Value) == true;
        }

        var code = Code().Match(expectation).Groups;
        return findings.Any(finding => finding.Code == code["code"].Value
            && (!code["line"].Success || finding.Line == int.Parse(code["line"].Value, CultureInfo.InvariantCulture))
            && finding.Text.Contains(code["text"].Value, StringComparison.Ordinal));
    }

    private static string Found(DeliveryResult? result, Match of)
    {
        var period = of.Groups["period"] is { Success: true, Value: var named } ? named : "2025";
        var found = (result?.Delivery?.Values ?? []).Where(value =>
                value.Address.Level.Text == of.Groups["product"].Value && value.Address.Figure.Text == of.Groups["figure"].Value
                && value.Period.ToString() == period)
            .Select(value => (value.Value is { } number ? number.ToString("0.####", CultureInfo.InvariantCulture)
                .Replace('.', ',') : "unbekannt") + (value.IsCumulative ? " kumuliert" : ""));
        return string.Join(" und ", found.DefaultIfEmpty("nichts"));
    }

    private static string ValuesOf(DeliveryResult? result) => string.Join(
        '\n', (result?.Delivery?.Values ?? [])
            .Select(value => $"{value.Address.Level}.{value.Address.Figure}/{value.Period} = {value.Value}"));

    private static DeliveryResult Read(string file, CatalogueSet catalogues)
    {
        var (name, text) = FileName()
            .Match(file) is { Success: true } match ? (match.Groups["name"].Value, file[match.Length..]) : ("haushalt.csv", file);
        return Example.Read(Regex.Unescape(text), $"kaemmerei/{name}", catalogues);
    }

    /// <summary>
    /// The profile of a cell: a base from the text above the tables, with further lines or others in place of its own.
    /// </summary>
    private static byte[] ProfileOf(string cell)
    {
        var (name, further) = cell.Split('|') is [var alone]
            ? (alone, Array.Empty<string>())
            : (cell.Split('|')[0], cell.Split('|')[1].Split("\\n"));
        var start = Array.IndexOf(Lines, "# " + name) + 1;
        var own = Lines[start..].TakeWhile(line => !line.StartsWith('#') && !line.StartsWith('`'));
        var replaced = further.Select(line => line.Split(':')[0]).ToHashSet();
        string[] all = ["profil: p", "gilt_fuer: \"kaemmerei/*\"",
            .. own.Where(line => !replaced.Contains(line.Split(':')[0])), .. further];
        return Encoding.UTF8.GetBytes(string.Join('\n', all) + "\n");
    }

    [GeneratedRegex("^\\| (?<case>[^|]+) \\| `(?<profile>[^`]*)` \\| `(?<file>[^`]*)` \\| (?<expected>[^|]+) \\|$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Row();

    [GeneratedRegex(@"^(?<name>[A-Za-z0-9_.-]+\.csv): ", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex FileName();

    [GeneratedRegex(@"^(?<product>[0-9.-]+)\.(?<figure>[a-z]+)(/(?<period>[0-9QH-]+))? = (?<value>\S+( kumuliert)?)$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Value();

    [GeneratedRegex("^(?<product>[0-9.-]+) heißt (?<name>.+)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?<code>PR-\d{4})( Zeile (?<line>\d+))?(: (?<text>.+))?$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
