using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Produktreport.Functions.Web.Identity;

/// <summary>
/// The keys that sign forms, in a file store, so that every instance in Azure takes the forms another one gave out.
/// </summary>
internal sealed class StoredKeys(IFileStore files) : IXmlRepository
{
    // Open sessions lie beside them.
    private const string Ending = ".xml";

    // Away from the caller's context: a page that is being rendered would wait for itself.
    public IReadOnlyCollection<XElement> GetAllElements() => Task.Run(ReadAll).GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName)
    {
        var bytes = Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting));
        var path = FilePath.Of($"{Guid.NewGuid():N}{Ending}");
        Task.Run(() => files.Write(Area.SessionKeys, path, bytes, WriteCondition.IfAbsent)).GetAwaiter().GetResult();
    }

    private async Task<List<XElement>> ReadAll()
    {
        var keys = new List<XElement>();
        await foreach (var entry in files.List(Area.SessionKeys))
        {
            if (entry.Path.Text.EndsWith(Ending, StringComparison.Ordinal)
                && await files.ReadAll(Area.SessionKeys, entry.Path) is { } xml)
                keys.Add(XElement.Parse(Encoding.UTF8.GetString(xml)));
        }

        return keys;
    }
}
