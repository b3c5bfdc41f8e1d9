using System.Reflection;
using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.Periods;
using static Produktreport.Tests.Support.County;

namespace Produktreport.Core.Tests.KeyFigures;

/// <summary>Every row of <c>faelle.md</c>, which controllers read and extend, is a test.</summary>
public class CaseTableTests
{
    private static readonly CatalogueSet Catalogues = CatalogueSet.Of(Catalogue2025(), Catalogue2026());

    public static IEnumerable<TheoryDataRow<string, string, string, string>> Cases =>
        Table().Select(row => new TheoryDataRow<string, string, string, string>($"{row[0]} {row[1]}", row[2], row[3], row[4]));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case(string name, string delivered, string asked, string expected)
    {
        var calculator = new FigureCalculator(Catalogues, CaseLanguage.Deliveries(delivered));
        Assert.True(
            expected == CaseLanguage.Answer(calculator, asked),
                $"{name}: erwartet „{expected}“, gerechnet „{CaseLanguage.Answer(calculator, asked)}“");
    }

    [Fact]
    public void TheTable_HasItsCasesNumberedWithoutAGap() =>
        Assert.Equal(Enumerable.Range(1, Table().Count).Select(number => $"{number}"), Table().Select(row => row[0]));

    private static List<string[]> Table()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("faelle.md")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && char.IsAsciiDigit(line[2]))
            .Where(line => !line.Contains(".sprechstunden (", StringComparison.Ordinal))
            .Select(line => line.Replace(@"\|", "\u0001", StringComparison.Ordinal).Split('|')[1..^1])
            .Where(cells => cells.Length == 5)
            .Select(cells => cells.Select(cell => cell.Replace('\u0001', '|').Trim()).ToArray())];
    }

    private static Catalogue Catalogue2026() =>
        Year(2026,
            [Product1111(), Successor("1112", ("1190", 0.6m)), Successor("1113", ("1191", 1), ("1192", 1)),
                Successor("1114", ("1194", 1))]) with
        {
            ReferenceFigures = [Inhabitants(128_000, 2025), Inhabitants(130_000, 2026)],
        };

    private static Catalogue Catalogue2025() =>
        Year(2025, [Product1111(), ProductOf("1190"), ProductOf("1191"), ProductOf("1192"), ProductOf("1194")]) with
        {
            ReferenceFigures = [Inhabitants(125_000, 2024)],
        };

    private static ReferenceFigure Inhabitants(decimal count, int year) =>
        new(Id("einwohner"), "Einwohner", count, new DateOnly(year, 6, 30), "Statistisches Landesamt", "");

    private static Product Successor(string number, params (string Former, decimal Share)[] formers) => ProductOf(number) with
    {
        Predecessors = [.. formers.Select(former =>
            new Predecessor(
                LevelNumber.Of(number), ProductNumber.Of(former.Former), LevelNumber.Of(former.Former), former.Share))],
    };

    private static Product Product1111() => ProductOf("1111",
        Service("11112", "Bürgersprechstunde",
        [
            Base("sprechstunden", name: "Anzahl Bürgersprechstunden") with { Unit = "h", Decimals = 1,
                Direction = Direction.HigherIsBetter },
            Base("antworten", name: "Anzahl Rückmeldungen"),
            Base("zufriedenheit", RollUpRule.Weighted, name: "Kundenzufriedenheit") with { WeightedBy = Id("antworten"),
                Decimals = 2, Direction = Direction.LowerIsBetter },
        ]),
        Service("11113", "Medienarbeit",
        [
            Base("auflage", RollUpRule.PointInTime, name: "Auflagenhöhe"),
            Base("zugriffe", RollUpRule.Mean, PeriodKind.Month,
                "Zugriffe pro Monat") with { Direction = Direction.HigherIsBetter },
            Base("umfragen", frequency: PeriodKind.Year, name: "Anzahl Umfragen"),
        ]),
        Service("11116", "Ehrenamt",
            [Base("geehrte_personen", name: "Anzahl geehrte Personen") with { Direction = Direction.HigherIsBetter }],
            [
                Key("je_person", Over(Ref("11116", "ergebnis"), Ref("11116", "geehrte_personen")), "ergebnis / geehrte_personen",
                    "Ergebnis je geehrte Person"),
                Key("kosten_je_stelle", Over(Ref("11116", "aufwendungen"), Ref("11116", "stellen")), "aufwendungen / stellen",
                    "Kosten je Stelle"),
            ])) with
    {
        Goals =
        [
            Goal("stunden", "sprechstunden", Comparison.AtLeast, 30, PeriodKind.Quarter),
            Goal("jahresstunden", "sprechstunden", Comparison.AtLeast, 120, PeriodKind.Year),
            Goal("note", "zufriedenheit", Comparison.AtMost, 2.0m, PeriodKind.Year),
            Goal("offen", "sprechstunden", Comparison.AtLeast, null, PeriodKind.Quarter),
        ],
    };

    private static Goal Goal(string id, string figure, Comparison comparison, decimal? target, PeriodKind span) => new()
    {
        Id = Id(id),
        Text = "{ziel} im {zeitraum}",
        Level = LevelNumber.Of("11112"),
        Figure = Id(figure),
        Comparison = comparison,
        Target = target,
        Span = span,
    };
}
