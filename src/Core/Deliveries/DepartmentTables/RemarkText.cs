using System.Buffers;
using System.Text.RegularExpressions;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>
/// Tells in a Bemerkung what explains the amount from why the value was corrected. Only what says so itself is a reason: behind a
/// label („Korrektur: …“), or one sentence that speaks of nothing but a slip. Whatever else may be one is asked about.
/// </summary>
internal static partial class RemarkText
{
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        ["korrektur", "korrigier", "berichtig", "änderungsgrund", "grund der änderung", "fehler", "zahlendreher", "vertippt",
            "gemeldet", "geliefert", "angegeben", "eingetragen", "übermittelt", "erläuterung", "geändert am", "verrutscht",
            "vertauscht", "vorzeichen", "nachmeldung", "ersetzt", "falsch"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>What a Bemerkung holds.</summary>
    public static RemarkParts Read(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(Hints))
            return new RemarkParts(0..text.Length, default);
        var whole = text.ToString();
        if (Explained().Match(whole) is { Success: true } explained)
            return new RemarkParts(explained.Length..text.Length, default);
        if (Labelled().Match(whole) is { Success: true } label && label.Index + label.Length < whole.Length)
            return new RemarkParts(0..EndBefore(whole, label), (label.Index + label.Length)..text.Length);
        if (!Slip().IsMatch(whole))
            return new RemarkParts(0..text.Length, default);
        return SlipAlone().IsMatch(whole) && !Continues().IsMatch(whole)
            ? new RemarkParts(default, 0..text.Length)
            : new RemarkParts(0..text.Length, default) { MayBeReason = true };
    }

    private static int EndBefore(string text, Match label) =>
        text.AsSpan(0, label.Groups["label"].Index).TrimEnd([' ', '\n', '\r', ';', '–', '—', '-']).Length;

    /// <summary>How one says that a Bemerkung is an Erläuterung, whatever its words.</summary>
    [GeneratedRegex(@"^Erläuterung\s{0,3}:\s{0,3}", Options)]
    private static partial Regex Explained();

    /// <summary>A label at the beginning of a sentence, with all that stands before it on its side.</summary>
    [GeneratedRegex(
        @"(^|[.!?;)]\s{1,3}|\n\s{0,3}| [–—-] )(?<label>Korrektur(grund|hinweis)?|Grund der Korrektur|Berichtigung|Änderungsgrund|"
            + @"Grund der Änderung)\s{0,3}:\s{0,3}", Options)]
    private static partial Regex Labelled();

    /// <summary>Words for a slip in what was delivered, rather than in what happened.</summary>
    [GeneratedRegex($"({Slips})", Options)]
    private static partial Regex Slip();

    /// <summary>A text that begins with the slip.</summary>
    [GeneratedRegex(
        $"^((es )?(war|handelte sich um|wegen|nur|hier|das war|der|die|das)? ?(ein(e|en|em|es|er)? )?)({Slips})", Options)]
    private static partial Regex SlipAlone();

    /// <summary>More than one sentence; „vom 3.7. (Zeile 4)“ is none of its own.</summary>
    [GeneratedRegex(@"[;\n]|[\p{L})][\p{L})][.!?]\s{1,3}\S", Options)]
    private static partial Regex Continues();

    private const RegexOptions Options =
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Slips =
        @"Tippfehler|Zahlendreher|(Eingabe|Übertragungs|Schreib|Erfassungs|Formel|Vorzeichen|Komma|Rechen|Daten)fehler|vertippt"
        + @"|(Zeile|Spalte|Komma)( war)? verrutscht|(Werte?|Zeilen|Spalten)( war| waren)? (vertauscht|verrutscht)"
        + @"|falsches Vorzeichen|falscher Wert (gemeldet|geliefert|angegeben|eingetragen)"
        + @"|in( der)? falsche[rn]? (Zeile|Spalte) (gemeldet|eingetragen)|ersetzt( die)? (Meldung|Lieferung|Datei)"
        + @"|^(Korrektur (wegen|aufgrund) |(Korrigiert|Berichtigt|Geändert) am |(Korrigierte|Berichtigte) (Fassung|Zahl(en)?))"
        + @"|(Korrektur|Berichtigung)(lieferung|meldung)?( zu)? (der|einer|unserer|des|zur|zum) (\w{1,20} )?"
        + @"(Lieferung|Meldung|Angabe|Zahl|Datei|Werte?s|Quartalsmeldung)"
        + @"|(falsch|irrtümlich|versehentlich|doppelt) (gemeldet|geliefert|angegeben|eingetragen|übermittelt)"
        + @"|^(Korrektur(lieferung|meldung|wert)?|korrigiert(er Wert)?|berichtigt(er Wert)?|Berichtigung|Nachmeldung"
        + @"|(Wert )?nachgemeldet)[.!]?$";
}

/// <summary>Which part of a Bemerkung is what.</summary>
/// <param name="Explanation">What explains the amount; empty where nothing does.</param>
/// <param name="Reason">Why the value was corrected; empty where nothing says so.</param>
internal readonly record struct RemarkParts(Range Explanation, Range Reason)
{
    /// <summary>Whether the explanation speaks of a slip, but of something else as well, or in passing.</summary>
    public bool MayBeReason { get; init; }

    /// <summary>Whether a part of the text is taken as a reason.</summary>
    public bool HasReason => !Reason.Equals(default);
}
