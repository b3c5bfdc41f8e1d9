using Microsoft.AspNetCore.Server.Kestrel.Core;
using Produktreport.Core.Tables.Rows;
using Produktreport.Functions.Comparisons;
using Produktreport.Functions.Deliveries;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Storage.Local;
using Produktreport.Functions.Work;

namespace Produktreport.Functions.Hosting;

/// <summary>The parts of the program, the same however it is started.</summary>
internal static class ProgramParts
{
    private const long RequestBuffer = 256 << 10;

    /// <summary>A program without storage, its files beside it and not in the folder it happens to be started from.</summary>
    public static WebApplicationBuilder NewBuilder()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.WebHost.ConfigureKestrel(Bound);
        builder.Services.AddProgram();
        return builder;
    }

    /// <summary>What the web server says of itself and keeps of requests.</summary>
    public static void Bound(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        // What came in and is not read yet, of each connection: the default is four times as much, and slow disks have many
        // uploads wait.
        kestrel.Limits.MaxRequestBufferSize = RequestBuffer;
    }

    /// <summary>The files alone, for what runs beside the program; of an account where one is named.</summary>
    public static IFileStore FilesOf(string folder, string? account) =>
        account is null ? new FolderFileStore(folder) : new BlobFileStore(StorageAccount.Of(account));

    /// <summary>Files in a folder, all else in this process.</summary>
    public static void AddFolderStorage(this IServiceCollection services, string folder)
    {
        services.AddSingleton(new FolderFileStore(folder));
        services.AddSingleton<IFileStore>(provider => provider.GetRequiredService<FolderFileStore>());
        services.AddSingleton<IFigureStore, MemoryFigureStore>();
        services.AddSingleton<IDeliveryLog, MemoryDeliveryLog>();
        services.AddSingleton<MemoryReportJobs>();
        services.AddSingleton<IReportJobs>(provider => provider.GetRequiredService<MemoryReportJobs>());
        services.AddSingleton<IGivenUpMessages, NoGivenUpMessages>();
    }

    /// <summary>All in a storage account.</summary>
    public static void AddAzureStorage(this IServiceCollection services, string connection, TimeSpan? oneTry = null)
    {
        services.AddSingleton(_ => StorageAccount.Of(connection, oneTry));
        services.AddSingleton<IFileStore, BlobFileStore>();
        services.AddSingleton<TableFigureStore>();
        services.AddSingleton<IFigureStore>(provider => provider.GetRequiredService<TableFigureStore>());
        services.AddSingleton<TableDeliveryLog>();
        services.AddSingleton<IDeliveryLog>(provider => provider.GetRequiredService<TableDeliveryLog>());
        services.AddSingleton<QueueReportJobs>();
        services.AddSingleton<IReportJobs>(provider => provider.GetRequiredService<QueueReportJobs>());
        services.AddSingleton<IGivenUpMessages, GivenUpMessages>();
        services.AddHostedService<GivenUpWatch>();
    }

    public static void AddCalendar(this IServiceCollection services, DateOnly? today) =>
        services.AddSingleton(provider => new Calendar(provider.GetRequiredService<TimeProvider>(), today));

    /// <summary>What reads, computes and writes, beside storage and calendar.</summary>
    public static void AddProgram(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(ReadingLimits.Default);
        services.AddSingleton<ReceiptFiles>();
        services.AddSingleton<PublishedCatalogues>();
        services.AddSingleton<CatalogueImpact>();
        services.AddSingleton<CatalogueDecisions>();
        services.AddSingleton<CatalogueFaults>();
        services.AddSingleton<CataloguePublication>();
        services.AddSingleton<ArrivalBook>();
        services.AddSingleton<ReadingAttempts>();
        services.AddSingleton<MissingDeliveries>();
        services.AddSingleton<OutdatedUploads>();
        services.AddSingleton<UploadReading>();
        services.AddSingleton<UploadJudging>();
        services.AddSingleton<Ingestion>();
        services.AddSingleton<UnnamableUploads>();
        services.AddSingleton<ComparisonIntake>();
        services.AddSingleton<ReportPlanning>();
        services.AddSingleton<ReportPairs>();
        services.AddSingleton<StoredReports>();
        services.AddSingleton<ReportComparison>();
        services.AddSingleton<PublicEditions>();
        services.AddSingleton<ReportRendering>();
        services.AddSingleton<ReportReleases>();
        services.AddSingleton<ReportWork>();
    }
}
