using CsCheck;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.KeyFigures.Explaining;
using Produktreport.Core.KeyFigures.Values;
using static Produktreport.Tests.Support.County;

namespace Produktreport.Core.Tests.KeyFigures;

/// <summary>Products renumbered, split and merged over several years, as the comparison of five years follows them.</summary>
public class PreviousYearsTests
{
    private const int Now = 2026;
    private const int First = 2022;

    [Fact]
    public void RenamedYearAfterYear_IsFollowedToItsFirstNumber()
    {
        var calculator = Calculator(
            [Year(2023, Product("1103")), Year(2024, Product("1104", ("1103", 1))), Year(2025, Product("1105", ("1104", 1))),
                Year(2026, Product("1106", ("1105", 1)))],
            Spent("1103", 2023, 300), Spent("1104", 2024, 400), Spent("1105", 2025, 500));

        Assert.Equal([500m, 400m, 300m], Past(calculator, "1106", "aufwendungen", 3));
        Assert.Equal(
            ["x = 300", "  aus den Vorgängern", "  1105 = 300", "    aus den Vorgängern", "    1104 = 300",
                "      aus den Vorgängern", "      1103 = 300"],
            Explanation.Of("x", Previous(calculator, "1106", "aufwendungen", 3)).Take(7).Select(line => line.ToString()));
    }

    [Fact]
    public void SplitAndMergedAgain_IsWhatItWasBefore()
    {
        var calculator = Calculator(
            [Year(2024, Product("1101")), Year(2025, Product("1102", ("1101", 0.6m)), Product("1103", ("1101", 0.4m))),
                Year(2026, Product("1104", ("1102", 1), ("1103", 1)))],
            Spent("1101", 2024, 1000), Spent("1102", 2025, 650), Spent("1103", 2025, 450));

        Assert.Equal([1100m, 1000m], Past(calculator, "1104", "aufwendungen", 2));
    }

    [Fact]
    public void MergedAndSplitAgain_HasItsShareOfAllFormers()
    {
        var calculator = Calculator(
            [Year(2024, Product("1101"), Product("1102")), Year(2025, Product("1103", ("1101", 1), ("1102", 1))),
                Year(2026, Product("1104", ("1103", 0.3m)), Product("1105", ("1103", 0.7m)))],
            Spent("1101", 2024, 600), Spent("1102", 2024, 400), Spent("1103", 2025, 2000));

        Assert.Equal([600m, 300m], Past(calculator, "1104", "aufwendungen", 2));
        Assert.Equal([1400m, 700m], Past(calculator, "1105", "aufwendungen", 2));
    }

    [Fact]
    public void GradeOfPartOfAFormer_CountsByThatPartOfItsWeight()
    {
        var calculator = Calculator(
            [Year(2025, Product("1101"), Product("1102")), Year(2026, Product("1103", ("1101", 0.5m), ("1102", 1)))],
            Given("1101", "note", 2025, 1), Given("1101", "antworten", 2025, 40), Given("1102", "note", 2025, 3),
                Given("1102", "antworten", 2025, 60));

        Assert.Equal((0.5m * 40 * 1 + 60 * 3) / (0.5m * 40 + 60), Previous(calculator, "1103", "note", 1).Amount);
    }

    [Fact]
    public void GradesNobodyGave_SayWhyThereIsNone()
    {
        var calculator = Calculator(
            [Year(2025, Product("1101"), Product("1102")), Year(2026, Product("1103", ("1101", 1), ("1102", 1)))],
            Given("1101", "note", 2025, 1), Given("1101", "antworten", 2025, 0), Given("1102", "note", 2025, 3),
                Given("1102", "antworten", 2025, 0));

        Assert.Equal("Summe der Gewichte ist 0: antworten", Reason(Previous(calculator, "1103", "note", 1)));
    }

    [Fact]
    public void NumberGivenAnew_DoesNotContinueTheOldProduct()
    {
        var calculator = Calculator(
            [Year(2024, Product("1101")), Year(2025, Product("1102", ("1101", 1))), Year(2026, Product("1101"), Product("1102"))],
            Spent("1101", 2024, 400), Spent("1102", 2025, 500));

        Assert.Equal([500m, 400m], Past(calculator, "1102", "aufwendungen", 2));
        Assert.Equal("im Katalog 2025 nicht enthalten", Reason(Previous(calculator, "1101", "aufwendungen", 2)));
    }

    [Fact]
    public void YearsWithoutACatalogue_AreDeliveredByTheNumbersOfTheCatalogueInForce()
    {
        var calculator = Calculator(
            [Year(2023, Product("1101")), Year(2026, Product("1102", ("1101", 1)))],
            Spent("1101", 2023, 300), Spent("1102", 2024, 400), Spent("1102", 2025, 500));

        Assert.Equal([500m, 400m, 300m], Past(calculator, "1102", "aufwendungen", 3));
    }

    [Fact]
    public void FigureTheCatalogueBetweenDoesNotHave_IsFoundUnderTheFormerNumber()
    {
        var between = Product("1102", ("1101", 1));
        var calculator = Calculator(
            [Year(2024, Product("1101")),
                Year(2025, between with { BaseFigures = [.. between.BaseFigures.Where(figure => figure.Id.Text != "note")] }),
                    Year(2026, Product("1102"))],
            Given("1101", "note", 2024, 2));

        Assert.Equal(2m, Previous(calculator, "1102", "note", 2).Amount);
    }

    [Fact]
    public void ServicesThatMovedIntoANewProduct_MakeItsPast()
    {
        Product With(string number, string service, params Predecessor[] formers) =>
            ProductOf(number, Service(service, "Ehrenamt")) with { Predecessors = [.. formers] };
        var calculator = Calculator(
            [Year(2024, With("1101", "11011")), Year(2025, With("1102", "11021", Former("11021", "1101", "11011"))),
                Year(2026, With("1103", "11031", Former("11031", "1102", "11021")))],
            Value(At("11011", "aufwendungen", "1101"), Q(1, 2024), 400),
                Value(At("11021", "aufwendungen", "1102"), Q(1, 2025), 500));

        Assert.Equal([500m, 400m], Past(calculator, "1103", "aufwendungen", 2));
    }

    [Fact]
    public void WhateverBecameOfTheProducts_TheirPastAddsUpToWhatWasDelivered() =>
        Histories.Sample(history =>
        {
            var calculator = history.Calculator();
            return Enumerable.Range(1, Now - First).All(back =>
                history.Numbers(Now)
                    .Sum(number => Previous(calculator, number, "aufwendungen", back).Amount) == history.Delivered(
                        "aufwendungen", Now - back).Sum());
        }, iter: 200);

    [Fact]
    public void WhateverBecameOfTheProducts_AllGradesGivenCountOnce() =>
        Histories.Sample(history =>
        {
            var calculator = history.Calculator();
            return Enumerable.Range(1, Now - First).All(back =>
            {
                var counted = history.Numbers(Now)
                    .Sum(number =>
                        Previous(calculator, number, "note", back).Amount * Previous(
                            calculator, number, "antworten", back).Amount);
                var given = history.Delivered("note", Now - back)
                    .Zip(history.Delivered("antworten", Now - back), (grade, weight) => grade * weight).Sum();
                return Math.Abs(counted!.Value - given) < 1e-15m;
            });
        }, iter: 200);

    [Fact]
    public void WhateverBecameOfTheProducts_KeyFiguresFollowTheirFormula() =>
        Histories.Sample(history =>
        {
            var calculator = history.Calculator();
            return history.Numbers(Now).All(number => Enumerable.Range(1, Now - First).All(back =>
                Math.Abs((Previous(calculator, number, "je_antwort", back).Amount
                    - Previous(calculator, number, "aufwendungen", back).Amount / Previous(
                        calculator, number, "antworten", back).Amount)!.Value) < 1e-15m));
        }, iter: 200);

    /// <summary>Three products, which are kept, renumbered, split in two or merged in each of four years.</summary>
    private static readonly Gen<History> Histories = Gen.Int[0, 1_000_000].Select(seed => History.Of(new Random(seed)));

    private sealed class History
    {
        private readonly List<Catalogue> catalogues = [];
        private readonly List<DeliveredValue> values = [];
        private int numbers = 1100;

        public static History Of(Random random)
        {
            var history = new History();
            history.Add(First, [.. Enumerable.Range(0, 3).Select(_ => Product(history.NewNumber()))], random);
            for (var year = First + 1; year <= Now; year++)
                history.Add(year, [.. history.Successors(history.Numbers(year - 1), random)], random);
            return history;
        }

        public IReadOnlyList<string> Numbers(int year) =>
            [.. catalogues.Single(catalogue => catalogue.Year == year).Products.Select(product => product.Number.Text)];

        public IEnumerable<decimal> Delivered(string figure, int year) =>
            values.Where(value => value.Address.Figure.Text == figure && value.Period.Year == year)
                .Select(value => value.Value!.Value);

        public FigureCalculator Calculator() => PreviousYearsTests.Calculator([.. catalogues], [.. values]);

        private IEnumerable<Product> Successors(IEnumerable<string> before, Random random)
        {
            var open = new Queue<string>(before);
            while (open.TryDequeue(out var number))
            {
                switch (random.Next(4))
                {
                    case 0:
                        yield return Product(number);
                        break;
                    case 1:
                        yield return Product(NewNumber(), (number, 1));
                        break;
                    case 2 when open.TryDequeue(out var other):
                        yield return Product(NewNumber(), (number, 1), (other, 1));
                        break;
                    default:
                        var share = random.Next(1, 10) / 10m;
                        yield return Product(NewNumber(), (number, share));
                        yield return Product(NewNumber(), (number, 1 - share));
                        break;
                }
            }
        }

        private void Add(int year, IReadOnlyList<Product> products, Random random)
        {
            catalogues.Add(Year(year, products));
            values.AddRange(products.SelectMany(product => (DeliveredValue[])
            [
                Spent(product.Number.Text, year, random.Next(1, 100_000)),
                Given(product.Number.Text, "antworten", year, random.Next(1, 100)),
                Given(product.Number.Text, "note", year, random.Next(10, 60) / 10m),
            ]));
        }

        private string NewNumber() => $"{numbers++}";
    }

    private static Product Product(string number, params (string Former, decimal Share)[] formers)
    {
        var product = ProductOf(number);
        return product with
        {
            BaseFigures = [
                .. product.BaseFigures, Base("antworten"),
                    Base("note", RollUpRule.Weighted) with { WeightedBy = Id("antworten") }],
            KeyFigures = [
                Key("je_antwort", Over(Ref(number, "aufwendungen"), Ref(number, "antworten")), "aufwendungen / antworten")],
            Predecessors = [.. formers.Select(former => Former(number, former.Former, former.Former, former.Share))],
        };
    }

    private static Predecessor Former(string level, string product, string formerLevel, decimal share = 1) =>
        new(LevelNumber.Of(level), ProductNumber.Of(product), LevelNumber.Of(formerLevel), share);

    private static FigureCalculator Calculator(Catalogue[] catalogues, params DeliveredValue[] values) =>
        new(CatalogueSet.Of(catalogues), Delivered(values));

    private static DeliveredValue Spent(string product, int year, decimal amount) => Given(product, "aufwendungen", year, amount);

    private static DeliveredValue Given(string product, string figure, int year, decimal amount) =>
        Value(At(product, figure, product), Q(1, year), amount);

    private static CalculatedValue Previous(FigureCalculator calculator, string product, string figure, int yearsBack) =>
        calculator.Previous(At(product, figure, product), Q(1, Now), yearsBack, cumulative: false);

    private static IEnumerable<decimal?> Past(FigureCalculator calculator, string product, string figure, int years) =>
        Enumerable.Range(1, years).Select(back => Previous(calculator, product, figure, back).Amount);

    private static string Reason(CalculatedValue value) => Assert.IsType<CalculatedValue.Undefined>(value).Reason.Text;
}
