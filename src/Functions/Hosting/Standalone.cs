using Produktreport.Core.Deliveries;
using Produktreport.Functions.AssembleReports;
using Produktreport.Functions.IngestFigures;
using Produktreport.Functions.PublishCatalogue;
using Produktreport.Functions.RenderReport;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Folder;
using Produktreport.Functions.Storage.Memory;
using Produktreport.Functions.Web;
using Produktreport.Functions.Web.Api;

namespace Produktreport.Functions.Hosting;

/// <summary>The program on one machine: a folder, this process, a portal.</summary>
public static class Standalone
{
    /// <summary>Processes what is there; then exits (<c>--once</c>) or serves the portal and keeps watching.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(StandaloneOptions options, TextWriter output, CancellationToken cancellation = default)
    {
        var isNew = !Directory.Exists(options.Data);
        if (isNew)
            ExampleCounty.CopyTo(options.Data);

        await using var app = Build(options, output);
        var services = app.Services;
        services.GetRequiredService<ConsoleProgress>()
            .Started(Path.GetFullPath(options.Data), services.GetRequiredService<Calendar>().Today, isNew);
        var first = await services.GetRequiredService<Workday>().Run(cancellation);
        if (options.Once)
            return first.ExitCode;

        app.Lifetime.ApplicationStarted.Register(() => services.GetRequiredService<ConsoleProgress>().Listening(string.Join(", ", app.Urls)));
        await app.RunAsync(cancellation);
        return ExitCodes.Success;
    }

    /// <summary>The composed program, not yet started.</summary>
    public static WebApplication Build(StandaloneOptions options, TextWriter output)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Beside the program, not in the folder it happens to be started from.
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.WebHost.UseUrls(options.Urls.Split(';'));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopSignal.TimeToStop);
        AddFunctions(builder.Services);
        builder.Services.AddSingleton(services => new Calendar(services.GetRequiredService<TimeProvider>(), options.Today));
        builder.Services.AddSingleton(new FolderFileStore(options.Data));
        builder.Services.AddSingleton<IFileStore>(services => services.GetRequiredService<FolderFileStore>());
        builder.Services.AddSingleton<IFigureStore, MemoryFigureStore>();
        builder.Services.AddSingleton<MemoryReportJobs>();
        builder.Services.AddSingleton<IReportJobs>(services => services.GetRequiredService<MemoryReportJobs>());
        builder.Services.AddSingleton(new ConsoleProgress(output));
        builder.Services.AddSingleton<Workday>();
        if (!options.Once)
            builder.Services.AddHostedService<FolderWatch>();

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseStaticFiles();
        app.MapPortal();
        app.MapReports();
        return app;
    }

    private static void AddFunctions(IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new ReadingLimits());
        services.AddSingleton<ReceiptFiles>();
        services.AddSingleton<PublishedCatalogues>();
        services.AddSingleton<PublishCatalogueFunction>();
        services.AddSingleton<IngestFiguresFunction>();
        services.AddSingleton<AssembleReportsFunction>();
        services.AddSingleton<StoredReports>();
        services.AddSingleton<RenderReportFunction>();
        services.AddSingleton<ReportIndex>();
        services.AddRazorComponents();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
    }
}
