using Produktreport.Core.Findings;
using Produktreport.Core.German;
using static Produktreport.Core.Tables.Rows.CellFindings;

namespace Produktreport.Core.Deliveries.Words;

/// <summary>Findings about how and when a file lay in the inbox.</summary>
internal static partial class DeliveryFindings
{
    internal const string NotWithdrawnCode = "PR-1036";

    // More names help nobody.
    private const int MostNamed = 3;

    internal static Finding DatedInFuture(DateTimeOffset dated, DateTimeOffset received) => Warning("PR-1030",
        $"Die Datei trägt als Zeit den {BerlinTime.Text(dated)}; das lag in der Zukunft, als sie gelesen wurde. Als eingegangen "
        + $"gilt sie am {BerlinTime.Text(received)}. Bitte prüfen Sie die Uhr des Rechners, von dem die Datei kommt.");

    internal static Finding Overtaken(IReadOnlyList<string> by) => Hint("PR-1031",
        $"Kein Wert dieser Datei gilt: {Names(by)} {(by.Count == 1 ? "ist" : "sind")} später eingegangen und "
        + $"{(by.Count == 1 ? "bringt" : "bringen")} dieselben Werte. Soll diese Datei gelten, senden Sie sie unter einem neuen "
        + "Namen noch einmal.");

    internal static Finding ForeignEnding(string ending, IReadOnlyList<string> taken) => Error("PR-1032",
        $"{(ending.Length == 0 ? "Dateien ohne Endung" : $"Dateien mit der Endung {Quote(ending)}")} werden nicht übernommen. "
        + $"Bitte speichern Sie die Tabelle als XLSX oder CSV ({GermanFormat.Enumerate(taken)}) und senden Sie sie noch einmal.");

    internal static Finding Unreadable() => Error("PR-1033",
        "Die Datei lässt sich nicht öffnen: Dem Programm fehlt das Recht dazu, ein anderes Programm hält sie fest, oder der "
        + "Speicher gibt sie nicht heraus. Sie wird bei jedem Durchgang wieder versucht. Bleibt es dabei, senden Sie sie noch "
        + "einmal.");

    internal static Finding NotWithdrawn() => Hint(NotWithdrawnCode,
        "Die Datei ist früher angenommen worden. Was sie gebracht hat, wird nicht zurückgenommen: Solange das Programm die Werte "
        + "nicht kennt, bleiben die Berichte zu Produkten ihres Amtes, wie sie sind. Das endet, wenn die Datei wieder lesbar ist "
        + "oder gelöscht wird; unter „Störungen“ lässt sich auch entscheiden, ohne sie fortzufahren.");

    internal static Finding Withdrawn(DateTimeOffset at, string by, string reason) => Hint("PR-1037",
        $"Am {BerlinTime.Text(at)}{(by.Length == 0 ? "" : $" von {by}")} zurückgezogen. Grund: „{reason}“.");

    internal static Finding ClosedFolder() => Error("PR-1028",
        "Der Ordner lässt sich nicht öffnen: Dem Programm fehlt das Recht dazu. Was darin liegt, wird nicht gelesen. Bitte "
        + "lassen Sie die Rechte prüfen; der Ordner wird bei jedem Durchgang wieder versucht.");

    internal static Finding SetAside() => Error("PR-1034",
        "Beim Lesen dieser Datei ist das Programm zweimal abgebrochen, vermutlich weil sie entpackt sehr groß wird. Sie liegt "
        + "beiseite und wird von selbst nicht wieder gelesen. Bitte kopieren Sie nur die Tabelle in eine neue Arbeitsmappe und "
        + "senden Sie diese; unter „Störungen“ lässt sich das Lesen noch einmal versuchen.");

    internal static Finding NoFile(string kind) => Error("PR-1035",
        $"Unter diesem Namen liegt keine Datei, sondern {kind}. Das wird nicht gelesen. Bitte legen Sie die Datei selbst ab.");

    private static string Names(IReadOnlyList<string> files) => files.Count <= MostNamed
        ? GermanFormat.Enumerate([.. files.Select(Quote)])
        : $"{string.Join(", ", files.Take(MostNamed).Select(Quote))} und weitere Dateien";
}
