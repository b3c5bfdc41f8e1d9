using System.Diagnostics;
using Produktreport.Tests.Host;

namespace Produktreport.Benchmarks.Storage;

/// <summary>
/// From process start to the first HTTP answer under the stand-in for the host: the published app, and an empty isolated worker
/// with one HTTP function, published alike.
/// </summary>
internal static class AppStart
{
    private const int Starts = 15;
    private const string Today = "2026-05-15";

    public static async Task Run(Azurite azurite)
    {
        var ours = PublishedWorker.App(azurite.NewAccount(), Today);
        var empty = new WorkerApp(PublishedWorker.Publish(EmptyApp()), new Dictionary<string, string>());
        foreach (var path in (string[])["/health/live", "/schnittstelle"])
        {
            var times = new List<(double Ours, double Empty)>();
            for (var start = 0; start <= Starts; start++)
                times.Add((await Time(ours, path), await Time(empty, "/leer")));
            // The first start reads the files from the disk.
            times.RemoveAt(0);
            var (app, bare) = (Median(times.Select(time => time.Ours)), Median(times.Select(time => time.Empty)));
            StorageBenchmark.Print(
                $"start to first answer of {path}: published worker {app:0} ms, empty isolated worker {bare:0} ms, ratio "
                    + $"{app / bare:0.00}");
        }
    }

    private static async Task<double> Time(WorkerApp app, string path)
    {
        var clock = Stopwatch.StartNew();
        await using var host = await FunctionsHost.Start(app, CancellationToken.None);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        using var answer = await host.Http(request, CancellationToken.None);
        answer.EnsureSuccessStatusCode();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> times) => times.Order().ElementAt(Starts / 2);

    private static string EmptyApp()
    {
        var project = Directory.CreateTempSubdirectory("produktreport-leer-").FullName;
        File.Copy(Repository.At("Directory.Packages.props"), Path.Combine(project, "Directory.Packages.props"));
        File.Copy(Repository.At("host.json"), Path.Combine(project, "host.json"));
        File.WriteAllText(
            Path.Combine(project, "Leer.csproj"),
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <AzureFunctionsVersion>v4</AzureFunctionsVersion>
                <ImplicitUsings>enable</ImplicitUsings>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
                <InvariantGlobalization>true</InvariantGlobalization>
                <RuntimeIdentifier>linux-x64</RuntimeIdentifier>
                <SelfContained>true</SelfContained>
                <PublishReadyToRun>true</PublishReadyToRun>
              </PropertyGroup>
              <ItemGroup>
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
                <PackageReference Include="Microsoft.Azure.Functions.Worker" />
                <PackageReference Include="Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore" />
                <PackageReference Include="Microsoft.Azure.Functions.Worker.Sdk" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(
            Path.Combine(project, "Program.cs"),
            """
            using Microsoft.AspNetCore.Http;
            using Microsoft.Azure.Functions.Worker;
            using Microsoft.Azure.Functions.Worker.Builder;
            using Microsoft.Extensions.Hosting;

            var builder = FunctionsApplication.CreateBuilder(args);
            builder.ConfigureFunctionsWebApplication();
            builder.Build().Run();

            public sealed class Nothing
            {
                [Function("Nothing")]
                public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request) =>
                    request.HttpContext.Response.WriteAsync("ok");
            }
            """);
        return project;
    }
}
