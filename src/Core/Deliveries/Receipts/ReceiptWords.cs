using System.Globalization;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Deliveries.Receipts;

/// <summary>What a receipt says at the top, in words anybody understands.</summary>
public static class ReceiptWords
{
    /// <summary>The result in one line: „Nicht übernommen – bitte 5 Stellen korrigieren“.</summary>
    public static string Headline(Receipt receipt) =>
        (receipt.IsAccepted, Count(receipt, Severity.Error), Count(receipt, Severity.Warning)) switch
        {
            _ when receipt.IsWithdrawn => "Zurückgezogen – die Werte dieser Datei gelten nicht mehr",
            (false, var errors, _) when IsCut(receipt, errors) =>
                $"Nicht übernommen – bitte mehr als {errors} Stellen korrigieren",
            (false, 1, _) => "Nicht übernommen – bitte 1 Stelle korrigieren",
            (false, var errors, _) => $"Nicht übernommen – bitte {errors} Stellen korrigieren",
            (true, _, 0) => $"Übernommen – {Values(receipt)}",
            (true, _, 1) => $"Übernommen – {Values(receipt)}, bitte 1 Auffälligkeit prüfen",
            (true, _, var warnings) when IsCut(receipt, warnings) =>
                $"Übernommen – {Values(receipt)}, bitte mehr als {warnings} Auffälligkeiten prüfen",
            (true, _, var warnings) => $"Übernommen – {Values(receipt)}, bitte {warnings} Auffälligkeiten prüfen",
        };

    /// <summary>What the sender should do now.</summary>
    public static string WhatToDo(Receipt receipt) => (receipt.IsAccepted, Count(receipt, Severity.Warning)) switch
    {
        _ when receipt.IsWithdrawn => WhenWithdrawn,
        (false, _) =>
            "Aus dieser Datei wurde nichts übernommen, Werte aus anderen Dateien gelten weiter. Bitte korrigieren Sie die "
                + "unten genannten Stellen in "
            + "Ihrer Datei und senden Sie sie noch einmal.",
        (true, 0) => "Sie müssen nichts weiter tun.",
        _ => "Die Werte sind übernommen. Bitte sehen Sie sich die Warnungen an: Ist ein Wert falsch, senden Sie eine "
            + "berichtigte Datei; sie "
            + "ersetzt die Werte. Ist alles richtig, müssen Sie nichts tun.",
    };

    /// <summary>What there is to do after a file was taken back.</summary>
    public const string WhenWithdrawn =
        "Die Datei liegt noch da. Es gelten wieder die Werte, die ohne sie gegolten hätten; freigegebene Berichte bleiben, wie "
        + "sie sind. Soll sie doch gelten, senden Sie sie unverändert noch einmal.";

    // Those that reject come first, then those to look at: where others follow, all are there.
    private static bool IsCut(Receipt receipt, int shown) =>
        shown > 0 && receipt.Findings[^1].Code == DeliveryFindings.FurtherFindingsCode && shown == receipt.Findings.Length - 1;

    private static string Values(Receipt receipt) =>
        receipt.ValueCount == 1 ? "1 Wert" : string.Create(CultureInfo.InvariantCulture, $"{receipt.ValueCount} Werte");

    private static int Count(Receipt receipt, Severity severity) =>
        receipt.Findings.Count(finding => finding.Severity == severity);
}
