using System.Text;

namespace Produktreport.Core.German;

/// <summary>
/// Texts as a search compares them: lower case, without accents, umlauts and ß as one writes them without, words parted by single
/// blanks. „Größe“, „GROESSE“ and „grosse“ are the same.
/// </summary>
public static class Folding
{
    /// <summary>The folded text; empty where it has neither letters nor digits.</summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length + 2);
        foreach (var sign in text)
        {
            var letter = char.ToLowerInvariant(sign);
            if (IsSilent(letter))
                continue;
            if (Plain(letter) is { } plain)
                folded.Append(plain);
            else if (char.IsLetterOrDigit(letter))
                Add(folded, letter);
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    // „ae“, „oe“ and „ue“ may stand for an umlaut; where they do not, both sides lose the same letter.
    private static void Add(StringBuilder folded, char letter)
    {
        if (letter != 'e' || folded.Length == 0 || folded[^1] is not ('a' or 'o' or 'u'))
            folded.Append(letter);
    }

    // Soft hyphens, and accents that stand on their own.
    private static bool IsSilent(char letter) => letter is '\u00AD' or (>= '\u0300' and <= '\u036F');

    private static string? Plain(char letter) => letter switch
    {
        'ä' or 'á' or 'à' or 'â' or 'ã' or 'å' or 'æ' => "a",
        'ö' or 'ó' or 'ò' or 'ô' or 'õ' or 'ø' or 'œ' => "o",
        'ü' or 'ú' or 'ù' or 'û' => "u",
        'é' or 'è' or 'ê' or 'ë' => "e",
        'í' or 'ì' or 'î' or 'ï' => "i",
        'ç' => "c",
        'ñ' => "n",
        'ß' => "ss",
        _ => null,
    };
}
