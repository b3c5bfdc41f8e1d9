using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.Periods;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.Tests.Storage;

/// <summary>What every figure store must do; subclasses say which store.</summary>
public abstract class FigureStoreContract
{
    private static readonly ProductNumber Product = ProductNumber.Of("1111");
    private static readonly FigureAddress Revenue = new(Product, LevelNumber.Of("11112"), FigureId.Of("ertraege"));
    private static readonly FigureAddress Expense = new(Product, LevelNumber.Of("11112"), FigureId.Of("aufwendungen"));
    private static readonly Period Quarter = Period.OfQuarter(2026, 3);

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A store without any delivery.</summary>
    private protected abstract Task<IFigureStore> NewStore();

    [Fact]
    public async Task AnAcceptedDelivery_IsRead_WithAllItsProvenance()
    {
        var store = await NewStore();
        var value = new DeliveredValue(
            Revenue, Quarter, Scenario.Actual, 1234.5600m, false,
            new CellReference(7, "F", "1.234,56 €", "Summe der Zeilen 7–9", "Blatt 2"), "Wegen | \"Umzug\"\n2. Zeile",
            "Zahlen;\ndreher");
        var delivery = new AcceptedDelivery(Stamp("a.csv", 1), [value], []);
        await store.Accept(delivery, Cancellation);
        Assert.Equal(new StoredValue(value, delivery.Stamp), await Find(store, Revenue));
    }

    [Theory]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("1.10")]
    public async Task Decimals_AreKeptExactly(string number)
    {
        var store = await NewStore();
        var exact = decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        await store.Accept(Delivery("a.csv", 1, (Revenue, exact)), Cancellation);
        Assert.Equal(decimal.GetBits(exact), decimal.GetBits((await Find(store, Revenue))!.Delivered.Value!.Value));
    }

    [Fact]
    public async Task AnUnknownValue_StaysUnknown_AndIsNotZero()
    {
        var store = await NewStore();
        await store.Accept(Delivery("a.csv", 1, (Revenue, null)), Cancellation);
        Assert.Null((await Find(store, Revenue))!.Delivered.Value);
    }

    [Fact]
    public async Task ALaterDelivery_OverwritesCellByCell_WhicheverComesFirst()
    {
        var early = Delivery("a.csv", 1, (Revenue, 1), (Expense, 10));
        var late = Delivery("b.csv", 2, (Revenue, 2));
        foreach (var order in (AcceptedDelivery[][])[[early, late], [late, early]])
        {
            var store = await NewStore();
            foreach (var delivery in order)
                await store.Accept(delivery, Cancellation);
            Assert.Equal(2, (await Find(store, Revenue))!.Delivered.Value);
            Assert.Equal(10, (await Find(store, Expense))!.Delivered.Value);
        }
    }

    [Fact]
    public async Task ALaterDeliveryWithoutRemark_KeepsTheExplanation_WhicheverComesFirst()
    {
        var early = Explained(Delivery("a.csv", 1, (Revenue, 1), (Expense, 10)), "Umzug");
        var late = Delivery("b.csv", 2, (Revenue, 2));
        var withdrawing = Explained(Delivery("c.csv", 3, (Expense, 10)), "entfällt");
        foreach (var order in (AcceptedDelivery[][])[[early, late, withdrawing], [withdrawing, late, early]])
        {
            var store = await NewStore();
            foreach (var delivery in order)
                await store.Accept(delivery, Cancellation);
            var revenue = (await Find(store, Revenue))!;
            Assert.Equal((2, "Umzug", "a.csv"),
                (revenue.Delivered.Value, revenue.Explanation!.Text, revenue.Explanation.Delivery.File));
            Assert.Null((await Find(store, Expense))!.Explanation);
        }
    }

    [Fact]
    public async Task WhatWasKnownAtADelivery_LeavesOutAnEarlierContentOfItsOwnFile()
    {
        var store = await NewStore();
        await store.Accept(Delivery("a.csv", 1, (Revenue, 1)), Cancellation);
        await store.Accept(Delivery("b.csv", 2, (Revenue, 2), (Expense, 10)), Cancellation);
        var known = await store.LoadEarlierThan(Stamp("b.csv", 3), [Product], Cancellation);
        Assert.Equal(1, known.Find(new ValueKey(Revenue, Quarter, Scenario.Actual))!.Delivered.Value);
        Assert.Null(known.Find(new ValueKey(Expense, Quarter, Scenario.Actual)));
    }

    [Fact]
    public async Task TheSameDeliveryTwice_ChangesNothing()
    {
        var store = await NewStore();
        await store.Accept(Delivery("a.csv", 1, (Revenue, 1)), Cancellation);
        await store.Accept(Delivery("a.csv", 1, (Revenue, 1)), Cancellation);
        Assert.Single(await store.Deliveries(Cancellation));
        Assert.Single((await store.LoadAll(Cancellation)).Of(Product));
    }

    [Fact]
    public async Task NewContentOfAFile_TakesTheOldContentsPlace()
    {
        var store = await NewStore();
        await store.Accept(Delivery("a.csv", 1, (Revenue, 1), (Expense, 10)), Cancellation);
        await store.Accept(Delivery("a.csv", 2, (Revenue, 2)), Cancellation);
        Assert.Equal(2, (await Find(store, Revenue))!.Delivered.Value);
        Assert.Null(await Find(store, Expense));
        Assert.Single(await store.Deliveries(Cancellation));
    }

    [Fact]
    public async Task AWithdrawnFile_UncoversWhatItHadOverwritten()
    {
        var store = await NewStore();
        await store.Accept(Delivery("a.csv", 1, (Revenue, 1)), Cancellation);
        await store.Accept(Delivery("b.csv", 2, (Revenue, 2)), Cancellation);
        await store.Withdraw("b.csv", Cancellation);
        await store.Withdraw("nie-dagewesen.csv", Cancellation);
        Assert.Equal(1, (await Find(store, Revenue))!.Delivered.Value);
    }

    [Fact]
    public async Task WhatWasKnownAtADelivery_LeavesOutLaterOnes()
    {
        var store = await NewStore();
        await store.Accept(Delivery("a.csv", 1, (Revenue, 1)), Cancellation);
        await store.Accept(Delivery("c.csv", 3, (Revenue, 3)), Cancellation);
        var known = await store.LoadEarlierThan(Stamp("b.csv", 2), [Product], Cancellation);
        Assert.Equal(1, known.Find(new ValueKey(Revenue, Quarter, Scenario.Actual))!.Delivered.Value);
    }

    [Fact]
    public async Task DeliveriesAreListed_LatestFirst()
    {
        var store = await NewStore();
        foreach (var delivery in (AcceptedDelivery[])[Delivery("b.csv", 2, (Revenue, 2)), Delivery("a.csv", 1, (Revenue, 1)),
            Delivery("c.csv", 2, (Revenue, 3))])
            await store.Accept(delivery, Cancellation);
        Assert.Equal(["c.csv", "b.csv", "a.csv"], (await store.Deliveries(Cancellation)).Select(stamp => stamp.File));
    }

    [Fact]
    public async Task ManyDeliveriesAtOnce_AllCount()
    {
        var store = await NewStore();
        await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(
            () => store.Accept(
                Delivery($"{i:00}.csv", i, (Revenue, i),
                (new FigureAddress(Product, LevelNumber.Of("1111"), FigureId.Of($"g{i}")), i)), Cancellation))));
        Assert.Equal(33, (await store.LoadAll(Cancellation)).Of(Product).Count());
        Assert.Equal(31, (await Find(store, Revenue))!.Delivered.Value);
    }

    [Fact]
    public async Task ADeliveryOfThousandsOfValues_IsReadWhole()
    {
        var store = await NewStore();
        var many = Enumerable.Range(0, 2500)
            .Select(i => (new FigureAddress(Product, LevelNumber.Of("1111"), FigureId.Of($"g{i}")), (decimal?)i)).ToArray();
        await store.Accept(Delivery("gross.csv", 1, many), Cancellation);
        Assert.Equal(2500, (await store.Load([Product], Cancellation)).Of(Product).Count());
    }

    [Fact]
    public async Task AllFigures_AreTheSameObject_UntilADeliveryChangesThem()
    {
        var store = await NewStore();
        await store.Accept(Delivery("a.csv", 1, (Revenue, 1)), Cancellation);
        var first = await store.LoadAll(Cancellation);
        Assert.Same(first, await store.LoadAll(Cancellation));
        await store.Accept(Delivery("a.csv", 2, (Revenue, 2)), Cancellation);
        var second = await store.LoadAll(Cancellation);
        Assert.Equal([1m, 2m], ((FigureSet[])[first, second]).Select(figures => figures.Values.Single().Delivered.Value!.Value));
        await store.Withdraw("a.csv", Cancellation);
        Assert.Empty((await store.LoadAll(Cancellation)).Values);
    }

    [Fact]
    public async Task TheHistoryOfACell_NamesEveryDelivery_LatestFirst()
    {
        var store = await NewStore();
        foreach (var delivery in (AcceptedDelivery[])[Delivery("b.csv", 2, (Revenue, 2), (Expense, 9)),
            Delivery("a.csv", 1, (Revenue, 1)), Delivery("c.csv", 3, (Revenue, 3))])
            await store.Accept(delivery, Cancellation);
        var history = await store.History(new ValueKey(Revenue, Quarter, Scenario.Actual), Cancellation);
        Assert.Equal([("c.csv", 3m), ("b.csv", 2m), ("a.csv", 1m)],
            history.Select(value => (value.Delivery.File, value.Delivered.Value!.Value)));
    }

    [Fact]
    public async Task LongTexts_AreKeptWhole()
    {
        var store = await NewStore();
        var text = string.Concat(Enumerable.Repeat("Erläuterung ", 8000));
        var values = Enumerable.Range(0, 30).Select(i => new DeliveredValue(
            new FigureAddress(Product, LevelNumber.Of("1111"), FigureId.Of($"g{i}")), Quarter, Scenario.Actual, i, true,
            new CellReference(i, "A", "", null), text));
        await store.Accept(new AcceptedDelivery(Stamp("a.csv", 1), [.. values], []), Cancellation);
        var read = (await store.Load([Product], Cancellation)).Of(Product);
        Assert.Equal(30, read.Count());
        Assert.All(read, value =>
            Assert.Equal((text, "", true), (value.Delivered.Remark, value.Delivered.Cell.Text, value.Delivered.IsCumulative)));
    }

    [Fact]
    public async Task ADelivery_IsListedWithItsProducts_AndTheOnesItCreated()
    {
        var store = await NewStore();
        var created = new CreatedProduct(2026, new Product
        {
            Number = ProductNumber.Of("2222"),
            Name = "Übrige Räume",
            Hierarchy = new ProductHierarchy(new HierarchyStep("2", ""), new HierarchyStep("22", ""),
                new HierarchyStep("222", "")),
            Department = DepartmentId.Of("bauamt"),
            KeyFigures = [new KeyFigure { Id = FigureId.Of("k"), Name = "K", Formula = new Formula("a / 2", new Term.Operation(
                Operator.DividedBy, new Term.FigureValue(LevelNumber.Of("2222"), FigureId.Of("a")), new Term.Constant(2m))) }],
        });
        await store.Accept(Delivery("a.csv", 1, (Revenue, 1)) with { CreatedProducts = [created] }, Cancellation);
        var content = Assert.Single(await store.Contents(Cancellation));
        Assert.Equal(Product, Assert.Single(content.Products));
        var product = Assert.Single(await store.CreatedProducts(Cancellation)).Created.Product;
        Assert.Equal((created.Product.Number, created.Product.Name, created.Product.Department),
            (product.Number, product.Name, product.Department));
        Assert.Equal(created.Product.KeyFigures.Single(), product.KeyFigures.Single());
    }

    [Fact]
    public async Task ALedgersThousandProducts_AreKept()
    {
        var store = await NewStore();
        var created = Enumerable.Range(1000, 1000).Select(number => new CreatedProduct(2026, new Product
        {
            Number = ProductNumber.Of($"{number}"),
            Name = $"Produkt {number} des Haushalts",
            Hierarchy = new ProductHierarchy(new HierarchyStep("1", ""), new HierarchyStep("11", ""),
                new HierarchyStep("111", "")),
            Department = DepartmentId.Of("kaemmerei"),
            KeyFigures =
                [.. Enumerable.Range(0, 5)
                    .Select(index =>
                    new KeyFigure { Id = FigureId.Of($"kennzahl_{index}"), Name =
                    $"Kennzahl {index} je 1.000 Einwohner", Formula = new Formula("a / 2", new Term.Operation(
                Operator.DividedBy, new Term.FigureValue(LevelNumber.Of($"{number}"), FigureId.Of("a")),
                new Term.Constant(2m))) })],
        })).ToList();
        await store.Accept(Delivery("a.csv", 1, (Revenue, 1)) with { CreatedProducts = [.. created] }, Cancellation);
        Assert.Equal(created.Select(product => product.Product.Number),
            (await store.CreatedProducts(Cancellation)).Select(product => product.Created.Product.Number).Order());
    }

    protected static AcceptedDelivery Delivery(string file, int second, params (FigureAddress Address, decimal? Value)[] cells) =>
        new(
        Stamp(file, second),
        [.. cells.Select((cell, index) => new DeliveredValue(
            cell.Address, Quarter, Scenario.Actual, cell.Value, false, new CellReference(index + 2, "F", $"{cell.Value}"),
            null))],
        []);

    private static AcceptedDelivery Explained(AcceptedDelivery delivery, string remark) =>
        delivery with { Values = [.. delivery.Values.Select(value => value with { Remark = remark })] };

    protected static DeliveryStamp Stamp(string file, int second) => new(
        file, DepartmentId.Of("buero-landrat"), new string('a', 63) + (second % 10), DateTimeOffset.UnixEpoch.AddSeconds(second));

    private static async Task<StoredValue?> Find(IFigureStore store, FigureAddress address) =>
        (await store.Load([Product], Cancellation)).Find(new ValueKey(address, Quarter, Scenario.Actual));
}
