using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.Periods;

namespace Produktreport.Benchmarks.KeyFigures;

/// <summary>
/// A made-up county: every product has six services with twelve delivered figures each, a computed Ergebnis and three key
/// figures, and a product level with sums, delivered by month as Ist and Plan over three years.
/// </summary>
internal static class GeneratedCounty
{
    public const int Services = 6;
    private const int FirstYear = 2024;
    private const int Years = 3;
    private static readonly string[] Added =
        ["ertraege", "aufwendungen", "faelle", "stunden", "antraege", "bescheide", "besuche", "anrufe", "kurse", "pruefungen"];

    private static readonly FigureId Posts = FigureId.Of("stellen");

    public static CatalogueSet Catalogues(int products) =>
        CatalogueSet.Of(Enumerable.Range(FirstYear, Years).Select(year => new Catalogue
        {
            Year = year,
            County = "Landkreis",
            ReferenceFigures = [new(FigureId.Of("einwohner"), "Einwohner", 128_450, new DateOnly(year - 1, 6, 30), "", "")],
            Products = [.. Enumerable.Range(1000, products).Select(number => ProductOf($"{number}"))],
        }));

    /// <summary>Every delivered value: products × services × 12 figures × 12 months × 2 scenarios × 3 years.</summary>
    public static IEnumerable<StoredValue> Values(int products)
    {
        var stamp = Stamp(1);
        for (var number = 1000; number < 1000 + products; number++)
        {
            foreach (var value in Enumerable.Range(1, Services).SelectMany(service => Values($"{number}", $"{number}{service}")))
                yield return new StoredValue(value, stamp);
        }
    }

    public static DeliveryStamp Stamp(int day) =>
        new($"amt/{day}.csv", DepartmentId.Of("amt"), new string('0', 64),
            new DateTimeOffset(2026, 1, day, 0, 0, 0, TimeSpan.Zero));

    public static DeliveredValue Value(string product, string level, string figure, Period period, Scenario scenario,
        decimal value) =>
        new(new FigureAddress(ProductNumber.Of(product), LevelNumber.Of(level), FigureId.Of(figure)), period, scenario, value,
            false, Cell, null);

    private static readonly CellReference Cell = new(2, "F", "1");

    private static IEnumerable<DeliveredValue> Values(string product, string level) =>
        from figure in BaseFigures(level)
        where figure.Formula is null
        from year in Enumerable.Range(FirstYear, Years)
        from month in Enumerable.Range(1, 12)
        from scenario in (Scenario[])[Scenario.Actual, Scenario.Plan]
        select Value(product, level, figure.Id.Text, Period.OfMonth(year, month), scenario, figure.Id == Posts
            && HasFewPosts(level) ? 1 : 1000.25m + month * 17 + (int)scenario);

    /// <summary>The first service of every tenth product.</summary>
    private static bool HasFewPosts(string level) => level.EndsWith("01", StringComparison.Ordinal);

    private static Product ProductOf(string number) => new()
    {
        Number = ProductNumber.Of(number),
        Name = "Produkt",
        Hierarchy = new(new(number[..1], ""), new(number[..2], ""), new(number[..3], "")),
        Department = DepartmentId.Of("amt"),
        BaseFigures = BaseFigures(number),
        KeyFigures = KeyFigures(number),
        Services =
        [
            .. Enumerable.Range(1, Services).Select(service => new Service
            {
                Number = LevelNumber.Of($"{number}{service}"),
                Name = "Leistung",
                Kind = ServiceKind.External,
                BaseFigures = BaseFigures($"{number}{service}"),
                KeyFigures = KeyFigures($"{number}{service}"),
            }),
        ],
    };

    private static System.Collections.Immutable.ImmutableArray<BaseFigure> BaseFigures(string level) =>
    [
        .. Added.Select(id => Base(id, RollUpRule.Sum)),
        Base("ergebnis",
            RollUpRule.Sum) with { Formula = new("ertraege - aufwendungen",
            new Term.Operation(Operator.Minus, Ref(level, "ertraege"), Ref(level, "aufwendungen"))) },
        Base(Posts.Text, RollUpRule.Mean),
        Base("note", RollUpRule.Weighted) with { WeightedBy = FigureId.Of("faelle") },
    ];

    private static System.Collections.Immutable.ImmutableArray<KeyFigure> KeyFigures(string level) =>
    [
        Key("je_1000",
            new Term.Operation(Operator.Times,
            new Term.Operation(Operator.DividedBy, Ref(level, "ergebnis"), new Term.ReferenceValue(FigureId.Of("einwohner"))),
            new Term.Constant(1000))),
        Key("je_fall", new Term.Operation(Operator.DividedBy, Ref(level, "aufwendungen"), Ref(level, "faelle"))),
        Key("je_stelle",
            new Term.Operation(Operator.DividedBy, Ref(level, "aufwendungen"), Ref(level, Posts.Text))) with { SensitiveBy =
            Posts },
    ];

    private static Term.FigureValue Ref(string level, string figure) => new(LevelNumber.Of(level), FigureId.Of(figure));

    private static BaseFigure Base(string id, RollUpRule rule) =>
        new() { Id = FigureId.Of(id), Name = id, RollUp = rule, Frequency = PeriodKind.Month };

    private static KeyFigure Key(string id, Term formula) =>
        new() { Id = FigureId.Of(id), Name = id, Formula = new(id, formula) };
}
