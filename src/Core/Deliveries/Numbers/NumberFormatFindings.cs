using Produktreport.Core.Findings;
using Produktreport.Core.German;
using Produktreport.Core.Tables.Rows;
using static Produktreport.Core.Tables.Rows.CellFindings;

namespace Produktreport.Core.Deliveries.Numbers;

/// <summary>Findings about the number format of a whole file.</summary>
internal static class NumberFormatFindings
{
    private const string Declare =
        "Bitte schreiben Sie in eine Zeile über der Kopfzeile „Zahlenformat: 1.234,56“ (Komma vor den Nachkommastellen) oder "
        + "„Zahlenformat: 1,234.56“ (Punkt vor den Nachkommastellen) und senden Sie die Datei noch einmal.";

    internal static Finding AmbiguousFormat(NumberFormat format) => new Finding("PR-1302", Severity.Error,
        $"Wie ist {Quote(format.Questions[0].Text)} ({format.Questions[0].Place}) gemeint: als "
        + $"{Both(format.Questions[0].Text)}? Die Datei verrät nicht, ob Punkt oder Komma vor den Nachkommastellen steht. Zwei "
        + $"Lesarten gibt es in {Places(format)}. {Declare}")
        .At(format.Questions[0].Place, format.Questions[0].Text, "Zahlenformat: 1.234,56");

    internal static Finding ContradictoryFormat(NumberFormat format) => new Finding("PR-1303", Severity.Error,
        $"Die Datei mischt zwei Zahlenformate: {Quote(format.CommaEvidence!.Value.Text)} ({format.CommaEvidence.Value.Place}) "
        + $"hat ein Komma, {Quote(format.PointEvidence!.Value.Text)} ({format.PointEvidence.Value.Place}) einen Punkt vor den "
        + $"Nachkommastellen. Deshalb bleibt offen, was gemeint ist in {Places(format)}. Bitte schreiben Sie alle Zahlen "
        + "gleich; nur dann hilft auch die Angabe „Zahlenformat: 1.234,56“ in einer Zeile über der Kopfzeile.")
        .At(format.Questions[0].Place, format.Questions[0].Text, "Zahlenformat: 1.234,56");

    internal static Finding MixedFormats(NumberFormat format) => new Finding("PR-1304", Severity.Warning,
        $"Die Zahlen sind verschieden geschrieben: {Quote(format.CommaEvidence!.Value.Text)} "
        + $"({format.CommaEvidence.Value.Place}) mit Komma, {Quote(format.PointEvidence!.Value.Text)} "
        + $"({format.PointEvidence.Value.Place}) mit Punkt vor den Nachkommastellen. Jede ließ sich nur auf eine Weise lesen; "
        + "bitte schreiben Sie künftig alle gleich.").At(format.PointEvidence.Value.Place, format.PointEvidence.Value.Text);

    internal static Finding StrangeDecimals(CellPlace place, string found, string figure, string evidence) => new Finding(
        "PR-1315", Severity.Error,
        $"Wie ist {Quote(found)} ({place}) gemeint: als {Both(found)}? Nach {Quote(evidence)} wären es drei Nachkommastellen, "
            + "die "
        + $"hat {Quote(figure)} aber nicht. {Declare}").At(place, found, "Zahlenformat: 1.234,56");

    private static string Both(string text)
    {
        NumberText.TryRead(Blanks.Trim(text), out var reading, out _);
        return $"{GermanFormat.Exact(reading.ValueWith(',') ?? 0)} oder als {GermanFormat.Exact(reading.ValueWith('.') ?? 0)}";
    }

    private static string Places(NumberFormat format)
    {
        var shown = format.Questions.Select(question => $"{question.Place} ({Quote(question.Text)})").ToList();
        var rest = format.QuestionCount - shown.Count;
        return rest == 0 ? GermanFormat.Enumerate(shown) : $"{string.Join(", ", shown)} und {rest} weiteren Zellen";
    }
}
