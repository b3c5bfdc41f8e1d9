using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Produktreport.Core.Catalogues;

/// <summary>The county's Wappen, as its reports show it. Closed.</summary>
/// <param name="Text">What it shows, for those who do not see it.</param>
public abstract record Logo(string Text)
{
    /// <summary>Identifies what is to be seen: SHA-256, 64 lower-case hex digits. The text is not part of it.</summary>
    public abstract string Sha256 { get; }

    /// <summary>Filled areas in SVG path data, painted one over the other.</summary>
    /// <param name="Text">What it shows.</param>
    /// <param name="Paths">From the bottom up; at least one.</param>
    /// <param name="Width">The width of the view box, which starts at 0.</param>
    /// <param name="Height">The height of the view box.</param>
    public sealed record Drawn(string Text, ImmutableArray<LogoPath> Paths, decimal Width, decimal Height) : Logo(Text)
    {
        /// <inheritdoc/>
        public override string Sha256 => Hash(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
                $"{Width} {Height}\n{string.Join('\n', Paths.Select(path => $"{path.Colour:x6} {path.Data}"))}")));
    }

    /// <summary>A PNG or JPEG file; readable as such.</summary>
    /// <param name="Text">What it shows.</param>
    /// <param name="File">The file's bytes.</param>
    public sealed record Picture(string Text, ReadOnlyMemory<byte> File) : Logo(Text)
    {
        /// <inheritdoc/>
        public override string Sha256 => Hash(File.Span);
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>One area of a logo.</summary>
/// <param name="Data">SVG path data that <see cref="Images.SvgPath"/> understands.</param>
/// <param name="Colour">Red, green and blue: <c>0x0B4F7D</c>.</param>
public sealed record LogoPath(string Data, int Colour);
