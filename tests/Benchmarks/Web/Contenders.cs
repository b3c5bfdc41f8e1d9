using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Web.Limits;

namespace Produktreport.Benchmarks.Web;

/// <summary>The servers that are compared, each in the process it is called in.</summary>
internal static class Contenders
{
    /// <summary>The program, over a data folder.</summary>
    public const string Program = "programm";

    /// <summary>Kestrel with static files, over any folder.</summary>
    public const string StaticFiles = "dateien";

    /// <summary>Serves until standard input ends; says its address on the first line of its output.</summary>
    public static async Task<int> Serve(string contender, string folder, DateOnly today)
    {
        await using var app = contender == Program ? await Produktreport(folder, today) : Files(folder);
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await Console.In.ReadToEndAsync();
        return 0;
    }

    private static async Task<WebApplication> Produktreport(string data, DateOnly today)
    {
        var limits = new WebLimits { RequestsPerMinute = int.MaxValue, UploadsPerMinute = int.MaxValue };
        var options =
            new StandaloneOptions
            {
                Data = data,
                Today = today,
                Urls = "http://127.0.0.1:0",
                Limits = limits,
                Once =
                true
            };
        var app = StandaloneProgram.Build(options, TextWriter.Null);
        await app.Services.GetRequiredService<Workday>().Run(CancellationToken.None);
        return app;
    }

    private static WebApplication Files(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build();
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder) });
        return app;
    }
}
