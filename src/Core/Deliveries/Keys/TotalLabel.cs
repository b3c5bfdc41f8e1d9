using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Keys;

/// <summary>The words that begin a total row instead of a product's number.</summary>
internal static class TotalLabel
{
    private static readonly string[] Words =
        ["Summe", "Gesamt", "Insgesamt", "Zwischensumme", "Gesamtsumme", "Endsumme", "Gesamtergebnis", "Total", "Teilergebnis",
            "Summen", "Jahressumme", "Übertrag", "zusammen", "Σ", "Ges.", "Seitensumme", "Kontrollsumme", "Teilsumme",
            "Bereichssumme", "Produktsumme", "Blattsumme", "Seitenübertrag"];

    /// <summary>Words for income less expenses. As those of a figure they stand in tables of departments as well.</summary>
    private static readonly string[] Balances =
        ["Saldo", "Salden", "Gesamtsaldo", "Ergebnis", "Jahresergebnis", "Überschuss", "Fehlbetrag", "Zuschuss",
            "Zuschussbedarf"];

    private const string Beside = "nachrichtlich";

    private static readonly string[] Parts = ["davon", "dav.", "hiervon", "darunter", Beside];

    /// <summary>For each letter, from a, the letters that may follow it at the beginning of a label: bit 0 is an a.</summary>
    private static readonly uint[] SecondLetters = [.. Enumerable.Range('a', 26).Select(first => Words.Concat(Parts)
        .Where(word => char.ToLowerInvariant(word[0]) == first && word.Length > 1)
        .Aggregate(0U, (letters, word) => letters | 1U << (char.ToLowerInvariant(word[1]) - 'a')))];

    /// <summary>
    /// Whether a text that may begin with a number is the label of a total: <c>Summe</c>, <c>11 gesamt</c>, <c>11 Ergebnis</c> of
    /// a pivot table.
    /// </summary>
    public static bool IsTotal(ReadOnlySpan<char> text)
    {
        if (IsMatch(text))
            return true;
        var last = text[(text.LastIndexOf(' ') + 1)..];
        if (char.IsAsciiDigit(text is [var first, ..] ? first : ' ')
            && last.Equals("Ergebnis", StringComparison.OrdinalIgnoreCase))
            return true;
        foreach (var word in Words)
        {
            if (last.Length < text.Length && last.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether a label says that its row is contained in another, or stands beside them: <c>davon Beamte</c>,
    /// <c>nachrichtlich: Vorjahr</c>.
    /// </summary>
    public static bool IsPart(ReadOnlySpan<char> text) => PartOf(text) is not null;

    /// <summary>Whether a label says that its row repeats others, as their total or as a part of them.</summary>
    public static bool RepeatsOthers(ReadOnlySpan<char> text) => IsTotal(text) || IsPart(text);

    /// <summary>
    /// Whether a text with these first characters may be a label of either kind, or has blanks before it: nearly no other has.
    /// </summary>
    public static bool MayBegin(char first, char second)
    {
        var letter = unchecked((uint)((first | 0x20) - 'a'));
        if (letter >= (uint)SecondLetters.Length)
            return !char.IsAsciiDigit(first);
        var next = unchecked((uint)((second | 0x20) - 'a'));
        return next >= 26 || (SecondLetters[letter] >> (int)next & 1) != 0;
    }

    /// <summary>Whether any cell of the current row is a label of some kind.</summary>
    public static bool AnyIn(RowSource rows, TextQuestion isLabel)
    {
        for (var column = 0; column < rows.Count; column++)
        {
            if (isLabel(Blanks.Trim(rows.Cell(column))))
                return true;
        }

        return false;
    }

    /// <summary>The word by which a label says so; null where it does not.</summary>
    public static string? PartOf(ReadOnlySpan<char> text)
    {
        foreach (var word in Parts)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && (word == Beside || (text.Length > word.Length && !char.IsLetterOrDigit(text[word.Length]))))
                return word;
        }

        return null;
    }

    /// <summary>
    /// Whether a label is that of a total: one of the words, alone or before further ones, or the stars of SAP.
    /// </summary>
    public static bool IsMatch(ReadOnlySpan<char> label) =>
        (!label.IsEmpty && !label.ContainsAnyExcept('*')) || BeginsWith(label, Words);

    /// <summary>Whether a label in place of a product says that its row is a balance: <c>Saldo</c>, <c>Ergebnis 11</c>.</summary>
    public static bool IsBalance(ReadOnlySpan<char> label) => BeginsWith(label, Balances);

    private static bool BeginsWith(ReadOnlySpan<char> label, string[] words)
    {
        foreach (var word in words)
        {
            if (label.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && (label.Length == word.Length || !char.IsLetterOrDigit(label[word.Length])))
                return true;
        }

        return false;
    }
}
