using System.Text;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.Tests.Storage;

/// <summary>What every file store must do; subclasses say which store.</summary>
public abstract class FileStoreContract
{
    private static readonly FilePath Path = FilePath.Of("amt/ordner/datei ä #1.csv");

    private protected abstract IFileStore Store { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatWasWritten_IsRead()
    {
        Assert.True(await Write("eins", WriteCondition.Always));
        Assert.Equal("eins", await Read());
    }

    [Fact]
    public async Task AFileThatIsNotThere_IsNull() =>
        Assert.Null(await Store.Open(Area.Inbox, FilePath.Of("amt/fehlt.csv"), Cancellation));

    [Fact]
    public async Task FoldersAndWhatWouldLieInAFile_AreNoFiles()
    {
        await Store.Write(Area.Inbox, FilePath.Of("amt/unten/a.csv"), "x"u8.ToArray(), WriteCondition.Always, Cancellation);
        Assert.Null(await Store.Open(Area.Inbox, FilePath.Of("amt/unten"), Cancellation));
        Assert.Null(await Store.Open(Area.Inbox, FilePath.Of("amt/unten/a.csv/x"), Cancellation));
        Assert.Null(await Store.Find(Area.Inbox, FilePath.Of("amt/unten/a.csv/x"), Cancellation));
    }

    [Fact]
    public async Task TheLongestNamesThereAre_AreWrittenAndRead()
    {
        var upload = FilePath.Of("amt/" + new string('\u00e4', 120));
        Assert.True(Area.Inbox.TryPath(upload.Text, out _));
        foreach (var (area,
            path) in new[] { (Area.Inbox, upload), (Area.Receipts, upload.Append(".json")), (Area.Receipts,
            FilePath.Of(new string('x', 255))) })
        {
            await Store.Write(area, path, "x"u8.ToArray(), WriteCondition.Always, Cancellation);
            Assert.NotNull(await Store.ReadAll(area, path, Cancellation));
        }
    }

    [Fact]
    public async Task ASecondWrite_ReplacesTheFirst_AndChangesTheVersion()
    {
        await Write("eins", WriteCondition.Always);
        var before = await Entry();
        await Write("zwei!", WriteCondition.Always);
        Assert.NotEqual(before.Version, (await Entry()).Version);
        Assert.Equal("zwei!", await Read());
    }

    [Fact]
    public async Task AWriteForNewFilesOnly_LeavesAnExistingFileAlone()
    {
        Assert.True(await Write("eins", WriteCondition.IfAbsent));
        Assert.False(await Write("zwei", WriteCondition.IfAbsent));
        Assert.Equal("eins", await Read());
    }

    [Fact]
    public async Task AWriteOverAVersion_HappensOnlyOverThatVersion()
    {
        await Write("eins", WriteCondition.Always);
        var version = (await Entry()).Version;
        Assert.True(await Write("zwei!", WriteCondition.IfVersion(version)));
        Assert.False(await Write("drei!!", WriteCondition.IfVersion(version)));
        Assert.Equal("zwei!", await Read());
    }

    [Fact]
    public async Task AWriteOverAVersionOfAMissingFile_DoesNotHappen() =>
        Assert.False(await Write("eins", WriteCondition.IfVersion("egal")));

    [Fact]
    public async Task AListing_IsOrdered_AndHoldsOnlyItsAreaAndPrefix()
    {
        foreach (var path in (string[])["b/2.csv", "a/1.csv", "b/1.csv"])
            await Store.Write(Area.Inbox, FilePath.Of(path), "x"u8.ToArray(), WriteCondition.Always, Cancellation);
        await Store.Write(Area.Reports, FilePath.Of("b/3.csv"), "x"u8.ToArray(), WriteCondition.Always, Cancellation);
        Assert.Equal(["a/1.csv", "b/1.csv", "b/2.csv"], await Paths(""));
        Assert.Equal(["b/1.csv", "b/2.csv"], await Paths("b/"));
    }

    [Fact]
    public async Task TheListingAndTheOpenFile_ShowTheSameEntry()
    {
        await Write("eins", WriteCondition.Always);
        await using var open = await Store.Open(Area.Inbox, Path, Cancellation);
        Assert.Equal(await Entry(), open!.Entry);
        Assert.Equal(4, open.Entry.Length);
    }

    [Fact]
    public async Task AFoundFile_IsTheListedOne_AndAMissingOneIsNull()
    {
        await Write("eins", WriteCondition.Always);
        Assert.Equal(await Entry(), await Store.Find(Area.Inbox, Path, Cancellation));
        Assert.Null(await Store.Find(Area.Inbox, FilePath.Of("amt/fehlt.csv"), Cancellation));
        Assert.Null(await Store.Find(Area.Reports, Path, Cancellation));
    }

    [Fact]
    public async Task ADeletedFile_IsGone_AndDeletingAgainIsNoError()
    {
        await Write("eins", WriteCondition.Always);
        await Store.Delete(Area.Inbox, Path, Cancellation);
        await Store.Delete(Area.Inbox, Path, Cancellation);
        Assert.Empty(await Paths(""));
    }

    [Fact]
    public async Task AnUnchangedProjection_IsNotWrittenAgain()
    {
        Assert.True(await Store.WriteIfChanged(Area.Receipts, Path, "eins"u8.ToArray(), Cancellation));
        Assert.False(await Store.WriteIfChanged(Area.Receipts, Path, "eins"u8.ToArray(), Cancellation));
        Assert.True(await Store.WriteIfChanged(Area.Receipts, Path, "zwei"u8.ToArray(), Cancellation));
    }

    [Fact]
    public async Task OfManyWritesForNewFilesOnly_ExactlyOneHappens()
    {
        var written = await Task.WhenAll(Enumerable.Range(0, 16)
            .Select(i => Task.Run(() => Write($"nr{i}", WriteCondition.IfAbsent))));
        Assert.Single(written, happened => happened);
    }

    [Fact]
    public async Task AnUpdate_MakesTheFile_OfWhatIsThere()
    {
        foreach (var added in (string[])["a", "b", "c"])
            await Update(added);
        await Store.Update(Area.Inbox, Path, _ => null, Cancellation);
        Assert.Equal("abc", await Read());
    }

    [Fact]
    public async Task ManyUpdatesAtOnce_LoseNothing()
    {
        await Task.WhenAll("abcdefgh".Select(letter => Task.Run(() => Update($"{letter}"), Cancellation)));
        Assert.Equal("abcdefgh", string.Concat((await Read()).Order()));
    }

    [Fact]
    public async Task LinesThatManyAppendAtOnce_AreAllThere_InTheOrderOfEachWriter()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(
            async () =>
            {
                for (var number = 0; number < 8; number++)
                    Assert.True(await Append($"{writer} {number}\n"));
            },
            Cancellation)));
        var lines = (await Read()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var writer in lines.GroupBy(line => line[0]))
            Assert.Equal(Enumerable.Range(0, 8).Select(number => $"{writer.Key} {number}"), writer);
        Assert.Equal(48, lines.Length);
    }

    [Fact]
    public async Task AnAppendedLine_ChangesTheVersion_AndStandsAfterAWholeLine()
    {
        await Append("halb");
        var before = await Entry();
        await Append("ganz\n");
        Assert.NotEqual(before.Version, (await Entry()).Version);
        Assert.Equal("halb\nganz\n", await Read());
    }

    private Task<bool> Append(string lines) => Store.AppendLines(Area.Inbox, Path, Encoding.UTF8.GetBytes(lines), Cancellation);

    private Task Update(string added) =>
        Store.Update(Area.Inbox, Path, present => [.. present ?? [], .. Encoding.UTF8.GetBytes(added)], Cancellation);

    private Task<bool> Write(string text, WriteCondition condition) =>
        Store.Write(Area.Inbox, Path, Encoding.UTF8.GetBytes(text), condition, Cancellation);

    private async Task<string> Read() => Encoding.UTF8.GetString((await Store.ReadAll(Area.Inbox, Path, Cancellation))!);

    private async Task<FileEntry> Entry() => await Store.List(Area.Inbox, "", Cancellation).SingleAsync(Cancellation);

    private async Task<List<string>> Paths(string prefix) =>
        await Store.List(Area.Inbox, prefix, Cancellation).Select(entry => entry.Path.Text).ToListAsync(Cancellation);
}
