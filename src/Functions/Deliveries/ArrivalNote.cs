using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Produktreport.Functions.Deliveries;

/// <summary>A line of the book of arrivals: when a content was first seen under a path.</summary>
/// <param name="File">The path below the inbox.</param>
/// <param name="Sha256">The SHA-256 of the bytes.</param>
/// <param name="At">The arrival, UTC, whole milliseconds.</param>
/// <param name="Dated">The time the file itself bore, UTC, whole milliseconds.</param>
internal sealed record ArrivalNote(
    [property: JsonPropertyName("datei")] string File,
    [property: JsonPropertyName("sha256")] string Sha256,
    [property: JsonPropertyName("eingegangen")] DateTimeOffset At,
    [property: JsonPropertyName("dateizeit")] DateTimeOffset Dated)
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The note as a line.</summary>
    public byte[] ToLine() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Form), (byte)'\n'];

    /// <summary>The notes of lines. One that was cut off, as by a loss of power, is none: its content is noted again.</summary>
    public static IEnumerable<ArrivalNote> Read(byte[] lines) =>
        Encoding.UTF8.GetString(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse).OfType<ArrivalNote>();

    private static ArrivalNote? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<ArrivalNote>(line, Form) is { File: not null, Sha256: not null } note ? note : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
