using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Produktreport.Core.Reports.Contents;
using Produktreport.Functions.Web.Portal.Origins;

namespace Produktreport.Functions.Tests.Web;

/// <summary>The county on a day when every period of its example years is due.</summary>
public sealed class ReadingCounty : WebCounty
{
    protected override DateOnly Today => new(2026, 11, 22);
}

/// <summary>What the pages of a product and of a figure say, held against the report itself.</summary>
public sealed partial class ReadingTests(ReadingCounty county) : IClassFixture<ReadingCounty>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Where the page has what the PDF's sections have, in the order of <c>ProductReportPdf.Compose</c>.</summary>
    private static readonly Dictionary<string, string> OfThePdf = new(StringComparer.Ordinal)
    {
        ["FirstPage.Compose"] = "lage",
        ["PlainPage.Compose"] = "leicht",
        ["TrendCharts.Services"] = "leistungen",
        ["FigureTables.Compose"] = "ebene-1111",
        ["ProductSections.Goals"] = "ziele",
        ["ProductSections.Developments"] = "entwicklung",
        ["ProductSections.Explanations"] = "erlaeuterungen",
        ["ProductSections.Missing"] = "fehlt",
        ["AnnualSections.Years"] = "jahre",
        ["ComparisonSection.Compose"] = "vergleich",
        ["ChangeSection.Compose"] = "aenderungen",
        ["ProductSections.Notes"] = "geschichte",
        ["AnnualSections.Description"] = "beschreibung",
    };

    /// <summary>Where the page has each part of the report as data; „kopf“ stands above the sections.</summary>
    private static readonly Dictionary<string, string> OfTheReport = new(StringComparer.Ordinal)
    {
        ["Product"] = "kopf",
        ["Name"] = "kopf",
        ["Period"] = "kopf",
        ["State"] = "kopf",
        ["IsComplete"] = "kopf",
        ["Version"] = "kopf",
        ["AsOf"] = "kopf",
        ["Head"] = "kopf",
        ["Deadline"] = "lage",
        ["KeyMessages"] = "kern",
        ["Missing"] = "fehlt",
        ["Levels"] = "ebene-1111",
        ["Rows"] = "ebene-1111",
        ["Goals"] = "ziele",
        ["Developments"] = "entwicklung",
        ["Explanations"] = "erlaeuterungen",
        ["WithheldExplanations"] = "erlaeuterungen",
        ["References"] = "geschichte",
        ["Charts"] = "verlauf",
        ["FiveYears"] = "jahre",
        ["Comparison"] = "vergleich",
        ["Description"] = "beschreibung",
        ["Notes"] = "geschichte",
        ["Contradictions"] = "geschichte",
        ["Plain"] = "leicht",
        ["Changes"] = "aenderungen",
        // Which edition a visitor sees follows from who that is.
        ["Edition"] = "kopf",
        ["IsSensitive"] = "kopf",
    };

    [Fact]
    public void EverySectionOfThePdf_HasItsPlaceOnThePage()
    {
        var source = File.ReadAllText(Repository.At("src", "Core", "Pdf", "ProductReportPdf.cs"));
        var compose = source[source.IndexOf("void Compose(", StringComparison.Ordinal)..];
        Assert.Equal(
            OfThePdf.Keys.Order(StringComparer.Ordinal),
            SectionCall().Matches(compose).Select(call => call.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryPartOfTheReport_HasItsPlaceOnThePage() => Assert.Equal(
        OfTheReport.Keys.Order(StringComparer.Ordinal),
        typeof(ProductReport).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name)
            .Order(StringComparer.Ordinal));

    [Fact]
    public async Task ThePage_HasThePlaces_AndItsContentsLeadThere()
    {
        var annual = await Page("/produkte/1111/2025?offen=alle");
        var quarter = await Page("/produkte/1111/2026-Q3?offen=alle");
        // „kopf“ has no name; the example county has no versions to compare with, no Leichte Sprache and no other counties.
        string[] elsewhere = ["kopf", "leicht", "vergleich", "aenderungen"];
        foreach (var place in OfThePdf.Values.Concat(OfTheReport.Values).Distinct().Except(elsewhere))
            Assert.Contains($" id=\"{place}\"", annual + quarter, StringComparison.Ordinal);
        foreach (var link in ContentsLink().Matches(annual).Select(match => match.Groups["name"].Value))
            Assert.Contains($" id=\"{link}\"", annual, StringComparison.Ordinal);
        Assert.DoesNotContain("<details class=\"abschnitt\" data", annual, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePage_SaysTheDeviationsOfTheServices_AsTheReportDoes()
    {
        var report = await Report("1111", "2026-Q3");
        var page = await Page("/produkte/1111/2026-Q3");
        var section = page[page.IndexOf(" id=\"leistungen\"", StringComparison.Ordinal)..];
        Assert.All(ServiceDeviation.Of(report), each => Assert.Contains(
            Core.German.GermanFormat.Signed(each.Row.Deviation!.Value, each.Row.Decimals), section, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("quartal", "2026-Q3", "3. Quartal 2026")]
    [InlineData("jahr", "2025", "2025")]
    public async Task AFiguresPage_SaysWhatTheReportsSay(string kind, string period, string name)
    {
        var report = await Report("1111", period);
        var page = await Page($"/produkte/1111/zahlen/1111/ergebnis?art={kind}");
        var row = report.Rows.First(row => row.Level.Text == "1111" && row.Id.Text == "ergebnis");
        Assert.Contains(name, page, StringComparison.Ordinal);
        foreach (var value in (decimal?[])[row.ActualPeriod, row.ActualToDate, row.PlanToDate, row.PreviousToDate,
            row.ForecastYear])
        {
            if (value is { } known)
                Assert.Contains(Core.German.GermanFormat.Number(known, row.Decimals), page, StringComparison.Ordinal);
        }

        Assert.Contains(row.Percent!.Shown, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFiguresPage_HasTheFiveYearsOfTheAnnualReport()
    {
        var report = await Report("1111", "2025");
        var years = report.FiveYears!;
        var line = years.Rows.First(row => row.Level.Text == "1111" && row.Figure.Text == "ergebnis");
        var page = await Page("/produkte/1111/zahlen/1111/ergebnis?art=jahr");
        Assert.All(line.Values.OfType<decimal>(),
            value => Assert.Contains(Core.German.GermanFormat.Number(value, 0), page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task FiguresBesideEachOther_AreSixAtMost_AndWhatIsNoFigureIsPassedOver()
    {
        string[] figures = ["ertraege", "aufwendungen", "ergebnis"];
        var keys = from level in (string[])["1111", "11112", "11113"] from figure in figures select $"zahl={level}.{figure}";
        var page = await Page($"/produkte/vergleich?{string.Join('&', keys)}&zahl=unsinn&art=quartal");
        Assert.Equal(6, Regex.Count(page, "class=\"umbruch\""));
        Assert.Contains("Mehr als 6 Zahlen", page, StringComparison.Ordinal);
        var empty = await Page("/produkte/vergleich?zahl=unsinn&zahl=9.9.9");
        Assert.Contains("Zahl hinzufügen", empty, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("90", "100", RowField.Deviation, "Abweichung = Ist kumuliert − Plan kumuliert = 90 − 100 = −10")]
    [InlineData("-90", "-100", RowField.Deviation, "Abweichung = Ist kumuliert − Plan kumuliert = −90 − (−100) = +10")]
    [InlineData("-90", "-100", RowField.DeviationPercent,
        "Abweichung % = Abweichung ÷ Betrag des Plans × 100 = 10 ÷ 100 × 100 = +10,0\u00A0%")]
    [InlineData("90", "100", RowField.ActualToDate, null)]
    public void ADeviation_EndsWithTheStepFromIstAndPlan(string actual, string plan, RowField field, string? expected)
    {
        var (ist, soll) = (Number(actual), Number(plan));
        var row = new ReportRow
        {
            Level = Core.Catalogues.LevelNumber.Of("1111"),
            Id = Core.Catalogues.FigureId.Of("ergebnis"),
            Name = "Ergebnis",
            Type = RowType.BaseFigure,
            ActualToDate = ist,
            PlanToDate = soll,
            Deviation = ist - soll,
            DeviationPercent = (ist - soll) / Math.Abs(soll) * 100,
        };
        Assert.Equal(expected, LastStep.Of(row, field).LastOrDefault());
    }

    [Fact]
    public async Task ACorrectedValue_KeepsWhatItWas_ForThoseWhoWorkForTheDepartment()
    {
        await Deliver("lesen.csv", "1234,56", "");
        await Deliver("lesen-korrektur.csv", "2345,67", "Zahlendreher");
        var page = await Page("/produkte/1111/2026-Q3/warum/11112/ertraege/istPeriode", "fachamt");
        var history = page[page.IndexOf(" id=\"frueher\"", StringComparison.Ordinal)..];
        Assert.Matches("(?s)2\\.346.*gilt.*lesen-korrektur\\.csv.*Zahlendreher.*1\\.235.*überholt.*lesen\\.csv", history);
        using var release = county.As("controlling");
        var report = await Report("1111", "2026-Q3");
        using var released = await release.PostAsync("/api/v1/berichte/2026-Q3/1111/freigabe",
            new StringContent($"{{\"version\":{report.Version}}}", System.Text.Encoding.UTF8, "application/json"), Cancellation);
        Assert.True(released.IsSuccessStatusCode, await released.Content.ReadAsStringAsync(Cancellation));
        Assert.DoesNotContain("lesen.csv",
            await Page("/produkte/1111/2026-Q3/warum/11112/ertraege/istPeriode", "leser"), StringComparison.Ordinal);
    }

    private async Task Deliver(string name, string value, string reason)
    {
        using var client = county.As("fachamt");
        using var answer = await client.PutAsync($"/api/v1/eingang/buero-landrat/{name}", new StringContent(
            "Produkt;Leistung;Grundzahl;Periode;Art;Wert;Korrekturgrund\n"
            + $"1111;11112;Erträge;Q3/2026;Ist;{value};{reason}\n"), Cancellation);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        await county.Work();
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private async Task<string> Page(string address, string role = "controlling")
    {
        using var client = county.As(role);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<ProductReport> Report(string product, string period)
    {
        using var client = county.As("controlling");
        return Core.Reports.ReportJson.ReadProduct(
            await client.GetByteArrayAsync($"/api/v1/berichte/{period}/{product}.json", Cancellation));
    }

    [GeneratedRegex(@"(?<name>\w+\.\w+)\(\s*flow, ", RegexOptions.None, 1000)]
    private static partial Regex SectionCall();

    [GeneratedRegex("<li><a href=\"#(?<name>[^\"]+)\">", RegexOptions.None, 1000)]
    private static partial Regex ContentsLink();
}
