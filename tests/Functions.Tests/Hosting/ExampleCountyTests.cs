using System.Security.Cryptography;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;

namespace Produktreport.Functions.Tests.Hosting;

/// <summary>The whole example county through both ways into the program.</summary>
public sealed class ExampleCountyTests(PublishedApp app, Azurite azurite) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-beispiel-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task ByBlobEventsThroughTheWorker_ItsReportsAreTheSameBytesAsStandalone()
    {
        var county = new TestCounty(azurite.NewAccount());
        await using var host = await app.Start(county.Connection, Cancellation);
        await county.UploadCatalogue(Cancellation, isWhole: true);
        await HostedCounty.Done(host.CatalogueChanged("2026/rahmen.yaml", Cancellation));
        foreach (var upload in await county.UploadInbox(Cancellation, isWhole: true))
            await HostedCounty.Done(host.Uploaded(upload, Cancellation));
        await HostedCounty.Done(host.Daily(Cancellation));
        using (var jobs = new QueueReportJobs(county.Account))
        {
            while (await jobs.Count(Cancellation) > 0)
            {
                foreach (var taken in await jobs.Take(Cancellation))
                {
                    await HostedCounty.Done(host.Job(taken, Cancellation));
                    await jobs.Done(taken, Cancellation);
                }
            }
        }

        var reports = (await county.FilesOf(Area.Reports, Cancellation)).ToDictionary(file => file.Key, file => Hash(file.Value));
        var standalone = await Standalone();
        Assert.True(standalone.Count > 100, $"{standalone.Count} files");
        Assert.Equal(standalone, reports);
    }

    private async Task<Dictionary<string, string>> Standalone()
    {
        var data = Path.Combine(folder.FullName, "daten");
        var options = new StandaloneOptions { Data = data, Once = true, Today = DateOnly.Parse(TestCounty.Today, null) };
        await StandaloneProgram.Run(options, TextWriter.Null, Cancellation);
        var reports = Path.Combine(data, Area.Reports.FolderName());
        return Directory.EnumerateFiles(reports, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(reports, file).Replace('\\', '/'), file => Hash(File.ReadAllBytes(file)));
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
