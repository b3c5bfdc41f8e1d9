using System.Text.Encodings.Web;

namespace Produktreport.Functions.Storage;

/// <summary>JSON as the program's own files hold it.</summary>
internal static class StoredJson
{
    /// <summary>With umlauts and quotation marks as they are: for files, never for pages.</summary>
    public static JsonSerializerOptions Readable { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same over several lines.</summary>
    public static JsonSerializerOptions Indented { get; } = new(Readable) { WriteIndented = true, NewLine = "\n" };

    /// <summary>An entry of a log as a line, with its end.</summary>
    public static byte[] Line<T>(T entry, JsonSerializerOptions? form = null) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(entry, form ?? Readable), (byte)'\n'];

    /// <summary>What the lines of a log say; one that a crash cut off is left out.</summary>
    public static IEnumerable<T> ReadLines<T>(byte[]? lines)
        where T : class =>
        Encoding.UTF8.GetString(lines ?? []).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => TryRead<T>(Encoding.UTF8.GetBytes(line))).OfType<T>();

    /// <summary>What a file says; null where there is none, or it is damaged.</summary>
    public static T? TryRead<T>(ReadOnlySpan<byte> json)
        where T : class
    {
        try
        {
            return json.IsEmpty ? null : JsonSerializer.Deserialize<T>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
