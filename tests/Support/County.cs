using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.Periods;

namespace Produktreport.Tests.Support;

/// <summary>Small catalogues, deliveries and formulas for tests, with the standard figures of the example catalogue.</summary>
public static class County
{
    public static readonly ProductNumber Office = ProductNumber.Of("1111");

    public static FigureId Id(string id) => FigureId.Of(id);

    public static FigureAddress At(string level, string figure, string product = "1111") =>
        new(ProductNumber.Of(product), LevelNumber.Of(level), Id(figure));

    public static Term Ref(string level, string figure) => new Term.FigureValue(LevelNumber.Of(level), Id(figure));

    public static Term Reference(string id) => new Term.ReferenceValue(Id(id));

    public static Term Number(decimal value) => new Term.Constant(value);

    public static Term Minus(Term left, Term right) => new Term.Operation(Operator.Minus, left, right);

    public static Term Plus(Term left, Term right) => new Term.Operation(Operator.Plus, left, right);

    public static Term Times(Term left, Term right) => new Term.Operation(Operator.Times, left, right);

    public static Term Over(Term left, Term right) => new Term.Operation(Operator.DividedBy, left, right);

    public static BaseFigure Base(
        string id, RollUpRule rule = RollUpRule.Sum, PeriodKind frequency = PeriodKind.Quarter, string? name = null) =>
        new() { Id = Id(id), Name = name ?? id, RollUp = rule, Frequency = frequency };

    public static KeyFigure Key(string id, Term formula, string text, string? name = null) =>
        new() { Id = Id(id), Name = name ?? id, Unit = "€", Decimals = 2, Formula = new Formula(text, formula) };

    /// <summary>Erträge, Aufwendungen, Ergebnis (by formula where not delivered) and Stellen of a level.</summary>
    public static ImmutableArray<BaseFigure> Standard(string level) =>
    [
        Base("ertraege", name: "Erträge") with { Unit = "€", Direction = Direction.HigherIsBetter },
        Base("aufwendungen", name: "Aufwendungen") with { Unit = "€", Direction = Direction.LowerIsBetter },
        Base("ergebnis", name: "Ergebnis") with
        {
            Unit = "€",
            Direction = Direction.HigherIsBetter,
            IsMain = true,
            Formula = new Formula("ertraege - aufwendungen", Minus(Ref(level, "ertraege"), Ref(level, "aufwendungen"))),
        },
        Base("stellen", RollUpRule.Mean, name: "Anzahl Stellen") with { Unit = "Stellen", Decimals = 2 },
    ];

    public static KeyFigure ResultPerThousand(string level) =>
        Key("ergebnis_je_1000_ew", Times(Over(Ref(level, "ergebnis"), Reference("einwohner")), Number(1000)),
            "ergebnis / einwohner * 1000", "Ergebnis je 1.000 Einwohner")
            with
        { Direction = Direction.HigherIsBetter, IsMain = true };

    public static Service Service(
        string number, string name, IEnumerable<BaseFigure>? more = null, IEnumerable<KeyFigure>? keys = null) => new()
        {
            Number = LevelNumber.Of(number),
            Name = name,
            Kind = ServiceKind.External,
            BaseFigures = [.. Standard(number), .. more ?? []],
            KeyFigures = keys is null ? [ResultPerThousand(number)] : [.. keys],
        };

    public static Product ProductOf(string number, params IEnumerable<Service> services) => new()
    {
        Number = ProductNumber.Of(number),
        Name = "Büro Landrat",
        Hierarchy = new(new(number[..1], ""), new(number[..2], ""), new(number[..3], "")),
        Department = DepartmentId.Of("buero-landrat"),
        BaseFigures = Standard(number),
        KeyFigures = [ResultPerThousand(number)],
        Services = [.. services],
    };

    public static Catalogue Year(int year, params IEnumerable<Product> products) => new()
    {
        Year = year,
        County = "Landkreis Musterland",
        ReferenceFigures = [
            new(Id("einwohner"), "Einwohner", 128_450m, new DateOnly(year - 1, 6, 30), "Statistisches Landesamt", "")],
        Products = [.. products],
    };

    public static DeliveryStamp Stamp(int number = 1) => new(
        $"buero-landrat/{number}.csv", DepartmentId.Of("buero-landrat"), new string('0', 64),
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(number));

    public static DeliveredValue Value(
        FigureAddress address, Period period, decimal? value, Scenario scenario = Scenario.Actual, bool cumulative = false) =>
        new(address, period, scenario, value, cumulative,
            new CellReference(2, "F", value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "k.A."), null);

    public static FigureSet Delivered(params IEnumerable<DeliveredValue> values) =>
        FigureSet.Empty.With(values.Select(value => new StoredValue(value, Stamp())));

    public static FigureCalculator Calculator(Catalogue catalogue, params IEnumerable<DeliveredValue> values) =>
        new(CatalogueSet.Of(catalogue), Delivered(values));

    public static Period Q(int quarter, int year = 2026) => Period.OfQuarter(year, quarter);

    public static Period M(int month, int year = 2026) => Period.OfMonth(year, month);

    public static Period Y(int year = 2026) => Period.OfYear(year);
}
