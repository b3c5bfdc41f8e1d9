using Produktreport.Functions.Standalone;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Storage.Local;

namespace Produktreport.EndToEnd.Tests.Browser;

/// <summary>The program over Blob, Table and Queue Storage.</summary>
public sealed class AzuritePortal : Portal
{
    // Blob Storage knows arrival to the second.
    private static readonly TimeSpan LaterArrival = TimeSpan.FromSeconds(1.1);

    private readonly Azurite azurite = new();
    private readonly string connection;
    private readonly BlobFileStore files;

    public AzuritePortal()
    {
        connection = azurite.NewAccount();
        files = new BlobFileStore(StorageAccount.Of(connection));
    }

    internal override IFileStore Files => files;

    internal StorageAccount Account => StorageAccount.Of(connection);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        files.Dispose();
        azurite.Dispose();
    }

    protected override async Task<IReadOnlyList<string>> Prepare()
    {
        ExampleCounty.CopyTo(Data);
        var example = new FolderFileStore(Data);
        await foreach (var file in example.List(Area.Catalogue))
            await Copy(example, Area.Catalogue, file);

        // In the order of arrival; what arrives within one second counts in the order of the paths, so a later file with an
        // earlier path waits.
        var last = new Dictionary<string, FilePath>(StringComparer.Ordinal);
        foreach (var file in (await example.List(Area.Inbox).ToListAsync()).OrderBy(file => file.ModifiedAt))
        {
            if (last.TryGetValue(file.Path.FirstFolder, out var before) && file.Path.CompareTo(before) < 0)
                await Task.Delay(LaterArrival);
            await Copy(example, Area.Inbox, file);
            last[file.Path.FirstFolder] = file.Path;
        }

        return ["--storage", connection];
    }

    private async Task Copy(FolderFileStore example, Area area, FileEntry file)
    {
        await using var open = (await example.Open(area, file.Path))!;
        using var content = new MemoryStream();
        await open.Content.CopyToAsync(content);
        Assert.True(await files.Write(area, file.Path, content.ToArray(), WriteCondition.IfAbsent));
    }
}
