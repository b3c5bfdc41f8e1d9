using System.Buffers;
using System.IO.Compression;
using System.Text;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Archives;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tables;

/// <summary>Tells files that are no tables apart by what they hold, whatever their names say.</summary>
internal static class FileKind
{
    private const string InExcel =
        "Bitte öffnen Sie sie in Excel, speichern Sie sie mit „Speichern unter“ als „Excel-Arbeitsmappe (.xlsx)“ und senden Sie "
        + "diese";

    private const string InLibreOffice =
        "Bitte öffnen Sie sie in LibreOffice, speichern Sie sie mit „Speichern unter“ als „Excel 2007–365 (.xlsx)“ und senden "
        + "Sie diese";

    private const string Unpack = "Bitte entpacken Sie es und senden Sie die Tabellen einzeln";
    private const string SendTheTable = "Bitte senden Sie die Tabelle selbst, als Excel-Arbeitsmappe (.xlsx) oder CSV";
    private const string CopyTable = "Bitte kopieren Sie die Tabelle in eine Excel-Arbeitsmappe (.xlsx) und senden Sie diese";

    /// <summary>Bytes at the beginning that are looked at for marks of a text.</summary>
    private const int StartLength = 4096;

    /// <summary>Bytes of a compound file that are looked at for the names of its streams.</summary>
    private const int MostCompoundBytes = 32 << 20;

    /// <summary>Why a file can be no table; null where it can. The position stays.</summary>
    public static Finding? WhyNoTable(Stream bytes)
    {
        var position = bytes.Position;
        var start = new byte[StartLength];
        var count = bytes.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var found = OfBytes(start.AsSpan(0, count), bytes) ?? OfText(start.AsSpan(0, count));
        bytes.Position = position;
        return found is var (kind, step) ? TableFindings.NotAText(kind, step) : null;
    }

    /// <summary>Why an archive holds no workbook that can be read; null where it may hold one.</summary>
    public static Finding? WhyNoWorkbook(GuardedArchive archive)
    {
        var names = archive.Parts.Select(part => part.FullName).ToList();
        (string, string)? found = archive switch
        {
            _ when archive.Find("xl/workbook.bin") is not null => ("eine binäre Excel-Arbeitsmappe (.xlsb)", InExcel),
            _ when names.Exists(name => name.StartsWith("word/", StringComparison.Ordinal)) =>
                ("ein Word-Dokument (.docx)", CopyTable),
            _ when names.Exists(name => name.StartsWith("ppt/", StringComparison.Ordinal)) =>
                ("eine Präsentation (.pptx)", CopyTable),
            _ when archive.Find("mimetype") is { } type => OfOpenDocument(archive, type),
            _ when names.Exists(name => name.EndsWith(".iwa", StringComparison.Ordinal) || name is "Index.zip") =>
                ("eine Tabelle aus Numbers (.numbers)",
                    "Bitte wählen Sie in Numbers „Ablage → Exportieren → Excel“ und senden Sie die Excel-Datei (.xlsx)"),
            _ when archive.Find("_rels/.rels") is null => ("ein ZIP-Archiv", Unpack),
            _ => null,
        };
        return found is var (kind, step) ? TableFindings.NotAText(kind, step) : null;
    }

    private static (string Kind, string Step)? OfOpenDocument(GuardedArchive archive, ZipArchiveEntry part)
    {
        using var unpacked = archive.Open(part);
        var type = new byte[100];
        var text = Encoding.ASCII.GetString(type, 0, unpacked.ReadAtLeast(type, type.Length, throwOnEndOfStream: false));
        return text.Contains("opendocument.spreadsheet", StringComparison.Ordinal)
            ? ("eine Tabelle aus LibreOffice (.ods)", InLibreOffice)
            : ("ein Dokument aus LibreOffice", CopyTable);
    }

    private static (string Kind, string Step)? OfBytes(ReadOnlySpan<byte> start, Stream bytes) => start switch
    {
        [0xD0, 0xCF, 0x11, 0xE0, ..] => OfCompound(bytes),
        // The streams of Excel 2 to 4, and of 5 and later without the compound file.
        [0x09, 0x00 or 0x02 or 0x04 or 0x08, ..] => ("eine Excel-Datei im alten Format (.xls)", InExcel),
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => ("eine PDF-Datei", SendTheTable),
        [0x1F, 0x8B, ..] => ("ein GZIP-Archiv", Unpack),
        [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] => ("ein 7-Zip-Archiv", Unpack),
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] => ("ein RAR-Archiv", Unpack),
        [(byte)'P', (byte)'K', 5, 6, ..] => ("ein leeres ZIP-Archiv", SendTheTable),
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => ("ein Bild", SendTheTable),
        [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => ("ein Bild", SendTheTable),
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => ("ein Textdokument (RTF)", CopyTable),
        _ => null,
    };

    /// <summary>A compound file (MS-CFB) of the old Office: its streams are named in UTF-16.</summary>
    private static (string Kind, string Step) OfCompound(Stream bytes)
    {
        bytes.Seek(-Math.Min(bytes.Position, StartLength), SeekOrigin.Current);
        var length = (int)Math.Min(MostCompoundBytes, bytes.Length - bytes.Position);
        var content = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var held = content.AsSpan(0, bytes.ReadAtLeast(content.AsSpan(0, length), length, throwOnEndOfStream: false));
            if (Names(held, "EncryptedPackage"))
                return ("mit einem Kennwort verschlüsselt",
                    "Bitte öffnen Sie sie in Excel, entfernen Sie das Kennwort unter „Datei → Informationen → Arbeitsmappe "
                        + "schützen "
                    + "→ Mit Kennwort verschlüsseln“, speichern Sie sie und senden Sie sie noch einmal");
            if (Names(held, "WordDocument"))
                return ("ein Word-Dokument im alten Format (.doc)", CopyTable);
            return Names(held, "Workbook") || Names(held, "Book")
                ? ("eine Excel-Datei im alten Format (.xls)", InExcel)
                : ("eine Datei des alten Office-Formats", SendTheTable);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(content);
        }
    }

    private static bool Names(ReadOnlySpan<byte> compound, string stream) =>
        compound.IndexOf(Encoding.Unicode.GetBytes(stream + "\0")) >= 0;

    private static (string Kind, string Step)? OfText(ReadOnlySpan<byte> start)
    {
        var text = Encoding.Latin1.GetString(start).Replace("\0", "", StringComparison.Ordinal)
            .TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\t', '\r', '\n');
        if (text.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase)
            || (text.StartsWith("From:", StringComparison.OrdinalIgnoreCase)
                && text.Contains("MIME-Version:", StringComparison.OrdinalIgnoreCase)))
            return ("eine gespeicherte Webseite (MHT), auch wenn ihr Name auf .xls endet", InExcel);
        if (text.StartsWith("ID;P", StringComparison.Ordinal))
            return ("eine Tabelle im Format SYLK", InExcel);
        if (text is ['{', ..] or ['[', '{', ..] && text.Contains("\":", StringComparison.Ordinal))
            return ("eine JSON-Datei", SendTheTable);
        if (!text.StartsWith('<') || text.Length < 2 || !(char.IsAsciiLetter(text[1]) || text[1] is '!' or '?'))
            return null;
        string[] workbook = ["urn:schemas-microsoft-com:office:spreadsheet", "Excel.Sheet"];
        if (workbook.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase)))
            return ("eine XML-Kalkulationstabelle 2003, auch wenn ihr Name auf .xls endet", InExcel);
        if (text.Contains("urn:oasis:names:tc:opendocument", StringComparison.OrdinalIgnoreCase))
            return ("eine Tabelle aus LibreOffice (.fods)", InLibreOffice);
        string[] html = ["<html", "<table", "<!doctype html", "<body", "<head", "<tr", "<td"];
        return html.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase))
            ? ("eine Webseite (HTML), auch wenn ihr Name auf .xls endet; SAP und manche Fachverfahren exportieren so", InExcel)
            : ("eine XML-Datei", SendTheTable);
    }
}
