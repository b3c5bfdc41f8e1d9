using System.Diagnostics;
using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.Periods;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;

namespace Produktreport.Benchmarks.Storage;

/// <summary>
/// <c>speicher</c>: how much of the storage's speed the program reaches, how long a county's quarter takes on one process and on
/// two, how long the deployed app needs to answer for the first time; and how many requests each event costs, which fails above
/// its limits. All against Azurite on this machine.
/// </summary>
internal static class StorageBenchmark
{
    private const int Values = 20_000;
    private const int WarmUpLines = 30;

    public static int Run(string[] args)
    {
        var parts = args.Length > 0 ? args : ["werte", "quartal", "kreise", "start", "anfragen", "ereignisse"];
        using var azurite = new Azurite();
        foreach (var part in parts)
        {
            (part switch
            {
                "werte" => FiguresPerSecond(azurite),
                "quartal" => CountyQuarter.Run(azurite),
                "kreise" => CountyQuarter.RunMany(azurite, 20),
                "start" => AppStart.Run(azurite),
                "anfragen" => WorkerRequests.Run(azurite),
                "ereignisse" => EventRequests.Run(azurite),
                _ => throw new ArgumentException($"unknown part {part}", nameof(args)),
            }).GetAwaiter().GetResult();
        }

        return 0;
    }

    // Interleaved, so that both meet the same machine; the best of each.
    private static async Task FiguresPerSecond(Azurite azurite)
    {
        var (ours, bare) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < 4; round++)
        {
            bare = Math.Min(bare, await BareTransactions(StorageAccount.Of(azurite.NewAccount())));
            ours = Math.Min(ours, await Accepted(StorageAccount.Of(azurite.NewAccount())));
        }

        Print($"figures/s through the store {Values / ours:0}, bare full transactions {Values / bare:0}, "
            + $"ratio {bare / ours:0.00}");
        var (seconds, figures) = await ThroughTheWorker(azurite.NewAccount());
        Print($"figures/s through the worker (event, file, parser, receipt) {figures / seconds:0}, bare {Values / bare:0}, "
            + $"ratio {figures / seconds * bare / Values:0.00}");
    }

    // One file with all values of a county of 500 products, after a few of its lines in another file, which warm the process up.
    private static async Task<(double Seconds, int Figures)> ThroughTheWorker(string connection)
    {
        var county = new GeneratedCounty(Products: 500, ServicesPerProduct: 4, Departments: 1);
        var account = StorageAccount.Of(connection);
        using var files = new BlobFileStore(account);
        await Upload(files, Area.Catalogue, county.Catalogue());
        var (path, content) = county.Uploads().Single();
        await Upload(files, Area.Inbox, [(path + ".csv", string.Join('\n', content.Split('\n').Take(WarmUpLines)) + '\n')]);
        await using var host = await PublishedWorker.Start(connection, "2026-05-15");
        await host.CatalogueChanged($"{GeneratedCounty.Year}/rahmen.yaml");
        await Upload(files, Area.Inbox, [(path, content)]);
        var clock = Stopwatch.StartNew();
        await host.Uploaded(path);
        return (clock.Elapsed.TotalSeconds, county.ValueCount);
    }

    private static async Task<double> Accepted(StorageAccount account)
    {
        using var store = new TableFigureStore(account);
        await store.LoadAll();
        var delivery = Delivery();
        var clock = Stopwatch.StartNew();
        await store.Accept(delivery);
        return clock.Elapsed.TotalSeconds;
    }

    private static async Task<double> BareTransactions(StorageAccount account)
    {
        var table = account.Tables.GetTableClient("Werte");
        await table.CreateIfNotExistsAsync();
        var entities = Delivery().Values.Select((value, index) =>
            new TableEntity($"2026|{index / 200}", $"{value.Address}!{index:00000000}!0123456789abcdef0123456789abcdef!00000001")
            {
                ["Wert"] = value.Value?.ToString(CultureInfo.InvariantCulture),
                ["Zeile"] = value.Cell.Line,
                ["Spalte"] = value.Cell.Column,
                ["Text"] = value.Cell.Text,
            }).ToList();
        var clock = Stopwatch.StartNew();
        foreach (var batch in entities.Chunk(100))
            await table.SubmitTransactionAsync(
                batch.Select(entity => new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity)));
        return clock.Elapsed.TotalSeconds;
    }

    private static AcceptedDelivery Delivery() => new(
        new DeliveryStamp("kaemmerei/gross.csv", DepartmentId.Of("kaemmerei"), new string('a', 64), DateTimeOffset.UnixEpoch),
        [.. Enumerable.Range(0, Values).Select(index => new DeliveredValue(
            new FigureAddress(
                ProductNumber.Of((1000 + index / 200).ToString(CultureInfo.InvariantCulture)),
                LevelNumber.Of((1000 + index / 200).ToString(CultureInfo.InvariantCulture)),
                FigureId.Of($"figur_{index % 200}")),
            Period.OfQuarter(2026, 1),
            Scenario.Actual,
            index * 1.25m,
            false,
            new CellReference(index, "F", (index * 1.25m).ToString(CultureInfo.InvariantCulture)),
            null))],
        []);

    internal static void Print(string line) => Console.WriteLine(line);

    internal static Task Upload(IFileStore files, Area area, IEnumerable<(string Path, string Content)> contents) =>
        Upload(files, area, contents.Select(file => (file.Path, Encoding.UTF8.GetBytes(file.Content))));

    internal static Task Upload(IFileStore files, Area area, IEnumerable<(string Path, byte[] Content)> contents) =>
        Parallel.ForEachAsync(contents, async (each, token) =>
            await files.Write(area, FilePath.Of(each.Path), each.Content, WriteCondition.Always, token));

}
