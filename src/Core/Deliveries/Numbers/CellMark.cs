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
}

/// <summary>The marks for missing values. Source: Zeichenerklärung of the statistical offices (DIN 55301).</summary>
internal static class CellMarks
{
    /// <summary>The mark a trimmed cell is.</summary>
    public static CellMark Of(ReadOnlySpan<char> text) => text switch
    {
        "" => CellMark.Blank,
        "-" or "–" or "—" or "−" => CellMark.Nothing,
        "." or "x" or "X" or "..." or "…" => CellMark.Unknown,
        _ => text.Length <= 16 && IsAbbreviation(text) ? CellMark.Unknown : CellMark.None,
    };

    private static bool IsAbbreviation(ReadOnlySpan<char> text)
    {
        Span<char> letters = stackalloc char[16];
        var count = 0;
        foreach (var c in text)
        {
            if (c is not ('.' or '/') && !Blanks.IsBlank(c))
                letters[count++] = char.ToLowerInvariant(c);
        }

        return letters[..count] is "ka" or "nv" or "na" or "keineangabe" or "keineangaben" or "unbekannt" or "nichtverfügbar";
    }
}
