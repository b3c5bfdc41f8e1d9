namespace Produktreport.Core.Tables.Decoding;

/// <summary>The encodings departments' files come in.</summary>
internal enum EncodingKind
{
    /// <summary>UTF-8, with or without byte order mark; also plain ASCII.</summary>
    Utf8,

    /// <summary>UTF-16, low byte first: Excel's „Unicode-Text“.</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16, high byte first.</summary>
    Utf16BigEndian,

    /// <summary>Windows-1252: Excel's plain „CSV“ on a German Windows.</summary>
    Windows1252,

    /// <summary>Code page 850: Excel's „CSV (MS-DOS)“.</summary>
    Dos850,

    /// <summary>Mac Roman: Excel's „CSV (Macintosh)“.</summary>
    MacRoman,
}

/// <summary>An encoding and the length in bytes of the byte order mark that announced it (0 where there is none).</summary>
internal readonly record struct TextEncoding(EncodingKind Kind, int PreambleLength);
