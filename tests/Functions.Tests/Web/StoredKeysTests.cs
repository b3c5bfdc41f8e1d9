using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Storage.Local;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Functions.Tests.Web;

/// <summary>What the keys in a file store must do; subclasses say in which.</summary>
public abstract class StoredKeysContract
{
    private protected abstract IFileStore Store { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void WithoutKeys_NoneAreFound() => Assert.Empty(new StoredKeys(Store).GetAllElements());

    [Fact]
    public void KeysThatWereStored_AreFoundByAnotherInstance()
    {
        new StoredKeys(Store).StoreElement(new XElement("key", new XAttribute("id", "1"), "Größe"), "key-1");
        new StoredKeys(Store).StoreElement(new XElement("key", new XAttribute("id", "2")), "key-2");
        var found = new StoredKeys(Store).GetAllElements().OrderBy(key => key.Attribute("id")!.Value, StringComparer.Ordinal);
        Assert.Equal(["<key id=\"1\">Größe</key>", "<key id=\"2\" />"],
            found.Select(key => key.ToString(SaveOptions.DisableFormatting)));
    }

    [Fact]
    public void TwoKeysOfTheSameName_AreBothKept()
    {
        var keys = new StoredKeys(Store);
        keys.StoreElement(new XElement("key", "a"), "../../name");
        keys.StoreElement(new XElement("key", "b"), "../../name");
        Assert.Equal(["a", "b"], keys.GetAllElements().Select(key => key.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Keys_LieInTheirOwnArea()
    {
        new StoredKeys(Store).StoreElement(new XElement("key"), "key-1");
        var file = Assert.Single(await Store.List(Area.SessionKeys, "", Cancellation).ToListAsync(Cancellation));
        Assert.EndsWith(".xml", file.Path.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatOneInstanceProtects_AnotherReads()
    {
        var secret = Protector().Protect("Formular");
        Assert.Equal("Formular", Protector().Unprotect(secret));
    }

    private IDataProtector Protector()
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("Produktreport");
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = new StoredKeys(Store));
        return services.BuildServiceProvider().GetDataProtector("test");
    }
}

public sealed class KeysStoredInAFolderTests : StoredKeysContract, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-");

    public KeysStoredInAFolderTests() => Store = new FolderFileStore(folder.FullName);

    private protected override IFileStore Store { get; }

    public void Dispose() => folder.Delete(recursive: true);
}

public sealed class KeysStoredInAzureTests(Azurite azurite) : StoredKeysContract
{
    private protected override IFileStore Store { get; } = new BlobFileStore(StorageAccount.Of(azurite.NewAccount()));
}
