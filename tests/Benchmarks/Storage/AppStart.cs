using System.Diagnostics;

namespace Produktreport.Benchmarks.Storage;

/// <summary>From process start to the first answer: the published app, and an empty ASP.NET Core app published alike.</summary>
internal static class AppStart
{
    private const int Starts = 15;

    public static async Task Run(Azurite azurite)
    {
        var folder = Directory.CreateTempSubdirectory("produktreport-start-");
        try
        {
            var app = Publish(Repository.At("src", "Functions"), Path.Combine(folder.FullName, "app"));
            var empty = Publish(EmptyApp(folder.FullName), Path.Combine(folder.FullName, "leer"));
            var connection = azurite.NewAccount();
            foreach (var (what, path) in ((string, string?)[])[("probe", null), ("a page (/schnittstelle)", "/schnittstelle"), ("the API (/health/live)", "/health/live")])
            {
                var times = new List<(double Ours, double Empty)>();
                for (var start = 0; start < Starts; start++)
                    times.Add((await Time(Path.Combine(app, "Produktreport"), connection, path), await Time(Path.Combine(empty, "Leer"), connection, path is null ? null : "/")));
                var (ours, bare) = (Median(times.Select(time => time.Ours)), Median(times.Select(time => time.Empty)));
                StorageBenchmark.Print($"start to first answer of {what}: published app {ours:0} ms, empty ASP.NET Core app {bare:0} ms, ratio {ours / bare:0.00}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The host waits for the probe before it passes anything through.
    private static async Task<double> Time(string executable, string connection, string? path)
    {
        var clock = Stopwatch.StartNew();
        using var handler = new Handler(connection, "2026-05-15", executable);
        await handler.UntilReady();
        if (path is not null && !await handler.Answers(path))
            throw new InvalidOperationException($"{path} was not answered.");
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> times) => times.Order().ElementAt(Starts / 2);

    private static string EmptyApp(string folder)
    {
        var project = Directory.CreateDirectory(Path.Combine(folder, "quelle")).FullName;
        File.WriteAllText(
            Path.Combine(project, "Leer.csproj"),
            """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <InvariantGlobalization>true</InvariantGlobalization>
                <RuntimeIdentifier>linux-x64</RuntimeIdentifier>
                <SelfContained>true</SelfContained>
                <PublishReadyToRun>true</PublishReadyToRun>
              </PropertyGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(project, "Program.cs"), "var app = WebApplication.Create(args); app.MapGet(\"/\", () => \"ok\"); app.Run();");
        return project;
    }

    private static string Publish(string project, string target)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["publish", project, "--output", target, "--nologo", "--verbosity", "quiet"]) { UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode == 0 ? target : throw new InvalidOperationException($"{project} could not be published.");
    }
}
