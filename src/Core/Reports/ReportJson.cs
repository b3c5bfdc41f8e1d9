using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Json;

namespace Produktreport.Core.Reports;

/// <summary>
/// Writes and reads <c>berichte/{periode}/{produkt}.json</c> and <c>gesamt.json</c>: UTF-8 without BOM, indented by two, LF, the
/// fields in the order of the model. The same report gives the same bytes.
/// </summary>
public static class ReportJson
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",

        // Umlauts and quotation marks as themselves: the file is read by people, too, and never pasted into HTML unescaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A report as JSON.</summary>
    public static byte[] Write(Report report) =>
        Write(writer => JsonSerializer.Serialize(writer, report, report.GetType(), ReportJsonContext.Default));

    /// <summary>Reads what <see cref="Write(Report)"/> wrote of a product.</summary>
    /// <exception cref="JsonException">The bytes are not a product report of this program.</exception>
    public static ProductReport ReadProduct(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, ReportJsonContext.Default.ProductReport)
            ?? throw new JsonException("The file holds no report.");

    /// <summary>Reads what <see cref="Write(Report)"/> wrote of the county.</summary>
    /// <exception cref="JsonException">The bytes are not a combined report of this program.</exception>
    public static CombinedReport ReadCombined(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, ReportJsonContext.Default.CombinedReport)
            ?? throw new JsonException("The file holds no report.");

    /// <summary>What is written, in the layout of the reports' JSON.</summary>
    internal static byte[] Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Layout))
            content(writer);
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }
}
