using System.Buffers;
using Produktreport.Core.German;

namespace Produktreport.Core.Tables.Rows;

/// <summary>
/// The unit of money that a title, a note, a remark or a name declares for the numbers beside it: <c>Alle Beträge in Tausend
/// Euro</c>.
/// </summary>
internal static class UnitSentence
{
    private const int LongestSentence = 1000;
    private const string Break = "|";
    private const string Bracket = "(";
    private const string Colon = ":";
    private const string Equal = "=";

    private static readonly SearchValues<string> UnitWords =
        SearchValues.Create(["€", "eur", "tsd", "tausend", "mio", "mrd", "mill", "1000", "1.000", "hundert", "cent", " ct", "(ct",
            "10³", "10^", "usd", "dollar", "$", "£", "gbp", "chf", "franken", "sfr", " dm", "tdm", "pfennig", "nullen", "ziffern",
            "letzten drei", "skalierung",
            "letzten 3",
            "drei letzten", "drei stellen", "3 stellen"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> SignsOfThousands =
        SearchValues.Create(["T€", "TEUR", "T-EUR", "TEuro", "k€", "kEUR"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Words for all amounts of a table, or for what they are in.</summary>
    private static readonly HashSet<string> Labels = new(StringComparer.OrdinalIgnoreCase)
    {
        "Angabe", "Angaben", "Beträge", "Werte", "Zahlen", "Einheit", "Währung", "Faktor", "Skalierung", "Darstellung",
        "Dimension",
        "Betragsangaben", "Wertangaben", "Zahlenangaben", "Geldbeträge", "Geldwerte", "Zahlenwerte", "Istwerte", "Planwerte",
        "Maßeinheit", "Währungseinheit", "Geldeinheit", "Rundungseinheit", "Umrechnungsfaktor", "Skalierungsfaktor",
        "Multiplikator", "Größenordnung", "Wertgrößenordnung", "Betragsgrößenordnung", "Zahlengrößenordnung",
    };

    /// <summary>What is counted, in thousands perhaps: no amounts.</summary>
    private static readonly HashSet<string> Counted = new(StringComparer.OrdinalIgnoreCase)
    {
        "Einwohner", "Einwohnerzahl", "Einwohnerzahlen", "Einwohnerinnen", "Bevölkerung", "Bevölkerungszahl", "Besucher",
        "Besuche",
        "Fallzahl", "Fallzahlen", "Auflage",
    };

    /// <summary>Amounts of which none can be taken for euro or thousands of them.</summary>
    private static readonly string[] Foreign =
        ["cent", "eurocent", "ct", "usd", "us$", "$", "dollar", "usdollar", "gbp", "£", "pfund", "chf", "sfr", "franken",
            "schweizer franken", "dm", "pfennig"];

    /// <summary>
    /// The unit that a sentence declares for a table (<c>Alle Beträge in Tausend Euro</c>, <c>Einheit: T€</c>, <c>Plan 2026
    /// (T€)</c>); none where it declares none, <see cref="CellUnit.Other"/> for thousands or millions of nobody knows what
    /// (<c>Angaben in Tsd.</c>), or that numbers may only be rounded to (<c>gerundet auf Tausend Euro</c>),
    /// <see cref="CellUnit.Foreign"/> for <c>Beträge in Cent</c>. An amount (<c>davon 5 T€</c>) declares nothing.
    /// </summary>
    public static CellUnit DeclaredIn(ReadOnlySpan<char> sentence)
    {
        if (sentence.IsEmpty || sentence.Length > LongestSentence
            || !(sentence.ContainsAny(UnitWords) || EndsInLetter(sentence)))
            return CellUnit.None;
        var words = Spaced(sentence).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0 && Counted.Contains(words[0]))
            return CellUnit.None; // „Einwohner (in Tausend): 128“
        if (OmittedDigits.AreIn(words) || IsRatio(words) || IsEquation(words) || IsMultiplied(words)
            || IsDivided(words) || IsOfPieces(words))
            return CellUnit.Other;
        var declared = CellUnit.None;
        for (var at = 0; at < words.Length; at++)
        {
            if (DeclaredAt(words, at) is not (var unit and not CellUnit.None))
                continue;
            if (declared != CellUnit.None && declared != unit)
                return CellUnit.Other; // „Ansätze in €, Ergebnisse in T€“
            declared = unit;
        }

        return declared;
    }

    /// <summary>What the words at a position declare; none where they declare nothing.</summary>
    private static CellUnit DeclaredAt(string[] words, int at)
    {
        var before = at == 0 ? "" : words[at - 1];
        if (at > 0 && IsDenied(words, at))
            return CellUnit.None;
        if (IsOfThousands(words[at], before))
            return CellUnit.Other;
        for (var length = Math.Min(2, words.Length - at); length > 0; length--)
        {
            var isEnd = at + length == words.Length || IsBreak(words[at + length]);
            var isStated = !isEnd && IsStating(words[at + length]);
            if (at == 0 ? !isEnd && !isStated : !IsDeclaring(before, isEnd) && !IsTimes(words, at))
                continue;
            var said = string.Join(' ', words, at, length);
            if (said.AsSpan().ContainsAnyInRange('0', '9') && IsAmount(words, at))
                continue;
            if (isEnd && at > 0 && IsLetter(said) && before.Equals("in", StringComparison.OrdinalIgnoreCase))
                return CellUnit.Other;
            var isSaid = isEnd || (before.ToUpperInvariant() is "IN" or "DURCH" or "MAL" && isStated);
            if (DeclaredAs(said, isSaid, IsApart(words, at)) is not (var unit and not CellUnit.None)
                || (at == 0 && words.Length > length && MoneyUnit.FactorOf(unit) == 1) || IsCurrency(words, at, unit))
                continue;
            // To be rounded to euro or cents is no other unit.
            return !(IsRounding(before) || (at > 1 && IsRounding(words[at - 2]) && IsWhole(before)))
                || unit == CellUnit.Euro ? unit
                : unit == CellUnit.Foreign && IsCent(said) ? CellUnit.None
                : CellUnit.Other;
        }

        return CellUnit.None;
    }

    /// <summary>
    /// What a title or note declares: as any sentence, or, unclear, where it has a sign for thousands among its words that is
    /// neither denied nor that of an amount (<c>Ergebnisrechnung TEUR 2026</c>).
    /// </summary>
    public static CellUnit DeclaredInTitle(ReadOnlySpan<char> title)
    {
        if (DeclaredIn(title) is var declared and not CellUnit.None)
            return declared;
        if (title.Length > LongestSentence || !title.ContainsAny(SignsOfThousands))
            return CellUnit.None;
        var words = Spaced(title).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < words.Length; at++)
        {
            if (SignsOfThousands.Contains(words[at].TrimEnd('.'))
                && !(at > 0 && (IsDenied(words, at) || (HasDigit(words[at - 1]) && !IsYear(words[at - 1]))))
                && !(at + 1 < words.Length && HasDigit(words[at + 1]) && !IsYear(words[at + 1])))
                return CellUnit.Other;
        }

        return CellUnit.None;
    }

    private static bool IsYear(string word) => word is ['2', '0', '1' or '2' or '3', >= '0' and <= '9'];

    private static bool HasDigit(string word) => word.AsSpan().ContainsAnyInRange('0', '9');

    /// <summary>
    /// The unit that the name of a sheet or file declares: as a sentence does, or as one of its words (<c>Q3 TEUR</c>), but for
    /// euro.
    /// </summary>
    public static CellUnit DeclaredInName(ReadOnlySpan<char> name)
    {
        if (DeclaredIn(name) is var declared and not CellUnit.None)
            return declared;
        foreach (var word in NameWords.Of(name))
        {
            if (MoneyUnit.Of(word) is var unit and not (CellUnit.None or CellUnit.Euro))
                return unit;
        }

        return CellUnit.None;
    }

    /// <summary>
    /// The unit in thousands or more among the words of a header (<c>Erträge T€ 2025</c>); none where there is none.
    /// </summary>
    public static CellUnit ScaleAmongWords(ReadOnlySpan<char> header)
    {
        if (!header.ContainsAny(UnitWords))
            return CellUnit.None;
        var words = Spaced(header).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < words.Length; at++)
        {
            for (var length = Math.Min(2, words.Length - at); length > 0; length--)
            {
                var text = string.Join(' ', words, at, length);
                if (!text.AsSpan().ContainsAnyInRange('0', '9') && MoneyUnit.FactorOf(MoneyUnit.Of(text)) > 1)
                    return MoneyUnit.Of(text);
            }
        }

        return CellUnit.None;
    }

    /// <summary>What words declare that stand where a unit may stand.</summary>
    /// <param name="words">One word, or two.</param>
    /// <param name="isEnd">Whether what is said ends with them; behind others „in Tausend“ may mean anything.</param>
    /// <param name="isApart">
    /// Whether nothing but a bracket or colon stands before them, where „1000“ and „Franken“ are no units.
    /// </param>
    private static CellUnit DeclaredAs(string words, bool isEnd, bool isApart)
    {
        if (MoneyUnit.Of(words) is var money and not CellUnit.None)
            return money;
        if (!isEnd)
            return CellUnit.None;
        var plain = words.Replace(".", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)
            .ToLowerInvariant();
        if (Foreign.Contains(plain) || IsThousandsOfForeign(plain))
            return isApart && plain is "franken" or "pfund" or "dollar" ? CellUnit.None : CellUnit.Foreign;
        var scale = MoneyUnit.WithoutEuro(plain);
        if (plain is [>= '0' and <= '9', ..])
        {
            if (scale.Length == plain.Length && isApart)
                return CellUnit.None;
            if (!isApart && MoneyUnit.Of(plain.AsSpan().TrimStart("0123456789 ")) != CellUnit.None)
                return CellUnit.Other; // „in 100.000 €“, „in 10 T€“
        }

        return scale.TrimEnd() is "tausend" or "tausenden" or "tsd" or "1000" or "mio" or "mill" or "millionen" or "mrd"
            or "milliarden" or "tausendern" or "tausender" or "1000er" or "1000ern" or "hundert" or "100" or "10000"
                or "zehntausend" or "hunderttausend" or "100000" or "10³" or "10^3" or "10^6"
            ? CellUnit.Other
            : CellUnit.None;
    }

    /// <summary><c>TDM</c>, <c>T$</c>, <c>Tsd. CHF</c>.</summary>
    private static bool IsThousandsOfForeign(string plain) => Array.Exists(Foreign, foreign =>
        plain.EndsWith(foreign, StringComparison.Ordinal)
        && plain[..^foreign.Length].TrimEnd() is "t" or "k" or "tsd" or "tausend" or "mio" or "mill" or "mrd");

    /// <summary>
    /// The sentence with every mark that ends a part of it as a word of its own, also a dash between blanks, the thousands of
    /// <c>1 000 €</c> without theirs, and the signs for times and divided by as words.
    /// </summary>
    private static string Spaced(ReadOnlySpan<char> sentence)
    {
        sentence = sentence.ToString().Replace("./.", " durch ", StringComparison.Ordinal);
        var spaced = new System.Text.StringBuilder(sentence.Length + 8);
        for (var at = 0; at < sentence.Length; at++)
        {
            var c = sentence[at];
            if (c is '(' or '[' or ':' or '=')
                spaced.Append(c is ':' ? $" {Colon} " : c is '=' ? $" {Equal} " : $" {Bracket} ");
            else if (c is ')' or ']' or ',' or ';' or '/' or '|' or '!' or '?' || IsLoneDash(sentence, at))
                spaced.Append($" {Break} ");
            else if (c is '×' or '÷')
                spaced.Append(c is '×' ? " × " : " durch ");
            else if (c is '*' or 'x' or 'X' && IsTimesSign(sentence, at))
                spaced.Append(" × ");
            else if (c is '*')
                spaced.Append($" {Break} ");
            else if (!IsThousandsMark(sentence, at))
                spaced.Append(Blanks.IsBlank(c) ? ' ' : c);
        }

        return spaced.ToString();
    }

    /// <summary>Whether the sign stands before a number, and no letter before it: <c>x1000</c>, <c>* 1000</c>.</summary>
    private static bool IsTimesSign(ReadOnlySpan<char> text, int at) => (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
        && Blanks.Trim(text[(at + 1)..]) is [>= '0' and <= '9', ..];

    private static bool IsLoneDash(ReadOnlySpan<char> text, int at) => Dashes.IsDash(text[at])
        && (at == 0 || Blanks.IsBlank(text[at - 1])) && (at + 1 == text.Length || Blanks.IsBlank(text[at + 1]));

    private static bool IsThousandsMark(ReadOnlySpan<char> text, int at) =>
        (Blanks.IsBlank(text[at]) || text[at] is '\'' or '’') && at > 0 && text[at - 1] == '1'
        && (at == 1 || !char.IsAsciiDigit(text[at - 2])) && text[(at + 1)..] is ['0', '0', '0', .. var rest]
        && (rest.IsEmpty || !char.IsAsciiDigit(rest[0]));

    /// <summary>Whether a unit behind this word is the table's: „in T€“, „Einheit: T€“, „Plan (T€)“.</summary>
    private static bool IsDeclaring(string word, bool isEnd) =>
        word.ToUpperInvariant() is "IN" or "BETRAG" or "DURCH" || IsWhole(word)
            || IsLabel(word) || IsRounding(word) || (IsBreak(word) && isEnd);

    private static bool IsWhole(string word) => word.ToUpperInvariant() is "VOLLE" or "VOLLEN" or "GANZE" or "GANZEN";

    private static bool IsBreak(string word) => word is Break or Bracket or Colon or Equal;

    /// <summary>
    /// Whether nothing but a bracket or colon stands before what is said, and neither a currency nor the word for all amounts
    /// before that: then „1000“ is the number of an office.
    /// </summary>
    private static bool IsApart(string[] words, int at) => at == 0
        || (IsBreak(words[at - 1]) && !IsBehindAmounts(words, at));

    /// <summary>Whether a currency, or the word for all amounts, stands before a break: „EUR/1000“, „Werte: 1000“.</summary>
    private static bool IsBehindAmounts(string[] words, int at) => at > 1
        && (MoneyUnit.Of(words[at - 2]) == CellUnit.Euro || IsLabel(words[at - 2])
            || (words[at - 1] == Break && words[at - 2].Equals("Betrag", StringComparison.OrdinalIgnoreCase)));

    /// <summary>
    /// Whether digits with a unit are an amount and no unit: „Budget: 1.000 €“, „Gebühr auf 1.000 € erhöht“, but not „Werte:
    /// 1.000 €“, „auf 1.000 € gerundet“.
    /// </summary>
    private static bool IsAmount(string[] words, int at) => at > 0 && words[at - 1].ToUpperInvariant() switch
    {
        Break or Colon or Equal => !IsBehindAmounts(words, at),
        "AUF" => !Array.Exists(words, word => word.Contains("rund", StringComparison.OrdinalIgnoreCase)),
        "BETRAG" => true,
        _ => false,
    };

    /// <summary>Whether a word means all amounts of a table, or their unit.</summary>
    private static bool IsLabel(string word) => Labels.Contains(word)
        || word.EndsWith("währung", StringComparison.OrdinalIgnoreCase)
        || word.EndsWith("einheit", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a currency alone is named, which says nothing of thousands: „Währung: Euro“.</summary>
    private static bool IsCurrency(string[] words, int at, CellUnit unit) => unit == CellUnit.Euro && at > 0
        && (words[at - 1] == Colon && at > 1 ? words[at - 2] : words[at - 1])
            .Equals("Währung", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a word is of thousands of amounts: <c>Tausenderbeträge</c>, <c>T€-Werte</c>, <c>in 1.000er</c>.</summary>
    private static bool IsOfThousands(string word, string before)
    {
        var plain = word.Replace(".", "", StringComparison.Ordinal);
        foreach (var beginning in (ReadOnlySpan<string>)["tausender", "1000er", "millionen", "mio-", "tsd-"])
        {
            if (plain.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)
                && (IsLabel(plain[beginning.Length..].TrimStart('-'))
                    || (beginning.EndsWith("er", StringComparison.Ordinal) && before.ToUpperInvariant() is "IN" or "AUF")))
                return true;
        }

        var hyphen = word.LastIndexOf('-');
        return hyphen > 0 && IsLabel(word[(hyphen + 1)..]) && MoneyUnit.FactorOf(MoneyUnit.Of(word.AsSpan(0, hyphen))) > 1;
    }

    /// <summary>Whether a number of one, or of a unit, is said to be thousands of euro: „1 = 1.000 €“.</summary>
    private static bool IsEquation(string[] words)
    {
        for (var at = 1; at + 1 < words.Length; at++)
        {
            if ((words[at] == Equal || words[at].Equals("entspricht", StringComparison.OrdinalIgnoreCase))
                && (words[0] is "1" || words[0].StartsWith("1,0", StringComparison.Ordinal))
                && MoneyUnit.FactorOf(MoneyUnit.Of(string.Join(' ', words[(at + 1)..].Where(word => word != "1")))) > 1)
                return true;
            if (words[at] is Equal or Colon && IsExplained(words, at))
                return true;
        }

        return false;
    }

    /// <summary>Whether a sign for thousands is only explained: „Legende: TEUR = Tausend Euro“.</summary>
    private static bool IsExplained(string[] words, int at) => MoneyUnit.Of(words[at - 1]) is var sign
        && MoneyUnit.FactorOf(sign) > 1
        && (MoneyUnit.Of(words[at + 1]) == sign
            || (at + 2 < words.Length && MoneyUnit.Of($"{words[at + 1]} {words[at + 2]}") == sign));

    /// <summary>Whether amounts are to be multiplied, or were: „mit 1.000 zu multiplizieren“.</summary>
    private static bool IsMultiplied(string[] words) =>
        Array.Exists(words, word => word.StartsWith("multiplizier", StringComparison.OrdinalIgnoreCase)
            || word.ToUpperInvariant() is "MALZUNEHMEN" or "MALGENOMMEN" || (word.EndsWith("nehmen", StringComparison.Ordinal)
                && words.Contains("mal", StringComparer.OrdinalIgnoreCase)))
        && Array.Exists(words, word => IsThousand(word) || word.Equals("Tausend", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the words are, or end with, a ratio of the amounts: „Skalierung 1:1000“. Maps have ratios, too.</summary>
    private static bool IsRatio(string[] words)
    {
        if (words is [.. var shorter, var last] && MoneyUnit.Of(last) == CellUnit.Euro)
            words = shorter; // „in 1/1000 €“
        return words is [.., "1", Colon or Break, var divisor] && IsThousand(divisor)
            && (words.Length == 3 || IsLabel(words[^4]) || words[^4].Equals("in", StringComparison.OrdinalIgnoreCase)
                || (IsBreak(words[^4]) && words.Length > 4 && IsLabel(words[^5])));
    }

    /// <summary>Whether amounts are said to be divided, by nothing but a sign: „Beträge (: 1000)“, „(/1000)“.</summary>
    private static bool IsDivided(string[] words)
    {
        for (var at = 1; at < words.Length; at++)
        {
            if (words[at - 1] is Colon or Break && IsThousand(words[at]) && (at == 1 || words[at - 2] is Bracket)
                && (at + 1 == words.Length || words[at + 1] is Break or "€" || MoneyUnit.Of(words[at + 1]) == CellUnit.Euro))
                return true;
        }

        return false;
    }

    /// <summary>Whether something is counted in thousands: „Mengen in 1.000 Stück“.</summary>
    private static bool IsOfPieces(string[] words)
    {
        if (words is [.., var scaled, Colon, "3" or "6"] && scaled.StartsWith("Skalierung", StringComparison.OrdinalIgnoreCase))
            return true;
        for (var at = 1; at + 1 < words.Length; at++)
        {
            if (words[at - 1].Equals("in", StringComparison.OrdinalIgnoreCase)
                && (!MeasureUnit.NamesOf(words[at + 1]).IsEmpty
                    || words[at + 1].StartsWith("Euro-", StringComparison.OrdinalIgnoreCase))
                && (IsThousand(words[at]) || words[at].TrimEnd('.').ToUpperInvariant() is "TSD" or "TAUSEND"))
                return true;
        }

        return false;
    }

    private static bool IsThousand(string word) => word is "1000" or "1.000" or "1000000" or "1.000.000";

    /// <summary>Letters that stand for thousands or millions, but for other units as well.</summary>
    private static bool IsLetter(string word) => word is "k" or "K" or "T" or "M";

    private static bool EndsInLetter(ReadOnlySpan<char> sentence) =>
        sentence.TrimEnd(" .)]!") is [.., ' ', 'k' or 'K' or 'T' or 'M'];

    private static bool IsCent(string word) => word.TrimEnd('.').ToUpperInvariant() is "CENT" or "CT" or "EUROCENT";

    /// <summary>Whether amounts of any size are multiplied: „Beträge x 1.000 €“, but not „3 x 1.000 €“.</summary>
    private static bool IsTimes(string[] words, int at) => words[at - 1] is "x" or "X" or "×" or "mal"
        && (at == 1 || !words[at - 2].AsSpan().ContainsAnyInRange('0', '9'));

    /// <summary>Whether a unit before this word is that of the amounts: „in Mio angegeben“.</summary>
    private static bool IsStating(string word) => word.ToUpperInvariant() is "ANGEGEBEN" or "GEMELDET" or "AUSGEWIESEN"
        or "DARGESTELLT" or "GERECHNET" or "GERUNDET" or "GETEILT" or "DIVIDIERT" or "ZU";

    /// <summary>Whether a unit is what amounts are not in: „nicht in T€“, „keine T€“.</summary>
    private static bool IsDenied(string[] words, int at)
    {
        var before = words[at - 1].Equals("in", StringComparison.OrdinalIgnoreCase) && at > 1 ? words[at - 2] : words[at - 1];
        return before.ToUpperInvariant() is "NICHT" or "KEIN" or "KEINE" or "STATT" or "NIE";
    }

    private static bool IsRounding(string word) => word.Equals("auf", StringComparison.OrdinalIgnoreCase);
}
