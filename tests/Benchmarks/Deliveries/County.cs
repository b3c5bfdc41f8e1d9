using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.Periods;

namespace Produktreport.Benchmarks.Deliveries;

/// <summary>A catalogue with as many products as the files have, and the ledger's profile.</summary>
internal static class County
{
    private static readonly DepartmentId Treasury = DepartmentId.Of("kaemmerei");

    public static CatalogueSet Catalogues { get; } = CatalogueSet.Of(new Catalogue
    {
        Year = 2026,
        County = "Landkreis Musterland",
        Departments = [new Department(Treasury, "Kämmerei", null, true, [])],
        Products = [.. Enumerable.Range(10000, DeliveryFiles.Products).Select(Product)],
        Profiles = [Ledger],
    });

    private static ImportProfile Ledger => new()
    {
        Name = "sachkonten",
        AppliesTo = "kaemmerei/sachkonten-*.csv",
        ProductColumn = "Profitcenter",
        Values =
        [
            new ProfileValue("Ist 2026", FigureId.Of("ertraege"), Period.OfYear(2026), Scenario.Actual, -1,
                When("Kostenart", "4*")),
            new ProfileValue("Ist 2026", FigureId.Of("aufwendungen"), Period.OfYear(2026), Scenario.Actual, 1,
                When("Kostenart", "5*")),
        ],
        Ignored = [When("Kostenart", "9*")],
        TotalRow = When("Profitcenter", ""),
    };

    public static DeliveryStamp Stamp(string file) =>
        new(file, Treasury, new string('0', 64), new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    private static RowCondition When(string column, string pattern) => new([new ColumnPattern(column, [pattern])]);

    private static Product Product(int number) => new()
    {
        Number = ProductNumber.Of($"{number}"),
        Name = $"Produkt {number}",
        Department = Treasury,
        Hierarchy = new ProductHierarchy(new HierarchyStep("1", ""), new HierarchyStep("10", ""), new HierarchyStep("100", "")),
        BaseFigures = [Figure("ertraege"), Figure("aufwendungen"), Figure("ergebnis"), Figure("stellen")],
    };

    private static BaseFigure Figure(string id) =>
        new() { Id = FigureId.Of(id), Name = id, Unit = id == "stellen" ? "Stellen" : "€" };
}
