using Produktreport.Core.Findings;
using Produktreport.Core.German;

namespace Produktreport.Core.Catalogues.Findings;

/// <content>Keys and values that do not fit the format.</content>
public static partial class CatalogueFindings
{
    internal static Finding UnknownKey(CataloguePlace at, string key, string section, IReadOnlyList<string> known) =>
        Error("PR-2020", at, key.Length > 0 && key.All(char.IsAsciiDigit)
            ? $"„{key}“ ist kein Schlüssel. Falls eine Dezimalzahl gemeint ist: Der Katalog schreibt sie mit Punkt, zum "
                + "Beispiel 1.5."
            : $"Der Schlüssel „{key}“ ist in {section} nicht bekannt.{SpellingSuggestion.Sentence(key, known)} Möglich sind: "
                + $"{string.Join(", ", known)}. Bitte berichtigen oder löschen.", key, string.Join(", ", known));

    internal static Finding MissingKey(CataloguePlace at, string key, string section) => Error("PR-2021", at,
        $"In {section} fehlt „{key}“. Bitte ergänzen.", expected: key + ":");

    internal static Finding BlankValue(CataloguePlace at, string key, string section) => Error("PR-2022", at,
        $"„{key}“ ist in {section} nicht ausgefüllt. Bitte einen Wert eintragen.", expected: "ein Wert");

    internal static Finding WrongKind(CataloguePlace at, string key, string expected, string found) => Error("PR-2023", at,
        $"Bei „{key}“ wird {expected} erwartet, hier steht {found}. Bitte Einrückung und Klammern prüfen.", found, expected);

    internal static Finding UnquotedNumber(CataloguePlace at, string key, string found) => Error("PR-2024", at,
        $"„{key}“ ist Text, aber {found} ohne Anführungszeichen liest der Rechner als Zahl oder Wahrheitswert (führende Nullen "
        + "gingen verloren). Bitte in Anführungszeichen setzen.", found, $"\"{found}\"");

    internal static Finding NotNumber(CataloguePlace at, string key, string found) =>
        Error("PR-2025", at, found.Contains(',')
            ? $"„{key}“ ist keine Zahl des Katalogs: {found}. Dezimalzahlen stehen mit Punkt und ohne Tausenderzeichen, zum "
                + "Beispiel 1234.5."
            : $"„{key}“ muss eine Zahl sein, hier steht „{found}“. Zahlen stehen ohne Einheit, mit Dezimalpunkt und ohne "
                + "Tausenderzeichen, zum Beispiel 1234.5.", found, "eine Zahl wie 1234.5");

    internal static Finding OutOfRange(CataloguePlace at, string key, string found, string range) => Error("PR-2026", at,
        $"„{key}“ ist {found}; erlaubt ist {range}.", found, range);

    internal static Finding Quoted(CataloguePlace at, string key, string found, string kind) => Error("PR-2027", at,
        $"„{key}“ muss {kind} sein, „{found}“ steht aber in Anführungszeichen und ist damit Text. Bitte die Anführungszeichen "
        + "entfernen.", $"\"{found}\"", kind);

    internal static Finding NotDate(CataloguePlace at, string key, string found) => Error("PR-2028", at,
        $"„{key}“ ist kein gültiges Datum: „{found}“. Bitte als Jahr-Monat-Tag schreiben, zum Beispiel 2025-06-30.",
        found, "ein Datum wie 2025-06-30");

    internal static Finding NotFlag(CataloguePlace at, string key, string found) => Error("PR-2029", at,
        $"„{key}“ muss true (ja) oder false (nein) sein, hier steht „{found}“.", found, "true oder false");

    internal static Finding UnknownWord(
        CataloguePlace at, string key, string found, IReadOnlyList<string> known) => Error("PR-2030", at,
        $"„{found}“ ist für „{key}“ nicht möglich.{SpellingSuggestion.Sentence(found, known)} Erlaubt: "
        + $"{string.Join(", ", known.Select(Shown))}.", found, string.Join(", ", known.Select(Shown)));

    internal static Finding WrongForm(CataloguePlace at, string key, string found, string expected) => Error("PR-2031", at,
        $"„{found}“ ist für „{key}“ nicht möglich. Erwartet wird {expected}.", found, expected);

    internal static Finding ForeignWriting(CataloguePlace at, string key, string found) => Error("PR-2039", at,
        $"Der Text bei „{key}“ enthält Schrift von rechts nach links, die nicht gedruckt werden kann: „{found}“. Bitte in "
        + "lateinischen Buchstaben schreiben.", found, "lateinische Buchstaben");

    internal static Finding ControlCharacter(CataloguePlace at, string key) => Error("PR-2032", at,
        $"Der Text bei „{key}“ enthält ein Steuerzeichen, das nicht gedruckt werden kann. Bitte den Text neu eintippen.");

    internal static Finding TextTooLong(CataloguePlace at, string key, int length, int limit) => Error("PR-2033", at,
        $"Der Text bei „{key}“ hat {length} Zeichen; erlaubt sind {limit}. Bitte kürzen.",
        $"{length} Zeichen", $"höchstens {limit} Zeichen");

    internal static Finding EmptyText(CataloguePlace at, string key) => Error("PR-2034", at,
        $"Der Text bei „{key}“ ist leer. Bitte ausfüllen oder den Eintrag löschen.", expected: "ein Text");

    internal static Finding EmptyList(CataloguePlace at, string key) => Error("PR-2035", at,
        $"„{key}“ braucht mindestens einen Eintrag.", expected: "mindestens ein Eintrag");

    internal static Finding BlankItem(CataloguePlace at, string key) => Error("PR-2036", at,
        $"In der Liste „{key}“ ist ein Eintrag leer. Bitte ausfüllen oder den Strich löschen.", expected: "ein Wert");

    internal static Finding BlankPattern(CataloguePlace at, string column) => Error("PR-2037", at,
        $"Für die Spalte „{column}“ fehlt das Muster. Soll die Zelle leer sein, bitte \"\" schreiben.",
        expected: "ein Muster wie \"4*\" oder \"\"");

    internal static Finding ListTooLong(CataloguePlace at, string key, int length, int limit) => Error("PR-2038", at,
        $"Die Liste „{key}“ hat {length} Einträge; erlaubt sind {limit}. Bitte aufteilen.",
        $"{length} Einträge", $"höchstens {limit} Einträge");

    /// <summary>A word as it would be written: blanks and the empty text become visible.</summary>
    private static string Shown(string word) => word switch
    {
        "\t" => "\"\\t\"",
        "\u00a0" => "\"\\u00a0\"",
        "\u202f" => "\"\\u202f\"",
        _ when word.Length == 0 || !char.IsAsciiLetter(word[0]) => $"\"{word}\"",
        _ => word,
    };
}
