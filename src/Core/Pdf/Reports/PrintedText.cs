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
    /// <summary>
    /// The text with its line breaks as spaces, unprintable characters named, and units kept beside their numbers.
    /// </summary>
    public static string Of(string text)
    {
        var line = text.AsSpan().ContainsAnyInRange('\0', '\u001F') ? Unbroken(text) : text;
        var printable = LiberationSans.FirstMissing(line) is null ? line : Named(line);
        return KeepTogether(GermanFormat.KeepUnits(printable));
    }

    /// <summary>No line ends between a product's number and its name, or between an ordinal and its noun.</summary>
    private static string KeepTogether(string text) =>
        NumberAndName().Replace(text, "\u00A0");

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
