using System.Text.Encodings.Web;
using System.Text.Json;
using Produktreport.Core.Findings;
using Produktreport.Core.German;

namespace Produktreport.Core.Deliveries.Receipts;

/// <summary>The receipt for programs: <c>quittungen/{amt}/….csv.json</c>.</summary>
public static class ReceiptJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        // Plain characters for people who open the file; nobody puts it into HTML unescaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The receipt as UTF-8 JSON in the shape of <c>interfaces.md</c>; the same bytes for the same receipt.</summary>
    public static byte[] Write(Receipt receipt)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
            Write(json, receipt);
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Receipt receipt)
    {
        json.WriteStartObject();
        json.WriteString("datei", receipt.Delivery.File);
        json.WriteString("sha256", receipt.Delivery.Sha256);
        json.WriteString("eingegangen", BerlinTime.Iso(receipt.Delivery.ReceivedAt));
        json.WriteString("status", receipt.IsAccepted ? "angenommen" : "abgelehnt");
        json.WriteNumber("werte", receipt.ValueCount);
        json.WriteNumber("uebersprungen", receipt.SkippedCount);
        json.WriteStartArray("befunde");
        foreach (var finding in receipt.Findings)
            Write(json, finding);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("schwere", SeverityWord(finding.Severity));
        if (finding.File is { } file)
            json.WriteString("datei", file);
        if (finding.Line is { } line)
            json.WriteNumber("zeile", line);
        else
            json.WriteNull("zeile");
        json.WriteString("spalte", finding.Column);
        json.WriteString("gefunden", finding.Found);
        json.WriteString("erwartet", finding.Expected);
        json.WriteString("text", finding.Text);
        json.WriteEndObject();
    }

    private static string SeverityWord(Severity severity) => severity switch
    {
        Severity.Error => "fehler",
        Severity.Warning => "warnung",
        _ => "hinweis",
    };
}
