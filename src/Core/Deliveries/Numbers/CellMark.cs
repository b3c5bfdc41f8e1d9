using Produktreport.Core.German;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Numbers;

/// <summary>What a cell without digits says. Missing is not zero.</summary>
internal enum CellMark
{
    /// <summary>No mark at all.</summary>
    None,

    /// <summary>Blank: nothing was delivered.</summary>
    Blank,

    /// <summary><c>-</c>: nothing there, zero as delivered.</summary>
    Nothing,

    /// <summary><c>.</c>, <c>x</c>, <c>k.A.</c>, <c>n.v.</c>: unknown or blocked.</summary>
    Unknown,

    /// <summary>
    /// <c>./.</c>, <c>/</c>, <c>entfällt</c>: some mean zero by it, some unknown. Taken as unknown, and said so.
    /// </summary>
    Unclear,
}

/// <summary>The marks for missing values. Source: Zeichenerklärung of the statistical offices (DIN 55301).</summary>
internal static class CellMarks
{
    /// <summary>The mark a trimmed cell is.</summary>
    public static CellMark Of(ReadOnlySpan<char> text) => text switch
    {
        "" => CellMark.Blank,
        "." or ".." or "..." or "…" or "·" or "•" or "●" or "∙" or "x" or "X" => CellMark.Unknown,
        "/" or "//" => CellMark.Unclear,
        _ when text.Length <= 16 && IsNoAmount(text) => CellMark.Nothing,
        _ => text.Length <= 24 ? OfWords(text) : CellMark.None,
    };

    /// <summary><c>-</c> up to three times, also as an amount: <c>-   €</c>, <c>-,-- €</c>.</summary>
    private static bool IsNoAmount(ReadOnlySpan<char> text)
    {
        var dashes = Dashes.CountAtStart(text);
        if (dashes is 0 or > 3)
            return false;
        var rest = text[dashes..];
        if (dashes == 1 && Blanks.Trim(rest) is [var second] && Dashes.IsDash(second))
            return true; // „- -“
        if (!rest.IsEmpty && rest[0] is ',' or '.')
            rest = Dashes.CountAtStart(rest[1..]) is var cents and (1 or 2) ? rest[(1 + cents)..] : rest;
        rest = Blanks.Trim(rest);
        return rest.IsEmpty || MoneyUnit.Of(rest) == CellUnit.Euro;
    }

    private static CellMark OfWords(ReadOnlySpan<char> text)
    {
        Span<char> letters = stackalloc char[24];
        var count = 0;
        foreach (var c in text)
        {
            if (c is not '.' && !Blanks.IsBlank(c))
                letters[count++] = char.ToLowerInvariant(c);
        }

        return letters[..count] switch
        {
            "/" or "//" or "entfällt" or "entfaellt" or "entf" => CellMark.Unclear,
            "ka" or "k/a" or "nv" or "n/v" or "na" or "n/a" or "nb" or "keineangabe" or "keineangaben" or "ohneangabe"
                or "oa" or "unbekannt"
                or "nichtbekannt"
                or "nichtverfügbar" or "gesperrt" or "geheim" or "vertraulich" => CellMark.Unknown,
            _ => CellMark.None,
        };
    }
}
