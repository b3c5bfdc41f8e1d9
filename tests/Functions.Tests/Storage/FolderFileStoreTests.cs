using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Local;

namespace Produktreport.Functions.Tests.Storage;

public sealed class FolderFileStoreTests : FileStoreContract, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-");

    public FolderFileStoreTests() => Store = new FolderFileStore(folder.FullName);

    private protected override IFileStore Store { get; }

    [Fact]
    public async Task HiddenFilesLinksAndExcelsLockFiles_AreNotSeen()
    {
        var inbox = Directory.CreateDirectory(Path.Combine(folder.FullName, "eingang", "amt")).FullName;
        foreach (var name in (string[])[".versteckt", "~$mappe.xlsx", "echt.csv"])
            await File.WriteAllTextAsync(Path.Combine(inbox, name), "x", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Path.Combine(inbox, "link.csv"), "/etc/passwd");
        var seen = await Store.List(Area.Inbox, "", TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal("amt/echt.csv", Assert.Single(seen).Path.Text);
    }

    [Fact]
    public async Task NamesThatMacOsWroteInParts_AreComposed()
    {
        var inbox = Directory.CreateDirectory(Path.Combine(folder.FullName, "eingang", "amt", "Bu\u0308ro")).FullName;
        await File.WriteAllTextAsync(Path.Combine(inbox, "Zuschu\u0308sse.csv"), "x", TestContext.Current.CancellationToken);
        var seen = Assert.Single(await Store.List(Area.Inbox, "amt/B\u00FCro/", TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal("amt/B\u00FCro/Zusch\u00FCsse.csv", seen.Path.Text);
        Assert.NotNull(await Store.ReadAll(Area.Inbox, seen.Path, TestContext.Current.CancellationToken));
        Assert.False(
            await Store.Write(Area.Inbox, seen.Path, "y"u8.ToArray(), WriteCondition.IfAbsent,
            TestContext.Current.CancellationToken));
        await Store.Delete(Area.Inbox, seen.Path, TestContext.Current.CancellationToken);
        Assert.Empty(await Store.List(Area.Inbox, "", TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => folder.Delete(recursive: true);
}
