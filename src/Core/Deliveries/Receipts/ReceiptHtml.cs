using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Produktreport.Core.Findings;
using Produktreport.Core.German;

namespace Produktreport.Core.Deliveries.Receipts;

/// <summary>
/// The receipt for people: <c>quittungen/{amt}/….csv.html</c>, one page without script or other files, to read and to print.
/// </summary>
public static class ReceiptHtml
{
    private const string Style = """
        body{font:1rem/1.5 "Segoe UI",Arial,sans-serif;color:#1a1a1a;background:#fff;margin:2rem auto;max-width:60rem;padding:0 1rem}
        h1{font-size:1.6rem;border-left:.4rem solid #1b6e3c;padding-left:.8rem}
        .abgelehnt h1{border-color:#a3131b}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}
        dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
        table{border-collapse:collapse;width:100%}
        caption{text-align:left;font-weight:600;padding:.6rem 0}
        th,td{border:1px solid #767676;padding:.4rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
        thead th{background:#eee}
        .fehler{color:#a3131b}.warnung{color:#7a4b00}.hinweis{color:#1d4f8b}
        @media print{body{margin:0;max-width:none}tr{break-inside:avoid}thead{display:table-header-group}}
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The receipt as a UTF-8 page; the same bytes for the same receipt.</summary>
    public static byte[] Write(Receipt receipt)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="de">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Quittung: {Text(ReceiptWords.Headline(receipt))}</title>
            <style>
            {Style}
            </style>
            </head>
            <body class="{ReceiptStatus.Of(receipt)}">
            <main>
            <h1>{Text(ReceiptWords.Headline(receipt))}</h1>
            <p>{Text(ReceiptWords.WhatToDo(receipt))}</p>
            <dl>
            <dt>Datei</dt><dd>{Text(receipt.Delivery.File)}</dd>
            <dt>Eingegangen</dt><dd>{BerlinTime.Text(receipt.Delivery.ReceivedAt)}</dd>
            <dt>Übernommene Werte</dt><dd>{receipt.ValueCount}</dd>
            <dt>Nicht gelesene Zeilen</dt><dd>{receipt.SkippedCount}</dd>
            <dt>Prüfsumme (SHA-256)</dt><dd>{Text(receipt.Delivery.Sha256)}</dd>
            </dl>

            """);
        if (!receipt.Findings.IsEmpty)
            AppendTable(page, receipt);
        return Encoding.UTF8.GetBytes(page.Append("</main>\n</body>\n</html>\n").ToString());
    }

    private static void AppendTable(StringBuilder page, Receipt receipt)
    {
        page.Append("""
            <table>
            <caption>Befunde, die wichtigsten zuerst</caption>
            <thead><tr><th scope="col">Art</th><th scope="col">Zeile</th><th scope="col">Spalte</th><th scope="col">Was zu tun ist</th><th scope="col">Code</th></tr></thead>
            <tbody>

            """);
        foreach (var finding in receipt.Findings)
        {
            page.Append(CultureInfo.InvariantCulture, $"""
                <tr><th scope="row" class="{finding.Severity.Word()}">{finding.Severity.GermanName()}</th><td>{Line(finding)}</td><td>{finding.Column ?? "–"}</td><td>{Place(finding)}{Text(finding.Text)}</td><td>{finding.Code}</td></tr>

                """);
        }

        page.Append("</tbody>\n</table>\n");
    }

    // Only a catalogue has several files.
    private static string Place(Finding finding) => finding.File is { } file ? $"<strong>{Text(file)}</strong>: " : "";

    private static string Line(Finding finding) => finding.Line?.ToString(CultureInfo.InvariantCulture) ?? "–";

    /// <summary>Text for a page: encoded, and without control characters, which HTML has no place for.</summary>
    private static string Text(string text) => Encoder.Encode(string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)));
}
