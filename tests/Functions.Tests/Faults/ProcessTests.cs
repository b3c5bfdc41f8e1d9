using System.Diagnostics;
using System.Text;
using Produktreport.Functions.Deliveries;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Tests.Hosting;
using Produktreport.Functions.Work;

namespace Produktreport.Functions.Tests.Faults;

/// <summary>The program as a process on a folder: beside another one, killed, and on a disk that is full.</summary>
public sealed class ProcessTests : IAsyncDisposable
{
    private readonly SmallCounty county = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OfTwoProgramsOnOneFolder_TheSecondSaysSoAndEnds_AndAKilledOneLeavesNothingStuck()
    {
        county.Deliver("q1.csv", ("2026-Q1", "100"));
        using var first = Start("--urls", "http://127.0.0.1:0");
        await Said(first, "Portal:");

        var (code, output) = await Once();
        Assert.Equal(ExitCodes.Failure, code);
        Assert.Contains("arbeitet schon ein anderes Produktreport", output, StringComparison.Ordinal);
        first.Kill();
        await first.WaitForExitAsync(Cancellation);
        Assert.Equal(ExitCodes.Success, (await Once()).Code);
    }

    [Fact]
    public async Task AFileWhoseReadingEndedTheProgramTwice_IsSetAside_AllElseGoesOn_AndItCanBeRepeated()
    {
        county.Deliver("q1.csv", ("2026-Q1", "100"));
        var large = new StringBuilder("Produkt;Grundzahl;Periode;Wert\n");
        for (var row = 0; row < 600_000; row++)
            large.Append("1111;anzahl;2026-Q2;110\n");
        county.Write("eingang/amt-eins/q2.csv", large.ToString());
        await DieWhileReading();
        await DieWhileReading();
        var (code, _) = await Once();
        Assert.Equal(ExitCodes.InputRejected, code);
        Assert.Contains("PR-1034", county.Receipt("q2.csv"), StringComparison.Ordinal);
        Assert.Equal(100, county.Count("2026-Q1"));

        // The same after a restart; then somebody repeats it, and it is read to its end.
        await county.Work();
        var work = county.Service<GivenUpWork>();
        var message = Assert.Single(await work.List(Cancellation));
        Assert.Equal("Datei amt-eins/q2.csv", GivenUpWork.Describe(message));
        Assert.True(await work.Repeat(message.Id, _ => Task.CompletedTask));
        Assert.Empty(await work.List(Cancellation));
        Assert.DoesNotContain("PR-1034", county.Receipt("q2.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsSetAside_CanBeDismissed_AndStaysAside()
    {
        county.Write("eingang/amt-eins/q2.xlsx", "PK");
        var hash = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(county.Read("eingang/amt-eins/q2.xlsx")));
        Directory.CreateDirectory(county.PathOf("protokoll/lesen"));
        await File.WriteAllTextAsync(
            county.PathOf($"protokoll/lesen/{hash}.json"),
            $$"""{"datei":"amt-eins/q2.xlsx","sha256":"{{hash}}","abgebrochen":{{ReadingAttempts.MostDeaths}},"seit":"2026-04-01T08:00:00Z"}""",
            Cancellation);
        await county.Work();
        var work = county.Service<GivenUpWork>();
        Assert.True(await work.Dismiss(hash, _ => Task.CompletedTask));
        Assert.Empty(await work.List(Cancellation));
        Assert.False(await work.Dismiss(hash, _ => Task.CompletedTask));
        county.Restart();
        await county.Work();
        Assert.Contains("PR-1034", county.Receipt("q2.xlsx"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderWithoutPermission_IsNamed_AllElseGoesOn_AndItIsReadWhenItOpens()
    {
        county.Deliver("q1.csv", ("2026-Q1", "100"));
        county.Deliver("zu/q2.csv", ("2026-Q2", "110"));
        var closed = county.PathOf("eingang/amt-eins/zu");
        await Permit(closed, "000");
        var (code, output) = await Once(WithoutRights);
        await Permit(closed, "700");
        Assert.Equal(ExitCodes.InputRejected, code);
        Assert.Contains("✘ amt-eins/zu: abgelehnt", output, StringComparison.Ordinal);
        Assert.Contains("PR-1028", county.Receipt("zu"), StringComparison.Ordinal);
        Assert.Equal(100, county.Count("2026-Q1"));

        Assert.Equal(ExitCodes.Success, (await Once()).Code);
        Assert.False(county.Exists("quittungen/amt-eins/zu.json"));
        Assert.Equal(110, county.Count("2026-Q2"));
    }

    [Theory]
    [InlineData("eingang/amt-eins/zu", "700")]
    [InlineData("eingang/amt-eins/zu/q2.csv", "600")]
    public async Task WhatCountedAndCannotBeReadAfterARestart_IsNotWithdrawn_AndAllElseGoesOn(string closed, string open)
    {
        county.Write("katalog/2026/rahmen.yaml", SmallCounty.Frame + "  - {id: amt-zwei, bezeichnung: Amt Zwei}\n");
        county.Write("katalog/2026/produkte/1112.yaml", SmallCounty.Product.Replace("1111", "1112", StringComparison.Ordinal)
            .Replace("amt-eins", "amt-zwei", StringComparison.Ordinal));
        county.Deliver("zu/q2.csv", ("2026-Q2", "110"));
        Assert.Equal(ExitCodes.Success, (await Once()).Code);
        var (own, combined) = (county.Read("berichte/2026-Q2/1111.json"), county.Read("berichte/2026-Q2/gesamt.json"));

        await Permit(county.PathOf(closed), "000");
        county.Write("eingang/amt-zwei/q2.csv", "Produkt;Grundzahl;Periode;Wert\n1112;anzahl;2026-Q2;7\n");
        // The second start has only the receipt of the first one to go by.
        for (var start = 1; start <= 2; start++)
        {
            var (code, output) = await Once(WithoutRights);
            Assert.Equal(ExitCodes.Failure, code);
            Assert.Contains("✘ amt-eins/zu/q2.csv: war angenommen und lässt sich nicht mehr lesen", output,
                StringComparison.Ordinal);
            Assert.Contains("PR-1036", county.Receipt("zu/q2.csv"), StringComparison.Ordinal);
            Assert.Equal(own, county.Read("berichte/2026-Q2/1111.json"));
            Assert.Equal(combined, county.Read("berichte/2026-Q2/gesamt.json"));
            Assert.Contains("\"istPeriode\": 7,", Encoding.UTF8.GetString(county.Read("berichte/2026-Q2/1112.json")),
                StringComparison.Ordinal);
        }

        await Permit(county.PathOf(closed), open);
        Assert.Equal(ExitCodes.Success, (await Once()).Code);
        Assert.DoesNotContain("PR-1036", county.Receipt("zu/q2.csv"), StringComparison.Ordinal);
        Assert.Equal(own, county.Read("berichte/2026-Q2/1111.json"));
        Assert.NotEqual(combined, county.Read("berichte/2026-Q2/gesamt.json"));
    }

    [Fact]
    public async Task AStorageThatIsGoneForAWhile_IsSaid_AndTheServiceGoesOnWhenItIsBack()
    {
        using var azurite = Azurite.InFolder();
        var account = new TestCounty(azurite.NewAccount());
        await account.UploadCatalogue(Cancellation);
        using var process = Start([], "--storage", account.Connection, "--urls", "http://127.0.0.1:0");
        await Said(process, "Portal:");
        await azurite.Restart(() => Said(process, "A run failed; it is tried again."));
        await account.UploadInbox(Cancellation);
        await Said(process, "buero-landrat/2026-q1.csv:");
        process.Kill();
        await process.WaitForExitAsync(Cancellation);
    }

    [Theory]
    [InlineData("berichte")]
    [InlineData("quittungen")]
    [InlineData("protokoll")]
    public async Task OnAFullDisk_TheProgramSaysSo_AndGoesOnWhenThereIsRoom(string folder)
    {
        county.Deliver("q1.csv", ("2026-Q1", "100"));
        Directory.CreateDirectory(county.PathOf(folder));
        var program = $"dotnet '{Program}' --once --data '{county.PathOf("")}' --today 2026-08-15";
        var script = $"""
            mount -t tmpfs -o size=4k tmpfs '{county.PathOf(folder)}' || exit 99
            dd if=/dev/zero of='{county.PathOf(folder)}/voll' bs=4096 count=1 status=none
            {program}; echo "zuerst $?"
            mount -o remount,size=64m '{county.PathOf(folder)}'; rm '{county.PathOf(folder)}/voll'
            {program}; echo "danach $?"
            find '{county.PathOf(folder)}' -name '.*.schreibt' | sed 's/^/unfertig /'
            """;
        using var process = Process.Start(new ProcessStartInfo("unshare", ["-rm", "bash", "-c", script])
        { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        Assert.SkipWhen(process.ExitCode is 1 or 99 && output.Length == 0, "This machine gives no mounts of its own.");
        Assert.DoesNotContain("zuerst 0", output, StringComparison.Ordinal);
        Assert.Contains("✘", output, StringComparison.Ordinal);
        Assert.Contains("danach 0", output, StringComparison.Ordinal);
        Assert.DoesNotContain("unfertig", output, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => county.DisposeAsync();

    // Rights do not bind whoever has root's capabilities.
    private static string[] WithoutRights =>
        Environment.IsPrivilegedProcess ? ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] : [];

    private static string Program => Path.Combine(AppContext.BaseDirectory, "Produktreport.dll");

    // Not before a few seconds have passed, and certainly within these.
    private static async Task Said(Process process, string what)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        string? line;
        do
            line = await process.StandardOutput.ReadLineAsync(limit.Token);
        while (line?.Contains(what, StringComparison.Ordinal) == false);
        Assert.True(line is not null, $"The program ended before it said '{what}'.");
    }

    private static async Task Permit(string folder, string mode)
    {
        using var process = Process.Start("chmod", [mode, folder]);
        await process.WaitForExitAsync(Cancellation);
        Assert.Equal(0, process.ExitCode);
    }

    // Killed while the file is being read, which its note tells.
    private async Task DieWhileReading()
    {
        var notes = Directory.CreateDirectory(county.PathOf("protokoll/lesen"));
        var before = notes.GetFiles("*.json").Select(note => note.LastWriteTimeUtc).FirstOrDefault();
        using var process = Start("--once");
        while (!notes.GetFiles("*.json").Any(note => note.LastWriteTimeUtc > before))
        {
            Assert.False(process.HasExited, "The file was read before the program could be killed.");
            await Task.Delay(1, Cancellation);
        }

        process.Kill();
        await process.WaitForExitAsync(Cancellation);
        Assert.Single(notes.GetFiles("*.json"));
    }

    private async Task<(int Code, string Output)> Once(params string[] under)
    {
        using var process = Start(under, "--once");
        var output = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, output);
    }

    private Process Start(params string[] arguments) => Start(under: [], arguments);

    private Process Start(string[] under, params string[] arguments)
    {
        string[] call = [.. under, "dotnet", Program, "--data", county.PathOf(""), "--today", "2026-08-15", .. arguments];
        return Process.Start(new ProcessStartInfo(call[0], call[1..])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
    }
}
