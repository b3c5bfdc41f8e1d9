using System.Security.Cryptography;

namespace Produktreport.Functions.Storage;

/// <summary>The SHA-256 of contents, as lower-case hexadecimal digits.</summary>
internal static class Checksum
{
    /// <summary>The checksum of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The checksum of a text's UTF-8.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>The checksum of all that a stream brings; one that can go back stands at its beginning again.</summary>
    public static async Task<string> Of(Stream content, CancellationToken cancellation)
    {
        var hash = await SHA256.HashDataAsync(content, cancellation);
        if (content.CanSeek)
            content.Position = 0;
        return Convert.ToHexStringLower(hash);
    }
}
