using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Findings;
using Produktreport.Core.German;

namespace Produktreport.Core.Deliveries;

/// <summary>Findings about numbers and how they are written.</summary>
public static partial class DeliveryFindings
{
    private const string Declare =
        "Bitte schreiben Sie in eine Zeile über der Kopfzeile „Zahlenformat: 1.234,56“ (Komma vor den Nachkommastellen) oder "
        + "„Zahlenformat: 1,234.56“ (Punkt vor den Nachkommastellen) und senden Sie die Datei noch einmal.";

    internal static Finding NotANumber(Place place, string found) => Error("PR-1301",
        $"{Quote(found)} in {place} ist keine Zahl. Bitte schreiben Sie eine Zahl wie 1.234,56; leer heißt nicht gemeldet, „-“ nichts "
        + "vorhanden, „k.A.“ unbekannt.").At(place, found, "eine Zahl wie 1.234,56");

    internal static Finding AmbiguousFormat(NumberFormat format) => Error("PR-1302",
        $"Wie ist {Quote(format.Questions[0].Text)} ({format.Questions[0].Place}) gemeint: als {Both(format.Questions[0].Text)}? "
        + $"Die Datei verrät nicht, ob Punkt oder Komma vor den Nachkommastellen steht. Zwei Lesarten gibt es in {Places(format)}. {Declare}")
        .At(format.Questions[0].Place, format.Questions[0].Text, "Zahlenformat: 1.234,56");

    internal static Finding ContradictoryFormat(NumberFormat format) => Error("PR-1303",
        $"Die Datei mischt zwei Zahlenformate: {Quote(format.CommaEvidence!.Value.Text)} ({format.CommaEvidence.Value.Place}) hat ein "
        + $"Komma, {Quote(format.PointEvidence!.Value.Text)} ({format.PointEvidence.Value.Place}) einen Punkt vor den Nachkommastellen. Deshalb bleibt "
        + $"offen, was gemeint ist in {Places(format)}. Bitte schreiben Sie alle Zahlen gleich; nur dann hilft auch die Angabe "
        + "„Zahlenformat: 1.234,56“ in einer Zeile über der Kopfzeile.")
        .At(format.Questions[0].Place, format.Questions[0].Text, "Zahlenformat: 1.234,56");

    internal static Finding MixedFormats(NumberFormat format) => Warning("PR-1304",
        $"Die Zahlen sind verschieden geschrieben: {Quote(format.CommaEvidence!.Value.Text)} ({format.CommaEvidence.Value.Place}) mit Komma, "
        + $"{Quote(format.PointEvidence!.Value.Text)} ({format.PointEvidence.Value.Place}) mit Punkt vor den Nachkommastellen. Jede ließ sich nur auf "
        + "eine Weise lesen; bitte schreiben Sie künftig alle gleich.").At(format.PointEvidence.Value.Place, format.PointEvidence.Value.Text);

    internal static Finding ContradictsFormat(Place place, string found, char decimalMark) => Error("PR-1305",
        $"{Quote(found)} in {place} passt nicht zum angegebenen Zahlenformat ({(decimalMark == ',' ? "Komma" : "Punkt")} vor den "
        + "Nachkommastellen). Bitte berichtigen Sie die Zahl oder die Angabe.").At(place, found, decimalMark == ',' ? "1.234,56" : "1,234.56");

    internal static Finding WrongUnit(Place place, string found, string unit, string figure) => Error("PR-1306",
        $"Die Einheit von {Quote(found)} in {place} passt nicht: {figure} wird "
        + (unit.Length == 0 ? "ohne Einheit" : $"in {unit}") + " gemeldet. Bitte schreiben Sie nur die Zahl in dieser Einheit.")
        .At(place, found, unit.Length == 0 ? "eine Zahl ohne Einheit" : unit);

    internal static Finding SpreadsheetError(Place place, string found) => Error("PR-1307",
        $"In {place} steht der Excel-Fehlerwert {Quote(found)}. Bitte berichtigen Sie die Formel in Ihrer Tabelle und speichern Sie die Datei neu.")
        .At(place, found, "eine Zahl");

    internal static Finding CutOffNumber(Place place, string found) => Error("PR-1308",
        $"In {place} steht {Quote(found)}: Die Spalte war beim Speichern zu schmal oder die Zahl gerundet dargestellt, der Wert ist "
        + "verloren. Bitte verbreitern Sie die Spalte, wählen Sie das Format „Zahl“ und speichern Sie die Datei neu.").At(place, found, "eine ausgeschriebene Zahl");

    internal static Finding FormulaCell(Place place, string found) => Error("PR-1309",
        $"In {place} steht die Formel {Quote(found)} statt eines Wertes. Formeln werden nicht gelesen. Bitte setzen Sie den Wert ein.")
        .At(place, found, "eine Zahl");

    internal static Finding DateAsNumber(Place place, string found) => Error("PR-1310",
        $"In {place} steht das Datum {Quote(found)} statt einer Zahl; Excel wandelt Eingaben manchmal so um. Bitte formatieren Sie die "
        + "Zelle als Zahl und tragen Sie den Wert neu ein.").At(place, found, "eine Zahl");

    internal static Finding TooLarge(Place place, string found) => Error("PR-1311",
        $"Die Zahl {Quote(found)} in {place} ist zu groß oder hat zu viele Stellen. Bitte prüfen Sie den Wert.").At(place, found);

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
