using Produktreport.Core.Reports;
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
    public void ChangedValue_MakesTheNextVersion_ThatNamesOldAndNew()
    {
        var second = ReportVersions.Next(First, SampleReport.Product with { Rows = [SampleReport.Row("ergebnis", -120000m, -90000m)] });
        Assert.Equal(2, second.Version);
        Assert.Equal(1, second.Changes!.FormerVersion);
        Assert.Equal(
            ["Ergebnis, Ist kumuliert: −100.000 € → −120.000 €", "Ergebnis, Abweichung: −10.000 € → −30.000 €"],
            second.Changes.Entries.Select(change => $"{change.Subject}: {change.Former} → {change.Now}"));
    }

    [Fact]
    public void ChangeBelowTheRounding_IsShownExactly()
    {
        var second = ReportVersions.Next(First, SampleReport.Product with { Rows = [SampleReport.Row("ergebnis", -100000.2m, -90000m)] });
        Assert.Equal(("−100.000,1 €", "−100.000,2 €"), (second.Changes!.Entries[0].Former, second.Changes.Entries[0].Now));
    }

    [Fact]
    public void NewAndDroppedFigures_AreListedAsRows()
    {
        var second = ReportVersions.Next(First, SampleReport.Product with { Rows = [SampleReport.Row("ertraege", 5, 5)] });
        Assert.Equal(["neu aufgenommen", "entfallen"], second.Changes!.Entries.Select(change => change.Now));
    }

    [Fact]
    public void ChangedText_IsNotSilent()
    {
        var second = ReportVersions.Next(First, SampleReport.Product with { Notes = ["Neuer Hinweis."] });
        Assert.Equal("Texte, Hinweise oder Diagramme", Assert.Single(second.Changes!.Entries).Subject);
    }
}
