using Produktreport.Core.Findings;

namespace Produktreport.Core.Deliveries.Decoding;

/// <summary>Kinds of files by their first bytes, whatever their names say.</summary>
internal static class FileKinds
{
    /// <summary>Whether the file is a ZIP archive, as XLSX files are. The stream's position stays.</summary>
    public static bool IsArchive(Stream bytes)
    {
        var position = bytes.Position;
        var start = new byte[4];
        var count = bytes.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        bytes.Position = position;
        return count == start.Length && start is [(byte)'P', (byte)'K', 3, 4];
    }

    /// <summary>Why a file can be no table; null where it can. The stream's position stays.</summary>
    public static Finding? WhyNotReadable(Stream bytes)
    {
        var position = bytes.Position;
        var start = new byte[8];
        var count = bytes.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        bytes.Position = position;
        return NameOf(start.AsSpan(0, count)) is { } kind ? DeliveryFindings.NotAText(kind) : null;
    }

    private static string? NameOf(ReadOnlySpan<byte> start) => start switch
    {
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "eine Excel-Datei im alten Format (XLS) oder mit Kennwort",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "eine PDF-Datei",
        [0x1F, 0x8B, ..] => "ein GZIP-Archiv",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] => "ein Bild",
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => "ein Textdokument (RTF)",
        _ => null,
    };
}
