using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Tests.Reports;

/// <summary>A county with one small product, and deliveries to it cell by cell.</summary>
internal sealed class SampleCounty
{
    public static readonly ProductNumber Number = ProductNumber.Of("1111");
    public static readonly LevelNumber Product = LevelNumber.Of("1111");
    public static readonly LevelNumber Service = LevelNumber.Of("11112");
    public static readonly FigureId Result = FigureId.Of("ergebnis");
    public static readonly FigureId Hours = FigureId.Of("sprechstunden");

    private readonly List<DeliveredValue> values = [];

    public static Catalogue Catalogue(int year) => County.Year(year, SampleProduct) with
    {
        Departments = [new Department(DepartmentId.Of("buero-landrat"), "Büro Landrat", "buero@musterland.example", false, [])],
    };

    private static Product SampleProduct { get; } = new()
    {
        Number = Number,
        Name = "Büro Landrat",
        Hierarchy = new ProductHierarchy(
            new HierarchyStep("1", "Zentrale Verwaltung"), new HierarchyStep("11", "Innere Verwaltung"),
            new HierarchyStep("111", "Verwaltungssteuerung")),
        Department = DepartmentId.Of("buero-landrat"),
        LegalBasis = "Landkreisordnung (LKO)",
        BaseFigures =
            [County.Base("ergebnis", name: "Ergebnis") with { Unit = "€", Direction = Direction.HigherIsBetter, IsMain = true }],
        KeyFigures = [County.ResultPerThousand("1111")],
        Services =
        [
            new Service
            {
                Number = Service,
                Name = "Bürgersprechstunde",
                Kind = ServiceKind.External,
                BaseFigures =
                    [new BaseFigure { Id = Hours, Name = "Anzahl Bürgersprechstunden (Stunden)", Unit = "h", Decimals =
                        1, Direction = Direction.HigherIsBetter }],
            },
        ],
        Goals =
        [
            new Goal
            {
                Id = Hours,
                Text = "Anzahl Bürgersprechstunden von {ziel} Stunden im {zeitraum}",
                Level = Service,
                Figure = Hours,
                Comparison = Comparison.AtLeast,
                Target = 30,
                Span = PeriodKind.Quarter,
            },
            new Goal
            {
                Id = FigureId.Of("offen"),
                Text = "Durchführung von {ziel} Maßnahmen",
                Level = Service,
                Figure = Hours,
                Comparison = Comparison.AtLeast,
                Span = PeriodKind.Year,
            },
        ],
    };

    public SampleCounty With(
        LevelNumber level, FigureId figure, string period, decimal? value, Scenario scenario = Scenario.Actual,
        string? comment = null, string? reason = null)
    {
        values.Add(new DeliveredValue(
            new FigureAddress(Number, level, figure),
            Canonical.Period(period),
            scenario,
            value,
            false,
            new CellReference(values.Count + 2, "F", value is { } known ? German.GermanFormat.Exact(known) : "k.A."),
            comment,
            reason));
        return this;
    }

    public FigureCalculator Calculator()
    {
        var stamp = new DeliveryStamp("buero-landrat/2026.csv", DepartmentId.Of("buero-landrat"), new string('0', 64),
            DateTimeOffset.UnixEpoch);
        return new FigureCalculator(
            CatalogueSet.Of(Catalogue(2025), Catalogue(2026)),
            FigureSet.Empty.With(new AcceptedDelivery(stamp, [.. values], [])));
    }

    public ProductReport Report(string period) => ReportAssembly.Product(
        Calculator(), Number, Canonical.Period(period), new ReportOptions(new DateOnly(2026, 11, 22)));
}
