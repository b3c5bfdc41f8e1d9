using System.Collections.Frozen;
using System.Text;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>
/// Letters with accents as one character, where a file has them as two (Unicode, form C): the font has glyphs for the composed
/// ones only. The machine's own normalization needs culture data, which the program does without.
/// </summary>
internal static class ComposedLetters
{
    // Each mark with its letters, every letter before the composed one.
    private static readonly (char Mark, string Pairs)[] Capitals =
    [
        ('\u0300', "AÀEÈIÌNǸOÒUÙ"),
        ('\u0301', "AÁCĆEÉIÍLĹNŃOÓRŔSŚUÚYÝZŹ"),
        ('\u0302', "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶ"),
        ('\u0303', "AÃIĨNÑOÕUŨ"),
        ('\u0304', "AĀEĒIĪOŌUŪ"),
        ('\u0306', "AĂGĞUŬ"),
        ('\u0307', "CĊEĖGĠZŻ"),
        ('\u0308', "AÄEËIÏOÖUÜYŸ"),
        ('\u030A', "AÅUŮ"),
        ('\u030B', "OŐUŰ"),
        ('\u030C', "CČDĎEĚLĽNŇRŘSŠTŤZŽ"),
        ('\u0327', "CÇGĢKĶLĻNŅRŖSŞTŢ"),
        ('\u0328', "AĄEĘIĮUŲ"),
    ];

    private static readonly FrozenDictionary<(char Letter, char Mark), char> Composed = Capitals
        .SelectMany(each => each.Pairs.Chunk(2).SelectMany(pair => new[]
        {
            KeyValuePair.Create((pair[0], each.Mark), pair[1]),
            KeyValuePair.Create((char.ToLowerInvariant(pair[0]), each.Mark), char.ToLowerInvariant(pair[1])),
        }))
        .ToFrozenDictionary();

    /// <summary>The text with its accents composed; those no letter is made for stay as they are.</summary>
    public static string Of(string text)
    {
        var composed = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (composed.Length > 0 && Composed.TryGetValue((composed[^1], character), out var letter))
                composed[^1] = letter;
            else
                composed.Append(character);
        }

        return composed.ToString();
    }
}
