using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Local;

namespace Produktreport.EndToEnd.Tests.Browser;

/// <summary>The program over a folder, which it makes from the example county.</summary>
public sealed class FolderPortal : Portal
{
    internal override IFileStore Files => new FolderFileStore(Data);

    protected override Task<IReadOnlyList<string>> Prepare() => Task.FromResult<IReadOnlyList<string>>(["--data", Data]);
}
