using System.IO.Compression;
using Azure.Data.Tables;

namespace Produktreport.Functions.Storage.Azure;

/// <summary>
/// Texts in table entities: absent where null, and cut over several properties where longer than one property may be.
/// </summary>
internal static class LongText
{
    // A string property holds 64 KiB of UTF-16.
    private const int LongestPart = 32_000;

    public static void Put(this TableEntity entity, string name, string? text)
    {
        if (text is null)
            return;
        for (int start = 0, part = 0; start == 0 || start < text.Length; start += LongestPart, part++)
            entity[Name(name, part)] = text.Substring(start, Math.Min(LongestPart, text.Length - start));
    }

    public static string? Text(this TableEntity entity, string name)
    {
        var text = entity.GetString(name);
        for (var part = 1; text is not null && entity.GetString(Name(name, part)) is { } more; part++)
            text += more;
        return text;
    }

    /// <summary>
    /// A text that can be longer than an entity (1 MiB) and repeats itself: a ledger's products. Absent where null.
    /// </summary>
    public static void PutPacked(this TableEntity entity, string name, string? text)
    {
        if (text is null)
            return;
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.Optimal))
            packing.Write(Encoding.UTF8.GetBytes(text));
        entity.Put(name, Convert.ToBase64String(packed.ToArray()));
    }

    /// <summary>A text that <see cref="PutPacked"/> wrote.</summary>
    public static string? PackedText(this TableEntity entity, string name)
    {
        if (entity.Text(name) is not { } packed)
            return null;
        using var unpacking = new StreamReader(
            new BrotliStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress), Encoding.UTF8);
        return unpacking.ReadToEnd();
    }

    private static string Name(string name, int part) =>
        part == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}{part + 1}");
}
