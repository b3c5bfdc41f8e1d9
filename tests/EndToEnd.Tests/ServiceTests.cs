namespace Produktreport.EndToEnd.Tests;

/// <summary>
/// The program as systemd runs it (<c>infra/produktreport.service</c>): told to stop by SIGTERM, killed after 30 seconds.
/// </summary>
public sealed class ServiceTests(ExampleCountyRun county) : IClassFixture<ExampleCountyRun>, IDisposable
{
    private const string Upload = "buero-landrat/2026-q3-nachtrag.csv";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly DateTime Arrival = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-");

    [Theory]
    [InlineData("Produktreport · Daten in")]
    [InlineData("✔ Katalog 2025")]
    [InlineData("✔ abfallwirtschaft/2025-ist.csv")]
    [InlineData("✔ wirtschaftsfoerderung/2026-q3.csv")]
    public async Task StoppedDuringItsFirstRun_EndsInTime_AndTheNextStartCompletes(string whenItSays)
    {
        var data = Path.Combine(folder.FullName, "daten");
        using (var service = Service.Start(data))
        {
            await service.Says(whenItSays, Patience);
            Assert.Equal(0, await service.Stop());
        }

        Assert.DoesNotContain(Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories),
            file => file.EndsWith(".schreibt", StringComparison.Ordinal));
        await ExampleCountyRun.Once(data);
        Assert.Equal(ExampleCountyRun.Hashes(county.Data), ExampleCountyRun.Hashes(data));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public async Task StoppedWhileItWritesReports_EndsInTime_AndTheNextStartCompletes(int whenThereAre)
    {
        var data = Path.Combine(folder.FullName, "daten");
        var reports = Path.Combine(data, "berichte");
        using (var service = Service.Start(data))
        {
            await service.Until(() => Directory.Exists(reports)
                && Directory.GetFiles(reports, "*.pdf", SearchOption.AllDirectories).Length >= whenThereAre, Patience);
            Assert.Equal(0, await service.Stop());
        }

        Assert.InRange(Directory.GetFiles(reports, "*.pdf", SearchOption.AllDirectories).Length, whenThereAre, 167);
        await ExampleCountyRun.Once(data);
        Assert.Equal(ExampleCountyRun.Hashes(county.Data), ExampleCountyRun.Hashes(data));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(400)]
    [InlineData(1500)]
    public async Task StoppedWhileItTakesAnUpload_LosesNothing(int millisecondsAfterTheUpload)
    {
        using var clean = new TemporaryCopy(county.Data);
        PutUpload(clean.Folder);
        await ExampleCountyRun.Once(clean.Folder);

        using var copy = new TemporaryCopy(county.Data);
        using (var service = Service.Start(copy.Folder))
        {
            await service.Says("Portal: ", Patience);
            PutUpload(copy.Folder);
            await Task.Delay(millisecondsAfterTheUpload, TestContext.Current.CancellationToken);
            Assert.Equal(0, await service.Stop());
        }

        await ExampleCountyRun.Once(copy.Folder);
        Assert.Equal(Results(clean.Folder), Results(copy.Folder));
        Assert.True(File.Exists(Path.Combine(copy.Folder, "quittungen", Upload + ".json")));
    }

    [Fact]
    public async Task OneRunThatIsStopped_SaysThatItDidNotFinish()
    {
        using var service = Service.Start(Path.Combine(folder.FullName, "daten"), "--once");
        await service.Says("✔ Katalog 2025", Patience);
        Assert.Equal(1, await service.Stop());
    }

    public void Dispose() => folder.Delete(recursive: true);

    // The portal's keys, random by nature, are made where it is served.
    private static IEnumerable<string> Results(string data) =>
        ExampleCountyRun.Hashes(data).Where(file => !file.Key.StartsWith("sitzungen", StringComparison.Ordinal))
            .Select(file => $"{file.Key} {file.Value}");

    private static void PutUpload(string data)
    {
        // Made beside the inbox and moved in, with its time of arrival: the two folders to be compared must hold the same.
        var file = Path.Combine(data, "nachtrag.csv");
        File.WriteAllText(file,
            "Produkt;Leistung;Grundzahl;Periode;Wert;Bemerkung\r\n1111;11111;sprechstunden;2026-Q3;99;Nachtrag\r\n");
        File.SetLastWriteTimeUtc(file, Arrival);
        File.Move(file, Path.Combine(data, "eingang", Upload));
    }
}
