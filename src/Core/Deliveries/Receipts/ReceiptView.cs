using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.German;

namespace Produktreport.Core.Deliveries.Receipts;

/// <summary>A receipt as it is stored and sent.</summary>
public sealed record ReceiptView
{
    /// <summary>The upload's path.</summary>
    [JsonPropertyName("datei")]
    public required string File { get; init; }

    /// <summary>SHA-256 of its bytes, lower-case hex.</summary>
    [JsonPropertyName("sha256")]
    public required string Sha256 { get; init; }

    /// <summary>When it arrived, Berlin time with offset.</summary>
    [JsonPropertyName("eingegangen")]
    public required string ReceivedAt { get; init; }

    /// <summary><c>angenommen</c>, <c>abgelehnt</c> or <c>zurückgezogen</c>.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>How many values were taken.</summary>
    [JsonPropertyName("werte")]
    public required int ValueCount { get; init; }

    /// <summary>How many rows were left out on purpose.</summary>
    [JsonPropertyName("uebersprungen")]
    public required int SkippedCount { get; init; }

    /// <summary>All findings, errors first.</summary>
    [JsonPropertyName("befunde")]
    public required ImmutableArray<FindingView> Findings { get; init; }

    /// <summary>Whether the file was taken.</summary>
    [JsonIgnore]
    public bool IsAccepted => Status == ReceiptStatus.Accepted;

    /// <summary>
    /// Whether values of the file are to count: it was taken, or it could not be opened after it had been
    /// (<see cref="Receipt.OfUnreadable"/>).
    /// </summary>
    [JsonIgnore]
    public bool Counts => IsAccepted || Findings.Any(finding => finding.Code == DeliveryFindings.NotWithdrawnCode);

    /// <summary>How many findings weigh so much.</summary>
    public int Count(Severity severity) => Findings.Count(finding => finding.Severity == severity.Word());

    /// <summary>A receipt in this form.</summary>
    public static ReceiptView Of(Receipt receipt) => new()
    {
        File = receipt.Delivery.File,
        Sha256 = receipt.Delivery.Sha256,
        ReceivedAt = BerlinTime.Iso(receipt.Delivery.ReceivedAt),
        Status = ReceiptStatus.Of(receipt),
        ValueCount = receipt.ValueCount,
        SkippedCount = receipt.SkippedCount,
        Findings = [.. receipt.Findings.Select(FindingView.Of)],
    };
}

/// <summary>One finding of a receipt.</summary>
public sealed record FindingView
{
    /// <summary>The code <c>docs/befunde.md</c> explains.</summary>
    [JsonPropertyName("code")]
    public required string Code { get; init; }

    /// <summary><c>fehler</c>, <c>warnung</c> or <c>hinweis</c>.</summary>
    [JsonPropertyName("schwere")]
    public required string Severity { get; init; }

    /// <summary>The file of the catalogue; left out where there is only one file it can mean.</summary>
    [JsonPropertyName("datei")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? File { get; init; }

    /// <summary>The sheet of the workbook; left out where the file has only one.</summary>
    [JsonPropertyName("blatt")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sheet { get; init; }

    /// <summary>The line; null for the whole file.</summary>
    [JsonPropertyName("zeile")]
    public required int? Line { get; init; }

    /// <summary>The column letter; null for the whole row or file.</summary>
    [JsonPropertyName("spalte")]
    public required string? Column { get; init; }

    /// <summary>What stood there.</summary>
    [JsonPropertyName("gefunden")]
    public required string? Found { get; init; }

    /// <summary>What would have been right.</summary>
    [JsonPropertyName("erwartet")]
    public required string? Expected { get; init; }

    /// <summary>What was found and what to do.</summary>
    [JsonPropertyName("text")]
    public required string Text { get; init; }

    /// <summary>A finding in this form.</summary>
    public static FindingView Of(Finding finding) => new()
    {
        Code = finding.Code,
        Severity = finding.Severity.Word(),
        File = finding.File,
        Sheet = finding.Sheet,
        Line = finding.Line,
        Column = finding.Column,
        Found = finding.Found,
        Expected = finding.Expected,
        Text = finding.Text,
    };
}

/// <summary>What became of an upload, as receipts say it.</summary>
public static class ReceiptStatus
{
    /// <summary>The file was taken, as a whole.</summary>
    public const string Accepted = "angenommen";

    /// <summary>The file was rejected, as a whole.</summary>
    public const string Rejected = "abgelehnt";

    /// <summary>The file does not count any more: somebody took it back.</summary>
    public const string Withdrawn = "zurückgezogen";

    /// <summary>The file has no receipt yet.</summary>
    public const string Pending = "in Arbeit";

    /// <summary>What became of the file of a receipt.</summary>
    public static string Of(Receipt receipt) => Of(receipt.IsAccepted, receipt.IsWithdrawn);

    /// <summary>The word for a file that was taken, rejected or taken back.</summary>
    public static string Of(bool isAccepted, bool isWithdrawn = false) =>
        isAccepted ? Accepted : isWithdrawn ? Withdrawn : Rejected;
}
