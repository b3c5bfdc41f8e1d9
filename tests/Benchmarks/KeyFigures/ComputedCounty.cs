using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.Periods;
using static Produktreport.Tests.Support.County;

namespace Produktreport.Benchmarks.KeyFigures;

/// <summary>
/// A made-up county: every product has six services with twelve delivered figures each, a computed Ergebnis and three key
/// figures, and a product level with sums, delivered by month as Ist and Plan over three years.
/// </summary>
internal static class ComputedCounty
{
    public const int Services = 6;
    private const int FirstYear = 2024;
    private const int Years = 3;
    private static readonly string[] Added =
        ["ertraege", "aufwendungen", "faelle", "stunden", "antraege", "bescheide", "besuche", "anrufe", "kurse", "pruefungen"];

    private static readonly FigureId Posts = Id("stellen");

    public static CatalogueSet Catalogues(int products) =>
        CatalogueSet.Of(Enumerable.Range(FirstYear, Years).Select(year =>
            Year(year, Enumerable.Range(1000, products).Select(number => OfNumber($"{number}")))));

    /// <summary>Every delivered value: products × services × 12 figures × 12 months × 2 scenarios × 3 years.</summary>
    public static IEnumerable<StoredValue> Values(int products)
    {
        var stamp = Stamp();
        for (var number = 1000; number < 1000 + products; number++)
        {
            foreach (var value in Enumerable.Range(1, Services).SelectMany(service => Values($"{number}", $"{number}{service}")))
                yield return new StoredValue(value, stamp);
        }
    }

    private static IEnumerable<DeliveredValue> Values(string product, string level) =>
        from figure in BaseFigures(level)
        where figure.Formula is null
        from year in Enumerable.Range(FirstYear, Years)
        from month in Enumerable.Range(1, 12)
        from scenario in (Scenario[])[Scenario.Actual, Scenario.Plan]
        select Value(At(level, figure.Id.Text, product), M(month, year),
            figure.Id == Posts && HasFewPosts(level) ? 1 : 1000.25m + month * 17 + (int)scenario, scenario);

    /// <summary>The first service of every tenth product.</summary>
    private static bool HasFewPosts(string level) => level.EndsWith("01", StringComparison.Ordinal);

    private static Product OfNumber(string number) =>
        ProductOf(number, Enumerable.Range(1, Services).Select(service => Service($"{number}{service}", "Leistung") with
        {
            BaseFigures = BaseFigures($"{number}{service}"),
            KeyFigures = KeyFigures($"{number}{service}"),
        })) with
        {
            BaseFigures = BaseFigures(number),
            KeyFigures = KeyFigures(number),
        };

    private static ImmutableArray<BaseFigure> BaseFigures(string level) =>
    [
        .. Added.Select(id => Monthly(id, RollUpRule.Sum)),
        Monthly("ergebnis", RollUpRule.Sum) with
        {
            Formula = new("ertraege - aufwendungen", Minus(Ref(level, "ertraege"), Ref(level, "aufwendungen"))),
        },
        Monthly(Posts.Text, RollUpRule.Mean),
        Monthly("note", RollUpRule.Weighted) with { WeightedBy = Id("faelle") },
    ];

    private static BaseFigure Monthly(string id, RollUpRule rule) => Base(id, rule, PeriodKind.Month);

    private static ImmutableArray<KeyFigure> KeyFigures(string level) =>
    [
        Key("je_1000", Times(Over(Ref(level, "ergebnis"), Reference("einwohner")), Number(1000)), "je_1000"),
        Key("je_fall", Over(Ref(level, "aufwendungen"), Ref(level, "faelle")), "je_fall"),
        Key("je_stelle", Over(Ref(level, "aufwendungen"), Ref(level, Posts.Text)), "je_stelle") with { SensitiveBy = Posts },
    ];
}
