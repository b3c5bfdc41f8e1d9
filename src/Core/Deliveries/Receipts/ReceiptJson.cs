using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Produktreport.Core.Deliveries.Receipts;

/// <summary>The receipt for programs: <c>quittungen/{amt}/….csv.json</c>.</summary>
public static class ReceiptJson
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        // Plain characters for people who open the file; nobody puts it into HTML unescaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The receipt as UTF-8 JSON of a <see cref="ReceiptView"/>. The same receipt makes the same bytes.</summary>
    public static byte[] Write(Receipt receipt)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Layout))
            JsonSerializer.Serialize(json, ReceiptView.Of(receipt), ReceiptJsonContext.Default.ReceiptView);
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The bytes are not a receipt of this program.</exception>
    public static ReceiptView Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, ReceiptJsonContext.Default.ReceiptView)
        ?? throw new JsonException("The file holds no receipt.");
}

/// <summary>How receipts are written and read without reflection.</summary>
[JsonSerializable(typeof(ReceiptView))]
internal sealed partial class ReceiptJsonContext : JsonSerializerContext;
