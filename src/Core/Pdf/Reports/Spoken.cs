using System.Text.RegularExpressions;
using Produktreport.Core.Pdf.Layout.Texts;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>Texts as they are heard: abbreviations with what they stand for, main figures with that they are.</summary>
internal static partial class Spoken
{
    private static readonly Dictionary<string, string> Expansions = new(StringComparer.Ordinal)
    {
        ["T€"] = "Tausend Euro",
        ["VZÄ"] = "Vollzeitäquivalente",
        ["VbE"] = "Vollbeschäftigteneinheiten",
        ["EW"] = "Einwohner",
        ["Nr."] = "Nummer",
        ["Q1"] = "1. Quartal",
        ["Q2"] = "2. Quartal",
        ["Q3"] = "3. Quartal",
        ["Q4"] = "4. Quartal",
    };

    /// <summary>A printed text with its abbreviations expanded for the ear.</summary>
    public static RichText Of(string text)
    {
        var spoken = RichText.Empty;
        var at = 0;
        foreach (var match in Abbreviation().EnumerateMatches(text))
        {
            var word = text.Substring(match.Index, match.Length);
            spoken = spoken.Plain(text[at..match.Index]).Abbreviated(word, Expansions[word]);
            at = match.Index + match.Length;
        }

        return spoken.Plain(text[at..]);
    }

    /// <summary>A figure's printed name; a main figure is underlined, and said to be one.</summary>
    public static RichText Name(string name, bool isMain) => isMain
        ? RichText.Empty.With(new TextRun(name) { Underline = true, Spoken = PdfWords.MainFigure(name) })
        : Of(name);

    [GeneratedRegex(@"(?<!\w)(?:T€|VZÄ|VbE|EW|Nr\.|Q[1-4])(?!\w)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Abbreviation();
}
