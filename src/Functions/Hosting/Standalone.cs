using Produktreport.Functions.Web;
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
        var builder = Composition.NewBuilder();
        builder.WebHost.UseUrls(options.Urls.Split(';'));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopSignal.TimeToStop);
        builder.Services.AddCalendar(options.Today);
        builder.Services.AddFolderStorage(options.Data);
        builder.Services.AddSingleton(new ConsoleProgress(output));
        builder.Services.AddSingleton<Workday>();
        if (!options.Once)
            builder.Services.AddHostedService<FolderWatch>();

        var app = builder.Build();
        app.UseWeb();
        return app;
    }
}
