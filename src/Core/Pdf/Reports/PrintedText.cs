using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Produktreport.Core.German;
using Produktreport.Core.Pdf.Fonts;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>
/// Prepares texts that come from catalogues and departments for printing. A character the font lacks must not stop a report: it
/// is printed by its code (<c>[U+1F600]</c>), so that nothing is silently lost.
/// </summary>
internal static partial class PrintedText
{
    // Accents to be composed, letters from right to left, joiners and variation selectors.
    private static readonly SearchValues<char> NotPaintedAsTheyStand = SearchValues.Create(
        [.. Range('\u0300', '\u036F'), .. Range('\u0590', '\u05FF'), .. Range('\u200B', '\u200F'), .. Range('\u202A', '\u202E'),
            .. Range('\u2060', '\u2069'), .. Range('\uFB1D', '\uFB4F'), .. Range('\uFE00', '\uFE0F'), '\uFEFF']);

    /// <summary>
    /// The text with its line breaks as spaces, unprintable characters named, and units kept beside their numbers.
    /// </summary>
    public static string Of(string text)
    {
        var line = text.AsSpan().ContainsAnyInRange('\0', '\u001F') ? Unbroken(text) : text;
        if (line.AsSpan().ContainsAny(NotPaintedAsTheyStand))
            line = RightToLeft().Replace(Composed(line), run => Turned(run.Value));
        var printable = LiberationSans.FirstMissing(line) is null ? line : Named(line);
        return KeepTogether(GermanFormat.KeepUnits(printable));
    }

    private static IEnumerable<char> Range(char first, char last) =>
        Enumerable.Range(first, last - first + 1).Select(code => (char)code);

    /// <summary>Accents in one character with their letters; joiners and variation selectors are gone.</summary>
    private static string Composed(string text) => Joiners().Replace(Composition.Of(text), "");

    /// <summary>
    /// A run written from right to left, in the order it is painted in from left to right: programs that read PDF turn it back.
    /// Numbers in it stay as they are, brackets end it, and it is kept on one line.
    /// </summary>
    private static string Turned(string run) =>
        string.Concat(Pieces().Matches(run).Reverse().Select(piece => piece.Value == " " ? "\u00A0" : piece.Value));

    [GeneratedRegex(@"[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFE00-\uFE0F\uFEFF]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joiners();

    /// <summary>Hebrew words with what stands between them; the font has no Arabic, which is printed by its codes.</summary>
    [GeneratedRegex(
        @"[\u0590-\u05FF\uFB1D-\uFB4F](?:[^\p{Ll}\p{Lu}()\[\]]*[\u0590-\u05FF\uFB1D-\uFB4F])?",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex RightToLeft();

    /// <summary>A number, or a letter with its points.</summary>
    [GeneratedRegex(@"\d+(?:[.,]\d+)*|\P{M}\p{M}*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pieces();

    /// <summary>No line ends between a product's number and its name, or between an ordinal and its noun.</summary>
    private static string KeepTogether(string text) => NumberAndName().Replace(text, "\u00A0");

    [GeneratedRegex(
        @"(?<=(?:^|[ („])\d{4,5}) (?=\p{Lu})|(?<=(?:^| )\d\.) (?=(?:Quartal|Halbjahr))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberAndName();

    private static string Unbroken(string text) =>
        string.Join(' ', text.Split(text.Where(char.IsControl).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries));

    private static string Named(string text)
    {
        var named = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (LiberationSans.FirstMissing(rune.ToString()) is null)
                named.Append(rune);
            else
                named.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
        }

        return named.ToString();
    }
}
