using System.Diagnostics;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Tests.Hosting;

namespace Produktreport.Functions.Tests.Deliveries;

/// <summary>
/// One thing that cannot be read keeps nothing else from being read; it is named, and never opened where that could wait for
/// ever.
/// </summary>
public sealed class StrayTests : IAsyncDisposable
{
    private readonly SmallCounty county = new();

    public StrayTests() => county.Deliver("q1.csv", ("2026-Q1", "100"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("mkfifo leitung.csv", "leitung.csv", "PR-1035")]
    [InlineData("ln -s /etc/passwd link.csv", "link.csv", "PR-1035")]
    [InlineData("ln -s /nirgends link.csv", "link.csv", "PR-1035")]
    [InlineData("ln -s . schleife.csv", "schleife.csv", "PR-1035")]
    [InlineData("ln -s /dev/zero null.xlsx", "null.xlsx", "PR-1035")]
    [InlineData("mkdir ordner.csv", "ordner.csv", "PR-1035")]
    [InlineData("mknod geraet.csv c 1 5 || mkfifo geraet.csv", "geraet.csv", "PR-1035")]
    public async Task WhatIsNoFile_IsNamed_AndAllElseGoesOn(string make, string name, string code)
    {
        await Shell(make);
        var result = await county.Work();
        Assert.Equal(100, county.Count("2026-Q1"));
        Assert.Contains(code, county.Receipt(name), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.InputRejected, result.ExitCode);
    }

    [Theory]
    [InlineData("printf 'Produkt' > \"$(printf 'gr\\366\\337e.csv')\"", "PR-1019")]
    [InlineData("printf 'Produkt' > 'a:b.csv'", "PR-1019")]
    public async Task AnImpossibleName_IsNamed_AndAllElseGoesOn(string make, string code)
    {
        await Shell(make);
        await county.Work();
        Assert.Equal(100, county.Count("2026-Q1"));
        var receipts = Directory.GetFiles(county.PathOf("quittungen/amt-eins"), "*~*.json");
        // .NET finds no file again whose name is no UTF-8, and so cannot delete its folder.
        await Shell("find . -type f -delete");
        Assert.Contains(code, await File.ReadAllTextAsync(Assert.Single(receipts), Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mkdir ordner; mkdir 'Q3.2026'")]
    [InlineData("cp q1.csv q1.csv.filepart")]
    [InlineData("cp q1.csv q1.csv~")]
    [InlineData("cp q1.csv '~$q1.csv'")]
    [InlineData("printf x > Thumbs.db; printf x > desktop.ini")]
    public async Task WhatNobodyMeansToSend_ChangesNothing(string make)
    {
        await Shell(make);
        var result = await county.Work();
        Assert.Equal(ExitCodes.Success, result.ExitCode);
        Assert.Equal("q1.csv.json",
            Assert.Single(Directory.GetFiles(county.PathOf("quittungen/amt-eins"), "*.json").Select(Path.GetFileName)));
    }

    [Fact]
    public async Task ATableUnderAnotherEnding_IsToldWhatToSend_AndIsNotTaken()
    {
        county.Deliver("q1-korrektur.dat", ("2026-Q1", "110"));
        await county.Work();
        Assert.Equal(100, county.Count("2026-Q1"));
        Assert.Contains("Dateien mit der Endung „.dat“ werden nicht übernommen", county.Receipt("q1-korrektur.dat"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARejectedFile_IsStillOneInTheNextRun()
    {
        county.Deliver("q2.csv", ("2026-Q2", "1OO"));
        Assert.Equal(ExitCodes.InputRejected, (await county.Work()).ExitCode);
        Assert.Equal(ExitCodes.InputRejected, (await county.Work()).ExitCode);
    }

    [Fact]
    public async Task AFileThatStillGrows_IsReadWhenItIsWhole()
    {
        var file = county.PathOf("eingang/amt-eins/q2.csv");
        await File.WriteAllTextAsync(file, "Produkt;Grundzahl;Periode;Wert\n1111;anzahl;2026-Q2;1", Cancellation);
        var run = Task.Run(county.Work, Cancellation);
        foreach (var digit in "234")
        {
            await Task.Delay(120, Cancellation);
            await File.AppendAllTextAsync(file, digit.ToString(), Cancellation);
        }

        await run;
        Assert.Equal(1234, county.Count("2026-Q2"));
    }

    [Theory]
    [InlineData("quittungen", ExitCodes.Failure)]
    [InlineData("berichte", ExitCodes.ReportFailed)]
    public async Task AFolderThatCannotBeWritten_IsToldOf_AndTheRestIsDone(string folder, int code)
    {
        // A file in its place: root may write to any folder, whatever its rights.
        await File.WriteAllTextAsync(county.PathOf(folder), "", Cancellation);
        var result = await county.Work();
        Assert.Equal(code, result.ExitCode);
        Assert.Contains("✘", county.Output.ToString(), StringComparison.Ordinal);
        county.Delete(folder);
        Assert.Equal(ExitCodes.Success, (await county.Work()).ExitCode);
        Assert.Equal(100, county.Count("2026-Q1"));
        Assert.Contains("angenommen", county.Receipt("q1.csv"), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => county.DisposeAsync();

    private async Task Shell(string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", script]) { WorkingDirectory = county.PathOf("eingang/amt-eins") };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(Cancellation);
        Assert.Equal(0, process.ExitCode);
    }
}
