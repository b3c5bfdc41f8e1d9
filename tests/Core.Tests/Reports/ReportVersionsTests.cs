using Produktreport.Core.Periods;
using Produktreport.Core.Reports;
using Produktreport.Core.Reports.Changes;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Tests.Reports;

public sealed class ReportVersionsTests
{
    private static readonly ProductReport First = ReportVersions.Next(null, SampleReport.Product);

    [Fact]
    public void FirstVersion_ListsNoChanges()
    {
        Assert.Equal(1, First.Version);
        Assert.Null(First.Changes);
    }

    [Fact]
    public void SameContentOnAnotherDay_IsTheFormerReport() =>
        Assert.Same(First, ReportVersions.Next(First, SampleReport.Product with { AsOf = new DateOnly(2027, 1, 1) }));

    [Fact]
    public void Release_KeepsTheVersion()
    {
        var released = ReportVersions.Next(First, SampleReport.Product with { State = ReportState.Released });
        Assert.Equal((1, ReportState.Released), (released.Version, released.State));
    }

    [Fact]
    public void FirstRelease_SaysNothingOfTheDraftsBeforeIt()
    {
        var second = ReportVersions.Next(First, Changed(-120000m));
        Assert.NotNull(second.Changes);
        Assert.Null(ReportVersions.Next(second, Changed(-120000m) with { State = ReportState.Released }).Changes);
    }

    [Fact]
    public void LaterRelease_SaysWhatChangedSinceTheOneBefore()
    {
        var released = First with { State = ReportState.Released };
        var third = ReportVersions.Next(ReportVersions.Next(released, Changed(-120000m)), Changed(-130000m));
        var changes = ReportVersions.Next(third, Changed(-130000m) with { State = ReportState.Released }, released).Changes!;
        Assert.Equal((1, "−100.000 €", "−130.000 €"), (changes.FormerVersion, changes.Entries[0].Former, changes.Entries[0].Now));
    }

    [Fact]
    public void Changes_NameTheDeliveryBehindThem_AndWhatMatters()
    {
        var former = new SampleCounty().With(SampleCounty.Product, SampleCounty.Result, "2026-Q1", -100000m).Report("2026-Q3");
        var county = new SampleCounty().With(SampleCounty.Product, SampleCounty.Result, "2026-Q1", -120000m);
        var now = county.Report("2026-Q1");
        // The sample's deliveries came in long ago.
        var changes = ReportChanges.Between(
            former with { AsOf = DateOnly.MinValue, Rows = [.. former.Rows.Select(row => row with { Origins = [] })] },
            now,
            ChangeCauses.Of(now, county.Calculator().Figures, SampleCounty.Catalogue(2026)));
        var change = changes.Entries.First(entry => entry.Figure == SampleCounty.Result);
        Assert.Equal(
            ("Ergebnis, Ist Zeitraum", "buero-landrat/2026.csv", "Büro Landrat"),
            (change.Subject, change.Cause!.File, change.Cause.Department));
        Assert.Equal(
            ["Ergebnis, Ist Zeitraum", "Ergebnis je 1.000 Einwohner, Ist kumuliert"],
            changes.Entries.Where(entry => entry.IsEssential).Select(entry => entry.Subject));
    }

    [Theory]
    [InlineData("Tippfehler vom 3.7.", "Tippfehler vom 3.7.")]
    [InlineData(null, null)]
    public void TheReasonOfACorrection_StandsWithTheChanges_AndIsNoExplanation(string? reason, string? expected)
    {
        var former = new SampleCounty().With(SampleCounty.Product, SampleCounty.Result, "2026-Q1", -100000m).Report("2026-Q1");
        var county = new SampleCounty()
            .With(SampleCounty.Product, SampleCounty.Result, "2026-Q1", -120000m, comment: "Umzug", reason: reason)
            .With(SampleCounty.Product, SampleCounty.Result, "2026-Q1", -50000m, Scenario.Plan);
        var now = county.Report("2026-Q1");
        var changes = ReportChanges.Between(
            former with { AsOf = DateOnly.MinValue, Rows = [.. former.Rows.Select(row => row with { Origins = [] })] },
            now,
            ChangeCauses.Of(now, county.Calculator().Figures, SampleCounty.Catalogue(2026)));
        // The key figure rests on the corrected value.
        Assert.All(changes.Entries.Where(entry => entry.Figure is not null && entry.Level == SampleCounty.Product),
            entry => Assert.Equal(expected, entry.Cause?.Reason));
        Assert.Equal(expected, now.Rows[0].Origins[0].Reason);
        Assert.Equal(["Umzug"], now.Explanations.Select(text => text.Text));
        Assert.DoesNotContain(now.KeyMessages, message => message.Text.Contains("Tippfehler", StringComparison.Ordinal));
        Assert.Contains(now.KeyMessages, message => message.Text.Contains("Umzug", StringComparison.Ordinal));
    }

    [Fact]
    public void ADeliveryTheFormerVersionRestsOn_IsNoCause()
    {
        var county = new SampleCounty().With(SampleCounty.Product, SampleCounty.Result, "2026-Q3", -100000m);
        var now = county.Report("2026-Q3");
        var changes = ReportChanges.Between(
            now with { AsOf = DateOnly.MinValue, Rows = [.. now.Rows.Select(row => row with { PlanYear = 5 })] },
            now,
            ChangeCauses.Of(now, county.Calculator().Figures, SampleCounty.Catalogue(2026)));
        Assert.All(changes.Entries, change => Assert.Null(change.Cause));
    }

    [Fact]
    public void ChangedValue_MakesTheNextVersion_ThatNamesOldAndNew()
    {
        var second = ReportVersions.Next(First,
            SampleReport.Product with { Rows = [SampleReport.Row("ergebnis", -120000m, -90000m)] });
        Assert.Equal(2, second.Version);
        Assert.Equal(1, second.Changes!.FormerVersion);
        Assert.Equal(
            ["Ergebnis, Ist kumuliert: −100.000 € → −120.000 €", "Ergebnis, Abweichung: −10.000 € → −30.000 €"],
            second.Changes.Entries.Select(change => $"{change.Subject}: {change.Former} → {change.Now}"));
    }

    [Fact]
    public void ChangeBelowTheRounding_IsShownExactly()
    {
        var second = ReportVersions.Next(First,
            SampleReport.Product with { Rows = [SampleReport.Row("ergebnis", -100000.2m, -90000m)] });
        Assert.Equal(("−100.000,1 €", "−100.000,2 €"), (second.Changes!.Entries[0].Former, second.Changes.Entries[0].Now));
    }

    [Fact]
    public void NewAndDroppedFigures_AreListedAsRows()
    {
        var second = ReportVersions.Next(First, SampleReport.Product with { Rows = [SampleReport.Row("ertraege", 5, 5)] });
        Assert.Equal(["neu aufgenommen", "entfallen"], second.Changes!.Entries.Select(change => change.Now));
    }

    private static ProductReport Changed(decimal result) =>
        SampleReport.Product with { Rows = [SampleReport.Row("ergebnis", result, -90000m)] };

    [Fact]
    public void ChangedText_IsNotSilent()
    {
        var second = ReportVersions.Next(First, SampleReport.Product with { Notes = ["Neuer Hinweis."] });
        Assert.Equal("Texte, Hinweise oder Diagramme", Assert.Single(second.Changes!.Entries).Subject);
    }
}
