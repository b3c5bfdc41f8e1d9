using Produktreport.Core.Catalogues;
using Produktreport.Core.Comparisons.Files;
using Produktreport.Core.Figures;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.Periods;
using Produktreport.Core.Protection;
using Produktreport.Core.Reports;
using Produktreport.Core.Reports.Contents;
using static Produktreport.Tests.Support.County;

namespace Produktreport.Core.Tests.Protection;

/// <summary>What a county hides from the public cannot be worked out from the file it gives to other counties.</summary>
public sealed class OpenFigureAttackTests
{
    private static readonly Period[] Reported = [Q(1), Q(2), Q(3), Q(4), Y()];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void SuppressedValues_CannotBeRecoveredFromTheFile(int seed)
    {
        var calculator = Calculator(seed);
        var edition = PublicEdition.Of(calculator, Reported);
        var suppression = edition.Suppression();
        var sensitive = suppression.Sensitive.Where(IsOfTheYear).ToList();
        Assert.NotEmpty(sensitive);
        var given = Given(calculator, suppression.Hides);
        Assert.NotEmpty(given);
        Assert.DoesNotContain(given.Keys, cell => suppression.Hides(cell));
        Assert.All(given, entry => Assert.Equal(Math.Round(edition.Numbers[entry.Key].Value, 6), entry.Value, 6));
        Assert.Empty(Armed(edition, given.Keys).Recovered().Intersect(sensitive));
    }

    /// <summary>The attack is one: it finds what a file gives away that leaves out no more than the sensitive values.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void AFileWithoutSecondarySuppression_WouldGiveThemAway(int seed)
    {
        var calculator = Calculator(seed);
        var edition = PublicEdition.Of(calculator, Reported);
        var given = Given(calculator, edition.Sensitive.Contains);
        Assert.NotEmpty(Armed(edition, given.Keys).Recovered().Intersect(edition.Sensitive));
    }

    [Theory]
    [InlineData(ReportState.Draft, ReportEdition.Public, "2026")]
    [InlineData(ReportState.Released, ReportEdition.Internal, "2026")]
    [InlineData(ReportState.Released, ReportEdition.Public, "2026-Q4")]
    public void NothingButTheReleasedPublicAnnualReport_IsGivenOut(ReportState state, ReportEdition edition, string period)
    {
        var calculator = Calculator(1);
        var report = ReportAssembly.Product(
            calculator, Office, period.Length == 4 ? Y() : Q(4), new ReportOptions(new DateOnly(2027, 3, 1), state));
        Assert.True(report.IsSensitive);
        Assert.Throws<ArgumentException>(() => OpenFigureExport.Of(report with { Edition = edition }, Catalogue()));
    }

    /// <summary>The values of the county's file, by the cells of its public edition.</summary>
    private static Dictionary<PublicCell, decimal> Given(FigureCalculator calculator, Func<PublicCell, bool> hides)
    {
        var figures = Catalogue().Products.SelectMany(product =>
        {
            var report = ReportAssembly.Product(
                calculator, product.Number, Y(), new ReportOptions(new DateOnly(2027, 3, 1), ReportState.Released));
            return OpenFigureExport.Of(
                PublicReports.Of(report, hides) ?? report with { Edition = ReportEdition.Public }, Catalogue());
        });
        var file = ComparisonFile.Read("07999.csv", OpenFigureCsv.Write(figures), []);
        Assert.Empty(file.Findings);
        var addresses = (from product in Catalogue().Products
                         from level in product.Levels
                         from figure in level.Figures
                         select (Key: (product.Number, figure.Shared!.Id),
                             Address: new FigureAddress(product.Number, level.LevelNumber, figure.Id)))
            .ToDictionary(each => each.Key, each => each.Address);
        return file.Figures.ToDictionary(
            figure => new PublicCell("", addresses[(figure.Product, figure.Figure)], 2026, 1, 12, PublicValueKind.Actual),
            figure => figure.Value);
    }

    /// <summary>An attacker who has the file, and knows the catalogue and its formulas.</summary>
    private static Attacker Armed(PublicEdition edition, IReadOnlyCollection<PublicCell> given)
    {
        var attacker = new Attacker(edition.Numbers, [.. edition.Numbers.Keys.Where(IsOfTheYear).Except(given)]);
        foreach (var product in Catalogue().Products)
        {
            foreach (var level in product.Levels)
            {
                PublicCell Of(string figure) => Cell(product, level, figure);
                attacker.Knows(x => x(Of("ergebnis")) - x(Of("ertraege")) + x(Of("aufwendungen")));
                attacker.Knows(x => x(Of("ergebnis_je_1000_ew")) * 128.45 - x(Of("ergebnis")));
                attacker.Knows(x => x(Of("kosten_je_stelle")) * x(Of("stellen")) - x(Of("aufwendungen")));
            }

            foreach (var figure in (string[])["ertraege", "aufwendungen", "ergebnis", "stellen"])
            {
                if (!product.Services.IsEmpty)
                    attacker.Knows(x => product.Services.Sum(service => x(Cell(product, service, figure)))
                        - x(Cell(product, product, figure)));
            }
        }

        return attacker;
    }

    private static PublicCell Cell(Product product, Level level, string figure) => new(
        "", new FigureAddress(product.Number, level.LevelNumber, Id(figure)), 2026, 1, 12, PublicValueKind.Actual);

    private static bool IsOfTheYear(PublicCell cell) =>
        cell is { Scope: "", FirstMonth: 1, LastMonth: 12, Kind: PublicValueKind.Actual, ReportYear: 0 };

    private static FigureCalculator Calculator(int seed)
    {
        var random = new Random(seed);
        var values = new List<DeliveredValue>();
        foreach (var product in Catalogue().Products)
        {
            foreach (var level in product.Services.IsEmpty ? [product.LevelNumber] : product.Services.Select(each => each.Number))
            {
                var staff = random.Next(2, 20) / 4m;
                foreach (var quarter in Period.AllOf(2026, PeriodKind.Quarter))
                {
                    FigureAddress Of(string figure) => At(level.Text, figure, product.Number.Text);
                    values.Add(Value(Of("ertraege"), quarter, random.Next(100, 90_000) / 100m));
                    values.Add(Value(Of("aufwendungen"), quarter, random.Next(1_000_000, 9_000_000) / 100m));
                    values.Add(Value(Of("stellen"), quarter, staff + random.Next(0, 3) / 4m));
                }
            }
        }

        return new FigureCalculator(CatalogueSet.Of(Catalogue()), Delivered(values));
    }

    /// <summary>Every figure of every level is shared; costs by post are protected on two services and a product.</summary>
    private static Catalogue Catalogue() => Year(2026,
        Shared(ProductOf("1111", Marked("11111"), Marked("11112"), Service("11113", "Drei"))),
        Shared(ProductOf("1112", Marked("11121"))),
        Shared(ProductOf("1211") with { KeyFigures = [ResultPerThousand("1211"), CostPerPost("1211")] })) with
    {
        CountyKey = "07999",
        Peers = PeerRules.Default with { Licence = "dl-de/by-2-0" },
    };

    private static Product Shared(Product product) => (Product)Shared((Level)product) with
    {
        Services = [.. product.Services.Select(service => (Service)Shared(service))],
    };

    private static Level Shared(Level level) => level with
    {
        BaseFigures = [.. level.BaseFigures.Select(figure => figure with { Shared = SharedAt(level, figure) })],
        KeyFigures = [.. level.KeyFigures.Select(figure => figure with { Shared = SharedAt(level, figure) })],
    };

    private static SharedFigure SharedAt(Level level, Figure figure) => new(Id($"{figure.Id}_{level.LevelNumber}"), null);

    private static Service Marked(string number) =>
        Service(number, "Marked", null, [ResultPerThousand(number), CostPerPost(number)]);

    private static KeyFigure CostPerPost(string number) =>
        Key("kosten_je_stelle", Over(Ref(number, "aufwendungen"), Ref(number, "stellen")), "aufwendungen / stellen") with
        {
            SensitiveBy = Id("stellen"),
        };
}
