using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.Periods;

namespace Produktreport.Benchmarks.Deliveries;

/// <summary>A catalogue with as many products as the files have, and the ledger's profile.</summary>
internal static class LedgerCounty
{
    private static readonly DepartmentId Treasury = DepartmentId.Of("kaemmerei");

    public static CatalogueSet Catalogues { get; } = CatalogueSet.Of(
        County.Year(2026, Enumerable.Range(10000, DeliveryFiles.Products)
            .Select(number => County.ProductOf($"{number}") with { Department = Treasury, BaseFigures = Figures })) with
        {
            Departments = [new Department(Treasury, "Kämmerei", null, true, [])],
            Profiles = [Ledger],
        });

    /// <summary>Figures that nothing ties to each other: what is read is measured, not what is said of it.</summary>
    private static ImmutableArray<BaseFigure> Figures => [.. new[] { "ertraege", "aufwendungen", "ergebnis", "stellen" }
        .Select(id => County.Base(id) with { Unit = id == "stellen" ? "Stellen" : "€" })];

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
}
