using System.Globalization;
using System.Text.Json;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.Hosting;

/// <summary>What the Functions host sends with an event. Its values are JSON text inside JSON strings.</summary>
public sealed class TriggerPayload(JsonElement root)
{
    /// <summary>
    /// The blob of a blob event within its area: from its address, which is percent-encoded and begins, on Azurite, with the account's name.
    /// Null where the payload names none, or one that is no <see cref="FilePath"/>.
    /// </summary>
    public FilePath? BlobIn(Area area) =>
        area.TryPath(BlobNameIn(area), out var file) ? file : null;

    /// <summary>The name of the blob within its area, whatever it is; null where the payload names none.</summary>
    public string? BlobNameIn(Area area) =>
        Metadata("Uri") is { } address && Decode(address) is { } uri ? PathIn(uri, area.FolderName()) : null;

    /// <summary>The text of a queue message; null where there is none.</summary>
    public string? Message(string binding) => Section("Data", binding) is { } value ? Decode(value) : null;

    /// <summary>When a queue message was sent; null where the payload does not say.</summary>
    public DateTimeOffset? SentAt =>
        Metadata("InsertionTime") is { } time && DateTimeOffset.TryParse(Decode(time), CultureInfo.InvariantCulture, out var sent) ? sent : null;

    /// <summary>Whether a timer fired late, as after the app was stopped.</summary>
    public bool IsPastDue(string binding) =>
        Section("Data", binding) is { ValueKind: JsonValueKind.Object } timer && timer.TryGetProperty("IsPastDue", out var late) && late.ValueKind == JsonValueKind.True;

    // "\"a.csv\"" → a.csv; a text that is not encoded twice stays as it is. A message that is JSON itself stays JSON.
    private static string? Decode(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            return value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : value.GetRawText();
        var text = value.GetString()!;
        if (text is not ['"', .., '"'])
            return text;
        try
        {
            return JsonSerializer.Deserialize<string>(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static string? PathIn(string uri, string container)
    {
        var host = uri.IndexOf("://", StringComparison.Ordinal);
        var start = host < 0 ? -1 : uri.IndexOf('/', host + 3);
        if (start < 0)
            return null;
        var end = uri.IndexOf('?', start);
        var path = uri[(start + 1)..(end < 0 ? uri.Length : end)];
        // https://account.blob.core.windows.net/container/…, or http://127.0.0.1:10000/account/container/…
        foreach (var rest in (string[])[path, path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..]])
        {
            if (rest.StartsWith(container + '/', StringComparison.Ordinal))
                return Uri.UnescapeDataString(rest[(container.Length + 1)..]);
        }

        return null;
    }

    private JsonElement? Metadata(string name) => Section("Metadata", name);

    private JsonElement? Section(string section, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(section, out var values)
        && values.ValueKind == JsonValueKind.Object && values.TryGetProperty(name, out var value)
            ? value
            : null;
}
