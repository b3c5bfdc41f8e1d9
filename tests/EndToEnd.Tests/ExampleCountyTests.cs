namespace Produktreport.EndToEnd.Tests;

public sealed class ExampleCountyTests(ExampleCountyRun county) : IClassFixture<ExampleCountyRun>
{
    private const string RejectedFile = "wirtschaftsfoerderung/2026-q3-entwurf.csv";

    [Fact]
    public void TheOneBadFile_MakesTheExitCodeTwo()
    {
        Assert.Equal(2, county.Run.ExitCode);
        Assert.Contains($"✘ {RejectedFile}: abgelehnt", county.Run.Output, StringComparison.Ordinal);
        Assert.Equal(1, county.Run.Output.Split("abgelehnt").Length - 1);
        Assert.Empty(county.Run.Errors);
    }

    [Fact]
    public void EveryUpload_HasAReceiptForProgramsAndOneForPeople()
    {
        foreach (var upload in Files("eingang"))
        {
            Assert.True(File.Exists(county.At("quittungen", upload + ".json")), upload);
            Assert.True(File.Exists(county.At("quittungen", upload + ".html")), upload);
        }
    }

    [Fact]
    public void Uploads_AreNotTouched() =>
        Assert.Equal(ExampleCountyRun.Hashes(Repository.At("beispiel", "eingang")),
            ExampleCountyRun.Hashes(county.At("eingang")));

    [Theory]
    [InlineData("2025-Q1")]
    [InlineData("2025-Q2")]
    [InlineData("2025-Q3")]
    [InlineData("2025-Q4")]
    [InlineData("2025")]
    [InlineData("2026-Q1")]
    [InlineData("2026-Q2")]
    [InlineData("2026-Q3")]
    public void EveryPeriodThatIsDue_HasItsReports(string period)
    {
        var products = Files("katalog").Where(file => file.StartsWith(period[..4] + "/produkte/", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file)).ToList();
        Assert.True(products.Count >= 15, $"{products.Count} products");
        foreach (var name in products.Append("gesamt"))
        {
            Assert.True(File.Exists(county.At("berichte", period, name + ".pdf")), name);
            Assert.True(File.Exists(county.At("berichte", period, name + ".json")), name);
        }
    }

    [Fact]
    public void PeriodsThatAreNotDue_HaveNoReports() =>
        Assert.Equal(8, Directory.GetDirectories(county.At("berichte")).Length);

    [Fact]
    public async Task ASecondRun_ChangesNoByte()
    {
        using var copy = new TemporaryCopy(county.Data);
        var before = ExampleCountyRun.Hashes(copy.Folder);
        var run = await ExampleCountyRun.Once(copy.Folder);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(before, ExampleCountyRun.Hashes(copy.Folder));
    }

    [Fact]
    public async Task DeletedReportsAndReceipts_ComeBackByteForByte()
    {
        using var copy = new TemporaryCopy(county.Data);
        var before = ExampleCountyRun.Hashes(copy.Folder);
        Directory.Delete(Path.Combine(copy.Folder, "berichte"), recursive: true);
        Directory.Delete(Path.Combine(copy.Folder, "quittungen"), recursive: true);
        await ExampleCountyRun.Once(copy.Folder);
        Assert.Equal(before, ExampleCountyRun.Hashes(copy.Folder));
    }

    [Fact]
    public async Task AnotherCheckoutOnAnotherDay_GivesTheSameBytes()
    {
        var folder = Directory.CreateTempSubdirectory("produktreport-");
        try
        {
            var data = Path.Combine(folder.FullName, "anderswo");
            await ExampleCountyRun.Once(data);
            Assert.Equal(ExampleCountyRun.Hashes(county.Data), ExampleCountyRun.Hashes(data));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private IEnumerable<string> Files(string area) =>
        Directory.EnumerateFiles(county.At(area), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(county.At(area), file).Replace('\\', '/'));
}
