using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Tests.Reports;

/// <summary>A small product report for tests that change one thing of it.</summary>
internal static class SampleReport
{
    public static ProductReport Product { get; } = new()
    {
        Product = ProductNumber.Of("1111"),
        Name = "Büro Landrat",
        Period = Period.OfQuarter(2026, 3),
        AsOf = new DateOnly(2026, 11, 22),
        Deadline = new DateOnly(2026, 10, 30),
        IsComplete = true,
        Head = new ReportHead
        {
            County = "Landkreis Musterland",
            MainArea = new NumberedName("1", "Zentrale Verwaltung"),
            Area = new NumberedName("11", "Innere Verwaltung"),
            Group = new NumberedName("111", "Verwaltungssteuerung"),
            Department = DepartmentId.Of("buero-landrat"),
            DepartmentName = "Büro Landrat",
        },
        Levels = [new ReportLevel(LevelNumber.Of("1111"), "Büro Landrat", LevelKind.Product, null)],
        Rows = [Row("ergebnis", -100000.10m, -90000m)],
        KeyMessages = [new KeyMessage("Ergebnis", "Das Ergebnis liegt unter dem Plan.")],
    };

    public static ReportRow Row(string id, decimal? actual, decimal? plan) => new()
    {
        Level = LevelNumber.Of("1111"),
        Id = FigureId.Of(id),
        Name = "Ergebnis",
        Type = RowType.BaseFigure,
        IsMain = true,
        Unit = "€",
        Direction = Direction.HigherIsBetter,
        ActualToDate = actual,
        PlanToDate = plan,
        Deviation = actual - plan,
        Status = Status.Red,
        Undefined = ImmutableSortedDictionary<RowField, string>.Empty.Add(RowField.PreviousToDate,
            "nicht geliefert: 2. Quartal 2025"),
        Origins = [new CellOrigin("buero-landrat/2026-q3.csv", new string('a', 64), 4, "F", "=1+1; \"x\"", null)],
    };
}
