using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Tests.Catalogues;

/// <summary>The county's form 1111 as a catalogue, field by field.</summary>
public sealed class ExampleCatalogueTests
{
    private static readonly CatalogueReading Reading = CatalogueReader.Read(Katalog.Example());
    private static readonly Catalogue Year = Reading.Catalogues.ByYear[2026];
    private static readonly Product Product = Year.Find(ProductNumber.Of("1111"))!;

    [Fact]
    public void Example_IsValid_AndTheYearOfOnlyProfilesHasNoCatalogue()
    {
        Assert.Equal([2026], Reading.Catalogues.ByYear.Keys);
        var hint = Assert.Single(Reading.Findings);
        Assert.Equal(("PR-2015", Severity.Hint, "2017/rahmen.yaml"), (hint.Code, hint.Severity, hint.File));
    }

    [Fact]
    public void Frame_HasEveryField()
    {
        Assert.Equal(("Landkreis Musterland", "07999", 3), (Year.County, Year.CountyKey, Year.MinimumCount));
        Assert.Equal(
            new ReferenceFigure(
                FigureId.Of("einwohner"), "Einwohner", 128450, new DateOnly(2025, 6, 30),
                    "Statistisches Landesamt, Fortschreibung Zensus 2022", ""),
            Assert.Single(Year.ReferenceFigures));
        Assert.Equal([PeriodKind.Quarter, PeriodKind.Year], Year.Reporting.Kinds);
        Assert.Equal(new DateOnly(2026, 10, 30), Year.Reporting.Deadline(Period.OfQuarter(2026, 3)));
        Assert.Equal(new StatusTolerance(5, 10000, 10), Year.Tolerance);
        Assert.Equal(("kaemmerei", true), (Year.Departments[1].Id.Text, Year.Departments[1].DeliversForAll));
    }

    [Fact]
    public void Product_HasEveryFieldOfTheForm()
    {
        Assert.Equal(
            ("Büro Landrat", "buero-landrat", "Funktionsaufgabe"), (Product.Name, Product.Department.Text, Product.TaskKind));
        Assert.Equal(new HierarchyStep("111", "Verwaltungssteuerung"), Product.Hierarchy.Group);
        Assert.Null(Product.Principal);
        Assert.StartsWith(
            "Unterstützung der Verwaltungsführung, Repräsentation und einheitliche Darstellung", Product.Description,
                StringComparison.Ordinal);
        Assert.Equal(
            ["11111", "11112", "11113", "11114", "11115", "11116"], Product.Services.Select(service => service.Number.Text));
        Assert.Equal(ServiceKind.Internal, Product.Services[0].Kind);
        Assert.Equal([2.0m, 30m, 40m, null], Product.Goals.Select(goal => goal.Target));
        Assert.Equal(
            ("11112", "zufriedenheit", Comparison.AtMost),
                (Product.Goals[0].Level.Text, Product.Goals[0].Figure.Text, Product.Goals[0].Comparison));
    }

    [Fact]
    public void StandardFigures_ComeFirst_ALevelsBaseFiguresAreAdded_ItsKeyFiguresReplace()
    {
        Assert.Equal(
            ["ertraege", "aufwendungen", "ergebnis", "stellen", "ergebnis_je_1000_ew"],
                Product.Figures.Select(figure => figure.Id.Text));
        Assert.Equal(["kosten_je_stelle", "kosten_je_1000_ew"], Product.Services[0].KeyFigures.Select(figure => figure.Id.Text));
        Assert.Equal(
            ["ertraege", "aufwendungen", "ergebnis", "stellen", "sprechstunden", "antworten", "zufriedenheit",
                "ergebnis_je_1000_ew"],
            Product.Services[1].Figures.Select(figure => figure.Id.Text));
    }

    [Fact]
    public void StandardFormula_IsResolvedAtEachLevel()
    {
        foreach (var level in Product.Levels)
        {
            var formula = level.Find(FigureId.Of("ergebnis"))!.Formula!;
            var expected = new Term.Operation(
                Operator.Minus,
                new Term.FigureValue(level.LevelNumber, FigureId.Of("ertraege")),
                    new Term.FigureValue(level.LevelNumber, FigureId.Of("aufwendungen")));
            Assert.Equal(new Formula("ertraege - aufwendungen", expected), formula);
            Assert.Equal(formula, Year.Standard.BaseFiguresAt(level.LevelNumber)[2].Formula);
        }
    }

    [Fact]
    public void WeightedFigure_KnowsItsWeightAndRange()
    {
        var satisfaction = (BaseFigure)Product.Services[1].Find(FigureId.Of("zufriedenheit"))!;
        Assert.Equal(
            (RollUpRule.Weighted, "antworten", 1m, 6m),
                (satisfaction.RollUp, satisfaction.WeightedBy!.Value.Text, satisfaction.Minimum, satisfaction.Maximum));
        Assert.Equal("stellen", Product.Services[0].KeyFigures[0].SensitiveBy!.Value.Text);
        Assert.Equal(PeriodKind.Month, ((BaseFigure)Product.Services[2].Find(FigureId.Of("homepage_zugriffe"))!).Frequency);
    }

    [Fact]
    public void LedgerProfile_HasItsConditions()
    {
        var profile = Assert.Single(Year.Profiles);
        Assert.Equal(("sachkonten", "Profitcenter"), (profile.Name, profile.ProductColumn));
        Assert.Equal(
            (-1m, "Kostenart", "4*"),
            (profile.Values[0].Factor, profile.Values[0].When!.Patterns[0].Column,
            profile.Values[0].When!.Patterns[0].Patterns.Single()));
        Assert.Equal(Period.OfYear(2026), profile.Values[1].Period);
        Assert.Equal(("Profitcenter", ""),
            (profile.TotalRow!.Patterns[0].Column, profile.TotalRow.Patterns[0].Patterns.Single()));
    }

    [Fact]
    public void FreiburgProfile_IsReadWhereItsYearHasAFrame()
    {
        var frame = Katalog.Example("2026").First(file => file.Path.EndsWith("rahmen.yaml", StringComparison.Ordinal));
        var reading = CatalogueReader.Read([.. Katalog.Example("2017"), frame with { Path = "2017/rahmen.yaml" }]);
        Assert.Empty(reading.Findings);
        var profile = Assert.Single(reading.Catalogues.ByYear[2017].Profiles);
        Assert.Equal(
            ("windows-1252", ';', ',', "", 1),
                (profile.Encoding, profile.Separator, profile.DecimalMark, profile.ThousandsMark, profile.HeaderLine));
        Assert.Equal(UnknownProducts.Create, profile.UnknownProducts);
        Assert.Equal(
            new ProductColumns(
                "Produktbezeichnung", "Produktgruppe", "Produktgruppenbezeichnung", "Produktbereich",
                    "Produktbereich Bezeichnung"), profile.Creation);
        Assert.Equal(2, profile.Checks[0].Right.Length);
    }

    [Fact]
    public void AYearWithoutProducts_IsValid()
    {
        var reading = Katalog.Read();
        Assert.Empty(reading.Findings);
        Assert.Empty(reading.Catalogues.ByYear[2026].Products);
    }
}
