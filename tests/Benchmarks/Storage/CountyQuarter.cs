using System.Collections.Concurrent;
using System.Diagnostics;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Tests.Host;

namespace Produktreport.Benchmarks.Storage;

/// <summary>
/// A county's quarter through the worker: 40 uploads of 250 products, then every report; on one process and on two.
/// </summary>
internal static class CountyQuarter
{
    private const string Today = "2026-05-15";
    private const int AtOnce = 4;
    private static readonly GeneratedCounty County = new(Products: 250, ServicesPerProduct: 4, Departments: 40);

    public static async Task Run(Azurite azurite)
    {
        var one = await Quarter(azurite.NewAccount(), County, processes: 1);
        var two = await Quarter(azurite.NewAccount(), County, processes: 2);
        StorageBenchmark.Print(
            $"county quarter ({County.Products} products, {County.ValueCount} values, {County.Departments} uploads): "
            + $"{one.Seconds:0.0} s on one process ({one.Reports} jobs), {two.Seconds:0.0} s on two, speed-up "
            + $"{one.Seconds / two.Seconds:0.00}");
    }

    /// <summary>Many counties one after the other, each with its own account, as each has its own deployment.</summary>
    public static async Task RunMany(Azurite azurite, int counties)
    {
        var small = new GeneratedCounty(Products: 60, ServicesPerProduct: 4, Departments: 20);
        var clock = Stopwatch.StartNew();
        var results = new List<(double Seconds, int Reports)>();
        for (var number = 0; number < counties; number++)
            results.Add(await Quarter(azurite.NewAccount(), small, processes: 1));
        StorageBenchmark.Print(
            $"{counties} counties ({small.Products} products, {small.ValueCount} values each): "
            + $"{clock.Elapsed.TotalSeconds:0.0} s, {results.Sum(result => result.Reports)} reports; first "
            + $"{results[0].Seconds:0.0} s, last {results[^1].Seconds:0.0} s, slowest "
            + $"{results.Max(result => result.Seconds):0.0} s");
    }

    private static async Task<(double Seconds, int Reports)> Quarter(string connection, GeneratedCounty county, int processes)
    {
        var account = StorageAccount.Of(connection);
        using var files = new BlobFileStore(account);
        await StorageBenchmark.Upload(files, Area.Catalogue, county.Catalogue());
        var hosts = new List<FunctionsHost>();
        try
        {
            for (var process = 0; process < processes; process++)
                hosts.Add(await PublishedWorker.Start(connection, Today));
            await hosts[0].CatalogueChanged($"{GeneratedCounty.Year}/rahmen.yaml");
            await StorageBenchmark.Upload(files, Area.Inbox, county.Uploads());
            var clock = Stopwatch.StartNew();
            await Spread(hosts, county.Uploads().Select(upload => upload.Path));
            await hosts[0].Daily();
            var reports = await Task.WhenAll(hosts.Select(host => Work(host, account)));
            return (clock.Elapsed.TotalSeconds, reports.Sum());
        }
        finally
        {
            foreach (var host in hosts)
                await host.DisposeAsync();
        }
    }

    private static Task Spread(List<FunctionsHost> hosts, IEnumerable<string> uploads)
    {
        var waiting = new ConcurrentQueue<string>(uploads);
        return Task.WhenAll(hosts.SelectMany(host => Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            while (waiting.TryDequeue(out var next))
                await host.Uploaded(next);
        }))));
    }

    // What the host does for one instance: takes a few messages, sends them, removes those that are done, until the queue is
    // empty.
    private static async Task<int> Work(FunctionsHost host, StorageAccount account)
    {
        var queue = account.Queues.GetQueueClient(IReportJobs.QueueName);
        var done = 0;
        while ((await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount > 0)
        {
            var messages = (await queue.ReceiveMessagesAsync(AtOnce)).Value;
            await Task.WhenAll(messages.Select(async message =>
            {
                await host.Job(message.Body.ToString());
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }));
            done += messages.Length;
            // What is left is with the other process, or waits for its parts.
            if (messages.Length == 0)
                await Task.Delay(20);
        }

        return done;
    }
}
