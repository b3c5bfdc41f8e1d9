using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Local;

namespace Produktreport.Functions.Tests.Storage;

public sealed class FolderFileStoreTests : FileStoreContract, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-");

    public FolderFileStoreTests() => Store = new FolderFileStore(folder.FullName);

    protected override IFileStore Store { get; }

    [Fact]
    public async Task HiddenFilesLinksAndExcelsLockFiles_AreNotSeen()
    {
        var inbox = Directory.CreateDirectory(Path.Combine(folder.FullName, "eingang", "amt")).FullName;
        foreach (var name in (string[])[".versteckt", "~$mappe.xlsx", "echt.csv"])
            await File.WriteAllTextAsync(Path.Combine(inbox, name), "x", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Path.Combine(inbox, "link.csv"), "/etc/passwd");
        var seen = await Store.List(Area.Inbox, "", TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal("amt/echt.csv", Assert.Single(seen).Path.Text);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
