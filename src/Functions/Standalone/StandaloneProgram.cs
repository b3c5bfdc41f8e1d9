using OpenTelemetry;
using OpenTelemetry.Trace;
using Produktreport.Functions.Hosting;
using Produktreport.Functions.Notifications;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Storage.Local;
using Produktreport.Functions.Web;

namespace Produktreport.Functions.Standalone;

/// <summary>The program on one machine: a folder or a storage account, this process, a portal.</summary>
internal static class StandaloneProgram
{
    /// <summary>Processes what is there; then exits (<c>--once</c>) or serves the portal and keeps watching.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(StandaloneOptions options, TextWriter output, CancellationToken cancellation = default)
    {
        if (!options.Once && AccessModeChoice.Standalone(options.Data, options.Urls).Refusal is { } refusal)
        {
            await output.WriteLineAsync(refusal);
            return ExitCodes.WrongUsage;
        }

        var isNew = options.Storage is null && !Directory.Exists(options.Data);
        if (isNew)
            ExampleCounty.CopyTo(options.Data);

        using var alone = options.Storage is null ? FolderLock.TryTake(options.Data) : null;
        if (alone is null && options.Storage is null)
        {
            await output.WriteLineAsync(
                $"Mit dem Datenordner „{Path.GetFullPath(options.Data)}“ arbeitet schon ein anderes Produktreport. "
                + "Bitte beenden Sie jenes zuerst.");
            return ExitCodes.Failure;
        }

        await using var app = Build(options, output);
        var services = app.Services;
        services.GetRequiredService<ConsoleProgress>()
            .Started(services.GetService<StorageAccount>()?.Name ?? Path.GetFullPath(options.Data),
                services.GetRequiredService<Calendar>().Today, isNew);
        if (options.Rebuild && services.GetService<TableFigureStore>() is { } tables)
            await tables.Clear(cancellation);
        services.GetService<FolderFileStore>()?.RemoveUnfinished();
        var first = await services.GetRequiredService<Workday>().Run(cancellation);
        if (options.Once)
            return first.ExitCode;

        app.Lifetime.ApplicationStarted.Register(() => services.GetRequiredService<ConsoleProgress>()
            .Listening(string.Join(", ", app.Urls)));
        await app.RunAsync(cancellation);
        return ExitCodes.Success;
    }

    /// <summary>The composed program, not yet started.</summary>
    public static WebApplication Build(StandaloneOptions options, TextWriter output)
    {
        var builder = ProgramParts.NewBuilder();
        builder.WebHost.UseUrls(options.Urls.Split(';'));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopSignal.TimeToStop);
        // The keys lie in a folder that only this account may read.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddCalendar(options.Today);
        if (options.Storage is { } account)
            builder.Services.AddAzureStorage(account);
        else
            builder.Services.AddFolderStorage(options.Data);
        builder.Services.AddSingleton(new ConsoleProgress(output));
        builder.Services.AddSingleton<GrowingFiles>();
        builder.Services.AddSingleton<Intake>();
        builder.Services.AddSingleton<ReportMaking>();
        builder.Services.AddSingleton<Workday>();
        builder.Services.AddNotifications(options.Messages);
        builder.Services.AddProduktreportWeb(new WebSetup(
            options.Access ?? AccessModeChoice.Standalone(options.Data, options.Urls).Mode
                ?? new AccessMode.Closed(IsPublic: false),
            options.Storage is null ? Path.GetFullPath(options.Data) : null)
        {
            Limits = options.Limits,
        });
        if (!options.Once)
            builder.Services.AddHostedService<ChangeWatch>();
        // Behind the Functions host it is the host that sees each request.
        builder.Services.AddTelemetry(builder.Configuration)?.WithTracing(traces => traces.AddAspNetCoreInstrumentation());

        var app = builder.Build();
        app.UseProduktreportWeb();
        app.MapProduktreport();
        app.MapMessages();
        return app;
    }
}
