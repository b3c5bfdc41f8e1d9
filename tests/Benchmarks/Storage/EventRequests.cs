using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;
using Produktreport.Functions.Catalogues;
using Produktreport.Functions.Deliveries;
using Produktreport.Functions.Hosting;
using Produktreport.Functions.Reports;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Work;

namespace Produktreport.Benchmarks.Storage;

/// <summary>
/// How many requests to the storage what happens in a county of 250 products costs, each event in a process that has just
/// started, as an instance in Azure. Fails above the limits of <see cref="StorageRequests"/>.
/// </summary>
internal static class EventRequests
{
    private static readonly DateOnly Today = new(2026, 5, 15);
    private static readonly GeneratedCounty County = new(Products: 250, ServicesPerProduct: 4, Departments: 40);

    public static async Task Run(Azurite azurite)
    {
        var connection = azurite.NewAccount();
        using var files = new BlobFileStore(StorageAccount.Of(connection));
        await StorageBenchmark.Upload(files, Area.Catalogue, County.Catalogue());
        await Count(connection, services => services.GetRequiredService<CataloguePublication>().Run());
        var uploads = County.Uploads().ToList();
        await StorageBenchmark.Upload(files, Area.Inbox, uploads.Skip(1));
        var first = await Count(connection, services => services.GetRequiredService<Reconciliation>().Run(isPastDue: false));
        await Render(connection);
        var full = await Count(connection, services => services.GetRequiredService<Reconciliation>().Run(isPastDue: false));
        var quiet = await Count(connection, services => services.GetRequiredService<Reconciliation>().Run(isPastDue: false));
        await StorageBenchmark.Upload(files, Area.Inbox, uploads.Take(1));
        var path = FilePath.Of(uploads[0].Path);
        var upload = await Count(connection, services => services.GetRequiredService<Ingestion>().Run(path));
        var job = new ReportJob(Period.OfQuarter(GeneratedCounty.Year, 1), ProductNumber.Of("1111"));
        var report = await Count(connection, services => services.GetRequiredService<ReportRendering>().Run(job));
        StorageBenchmark.Print($"requests of {County.Products} products: quiet night {quiet}, full comparison {full}");
        StorageBenchmark.Print($"  first night with {uploads.Count - 1} uploads {first}, an upload {upload}, a report {report}");
        Hold("a quiet night", quiet, StorageRequests.QuietNight);
        Hold("an upload", upload, StorageRequests.Upload);
        Hold("a report", report, StorageRequests.Report);
    }

    private static void Hold(string what, int requests, int limit)
    {
        if (requests > limit)
            throw new InvalidOperationException($"{what} takes {requests} requests, more than {limit}.");
    }

    private static async Task Render(string connection)
    {
        await using var services = Services(connection);
        var (jobs, work) = (services.GetRequiredService<IReportJobs>(), services.GetRequiredService<ReportWork>());
        while (await jobs.Take() is { Count: > 0 } taken)
        {
            foreach (var each in taken.OrderBy(each => each.Job.Product is null))
                await work.Run(each);
        }
    }

    // Of this process only. What a process asks for once, as containers and tables, is asked before.
    private static async Task<int> Count(string connection, Func<IServiceProvider, Task> work)
    {
        await using var services = Services(connection);
        await services.GetRequiredService<QuietNights>().Look();
        var count = 0;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, each) =>
            {
                if (instrument is { Meter.Name: "System.Net.Http", Name: "http.client.request.duration" })
                    each.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => Interlocked.Increment(ref count));
        listener.Start();
        await work(services);
        return count;
    }

    private static ServiceProvider Services(string connection)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddProgram();
        services.AddAzureStorage(connection);
        services.AddCalendar(Today);
        services.AddSingleton<QuietNights>();
        services.AddSingleton<Reconciliation>();
        return services.BuildServiceProvider();
    }
}
