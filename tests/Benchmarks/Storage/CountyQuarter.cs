using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Storage;

namespace Produktreport.Benchmarks.Storage;

/// <summary>A county's quarter through the handler: 40 uploads of 250 products, then every report; on one process and on two.</summary>
internal static class CountyQuarter
{
    private const string Today = "2026-05-15";
    private const int AtOnce = 4;
    private static readonly GeneratedCounty County = new(Products: 250, ServicesPerProduct: 4, Departments: 40);

    public static async Task Run(Azurite azurite)
    {
        var one = await Quarter(azurite.NewAccount(), County, processes: 1);
        var two = await Quarter(azurite.NewAccount(), County, processes: 2);
        StorageBenchmark.Print($"county quarter ({County.Products} products, {County.ValueCount} values, {County.Departments} uploads): {one.Seconds:0.0} s on one process ({one.Reports} jobs), {two.Seconds:0.0} s on two, speed-up {one.Seconds / two.Seconds:0.00}");
    }

    /// <summary>Many counties one after the other, each with its own account, as each has its own deployment.</summary>
    public static async Task RunMany(Azurite azurite, int counties)
    {
        var small = new GeneratedCounty(Products: 60, ServicesPerProduct: 4, Departments: 20);
        var clock = Stopwatch.StartNew();
        var results = new List<(double Seconds, int Reports)>();
        for (var number = 0; number < counties; number++)
            results.Add(await Quarter(azurite.NewAccount(), small, processes: 1));
        StorageBenchmark.Print($"{counties} counties ({small.Products} products, {small.ValueCount} values each): {clock.Elapsed.TotalSeconds:0.0} s, {results.Sum(result => result.Reports)} reports; first {results[0].Seconds:0.0} s, last {results[^1].Seconds:0.0} s, slowest {results.Max(result => result.Seconds):0.0} s");
    }

    private static async Task<(double Seconds, int Reports)> Quarter(string connection, GeneratedCounty county, int processes)
    {
        var account = StorageAccount.Of(connection);
        using var files = new BlobFileStore(account);
        await StorageBenchmark.Upload(files, Area.Catalogue, county.Catalogue());
        var handlers = Enumerable.Range(0, processes).Select(_ => new Handler(connection, Today)).ToList();
        try
        {
            foreach (var handler in handlers)
                await handler.UntilReady();
            await handlers[0].Send("PublishCatalogue", Blob(account, Area.Catalogue, $"{GeneratedCounty.Year}/rahmen.yaml"));
            await StorageBenchmark.Upload(files, Area.Inbox, county.Uploads());
            var clock = Stopwatch.StartNew();
            await Spread(handlers, county.Uploads().Select(upload => ("IngestFigures", Blob(account, Area.Inbox, upload.Path))));
            await handlers[0].Send("AssembleReports", """{"Data":{"timer":{"IsPastDue":false}},"Metadata":{}}""");
            var reports = await Task.WhenAll(handlers.Select(handler => Work(handler, account)));
            return (clock.Elapsed.TotalSeconds, reports.Sum());
        }
        finally
        {
            handlers.ForEach(handler => handler.Dispose());
        }
    }

    private static Task Spread(List<Handler> handlers, IEnumerable<(string Function, string Payload)> events)
    {
        var waiting = new System.Collections.Concurrent.ConcurrentQueue<(string Function, string Payload)>(events);
        return Task.WhenAll(handlers.SelectMany(handler => Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            while (waiting.TryDequeue(out var next))
                await handler.Send(next.Function, next.Payload);
        }))));
    }

    // What the host does for one instance: takes a few messages, sends them, removes those that are done, until the queue is empty.
    private static async Task<int> Work(Handler handler, StorageAccount account)
    {
        var queue = account.Queues.GetQueueClient(QueueReportJobs.QueueName);
        var done = 0;
        while ((await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount > 0)
        {
            var messages = (await queue.ReceiveMessagesAsync(AtOnce)).Value;
            await Task.WhenAll(messages.Select(async message =>
            {
                await handler.Send("RenderReport", Queue(message.Body.ToString()));
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }));
            done += messages.Length;
            // What is left is with the other process, or waits for its parts.
            if (messages.Length == 0)
                await Task.Delay(20);
        }

        return done;
    }

    /// <summary>The event of a blob.</summary>
    internal static string Blob(StorageAccount account, Area area, string path) => JsonSerializer.Serialize(new
    {
        Metadata = new { Uri = JsonSerializer.Serialize(account.Blobs.GetBlobContainerClient(area.FolderName()).GetBlobClient(path).Uri.AbsoluteUri) },
    });

    private static string Queue(string message) => JsonSerializer.Serialize(new { Data = new { auftrag = JsonSerializer.Serialize(message) } });
}

/// <summary>A handler process, and the host's side of it.</summary>
internal sealed class Handler : IDisposable
{
    private readonly Process process;
    private readonly HttpClient http;

    public Handler(string connection, string today, string? executable = null)
    {
        var port = LocalPorts.Free(1)[0];
        var start = executable is null
            ? new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Produktreport.dll")])
            : new ProcessStartInfo(executable);
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        start.Environment["Daten"] = connection;
        start.Environment["HEUTE"] = today;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/"), Timeout = TimeSpan.FromMinutes(10) };
    }

    public async Task UntilReady()
    {
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(5);
            }
        }
    }

    /// <summary>The first answer to a request passed through from outside.</summary>
    public async Task<bool> Answers(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Forwarded-Host", "kreis.example");
        using var answer = await http.SendAsync(request);
        return answer.IsSuccessStatusCode;
    }

    public async Task Send(string function, string payload)
    {
        using var content = new StringContent(payload, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(function, UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose()
    {
        http.Dispose();
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
