using System.Text;
using System.Text.Unicode;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tables.Decoding;

/// <summary>
/// Finds the encoding of a file from all of its bytes. A byte order mark decides. Without one, what is valid UTF-8 is UTF-8.
/// All else is Windows-1252 or one of Excel's old code pages. A file that has unmistakable UTF-8 characters among these mixes
/// both and is rejected with the line.
/// </summary>
internal sealed class EncodingDetection
{
    private readonly byte[] buffer = new byte[128 * 1024];
    private long offset;
    private int carried;
    private int germanInWindows;
    private int germanInDos;
    private int germanInMac;

    private EncodingDetection()
    {
    }

    /// <summary>Position of the first byte that is not UTF-8; −1 = none.</summary>
    private long FirstInvalid { get; set; } = -1;

    /// <summary>Position of the first character that can hardly be anything but UTF-8; −1 = none.</summary>
    private long FirstMultiByte { get; set; } = -1;

    private long FirstUndefined { get; set; } = -1;

    private long FirstNul { get; set; } = -1;

    /// <summary>The encoding, or the finding that says why there is none. The stream is left somewhere else.</summary>
    public static (TextEncoding Encoding, Finding? Fault) Detect(Stream bytes, long position, EncodingKind? declared,
        ReadingLimits limits)
    {
        bytes.Position = position;
        var start = new byte[3];
        var known = Preamble(start.AsSpan(0, bytes.ReadAtLeast(start, 3, throwOnEndOfStream: false)));
        if (known is { Kind: EncodingKind.Utf16LittleEndian or EncodingKind.Utf16BigEndian } wide)
            return (wide, Contradiction(declared, wide.Kind));

        var detection = new EncodingDetection();
        bytes.Position = position;
        detection.Scan(bytes);
        var (encoding, fault) = detection.Decide(known, declared, at => RowFinder.LineAt(bytes, position, at, limits));
        return (encoding, fault ?? detection.Declared(declared, encoding.Kind));
    }

    private static TextEncoding? Preamble(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new TextEncoding(EncodingKind.Utf8, 3),
        [0xFF, 0xFE, ..] => new TextEncoding(EncodingKind.Utf16LittleEndian, 2),
        [0xFE, 0xFF, ..] => new TextEncoding(EncodingKind.Utf16BigEndian, 2),
        _ => null,
    };

    private static Finding? Contradiction(EncodingKind? declared, EncodingKind found) =>
        declared is { } kind && kind != found ? TableFindings.EncodingContradictsProfile(Name(kind), Name(found)) : null;

    private static string Name(EncodingKind kind) => kind switch
    {
        EncodingKind.Utf8 => "UTF-8",
        EncodingKind.Utf16LittleEndian => "UTF-16LE",
        EncodingKind.Utf16BigEndian => "UTF-16BE",
        EncodingKind.Dos850 => "Codepage 850",
        EncodingKind.MacRoman => "Mac Roman",
        _ => "Windows-1252",
    };

    /// <summary>Plain ASCII contradicts neither UTF-8 nor Windows-1252.</summary>
    private Finding? Declared(EncodingKind? declared, EncodingKind found) =>
        declared is EncodingKind.Utf8 or EncodingKind.Windows1252 or EncodingKind.Dos850 or EncodingKind.MacRoman
            && FirstInvalid < 0 && FirstMultiByte < 0
            ? null
            : Contradiction(declared, found);

    private (TextEncoding Encoding, Finding? Fault) Decide(TextEncoding? known, EncodingKind? declared, Func<long, int> lineAt)
    {
        if (FirstNul >= 0)
            return (default, TableFindings.NulCharacter(lineAt(FirstNul)));
        if (FirstInvalid < 0)
        {
            var utf8 = known ?? new TextEncoding(EncodingKind.Utf8, 0);
            var ascii = known is null && FirstMultiByte < 0 && declared is EncodingKind.Windows1252;
            return (ascii ? new TextEncoding(EncodingKind.Windows1252, 0) : utf8, null);
        }

        if (known is not null)
            return (default, TableFindings.MixedEncoding(lineAt(FirstInvalid), lineAt(0)));
        if (FirstMultiByte >= 0)
            return (default, TableFindings.MixedEncoding(lineAt(FirstInvalid), lineAt(FirstMultiByte)));
        var kind = declared is EncodingKind.Windows1252 or EncodingKind.Dos850
            or EncodingKind.MacRoman ? declared.Value : LikeliestCodePage();
        return FirstUndefined >= 0 && kind == EncodingKind.Windows1252
            ? (default, TableFindings.UndefinedCharacter(lineAt(FirstUndefined)))
            : (new TextEncoding(kind, 0), null);
    }

    /// <summary>The code page under which most bytes between two letters are German ones; Windows-1252 in doubt.</summary>
    private EncodingKind LikeliestCodePage() =>
        germanInDos > germanInWindows && germanInDos >= germanInMac ? EncodingKind.Dos850
        : germanInMac > germanInWindows ? EncodingKind.MacRoman
        : EncodingKind.Windows1252;

    private void Count(ReadOnlySpan<byte> chunk, int at)
    {
        if (at == 0 || at == chunk.Length - 1 || !char.IsAsciiLetter((char)chunk[at - 1])
            || !char.IsAsciiLetter((char)chunk[at + 1]))
            return;
        germanInWindows += CodePage.Windows1252.IsGerman(chunk[at]) ? 1 : 0;
        germanInDos += CodePage.Dos850.IsGerman(chunk[at]) ? 1 : 0;
        germanInMac += CodePage.MacRoman.IsGerman(chunk[at]) ? 1 : 0;
    }

    private void Scan(Stream bytes)
    {
        while (true)
        {
            var read = bytes.Read(buffer.AsSpan(carried));
            var chunk = buffer.AsSpan(0, carried + read);
            if (chunk.IsEmpty)
                return;
            var kept = read == 0 ? 0 : IncompleteTail(chunk);
            Examine(chunk[..^kept]);
            offset += chunk.Length - kept;
            chunk[^kept..].CopyTo(buffer);
            carried = kept;
            if (read == 0)
                return;
        }
    }

    private void Examine(ReadOnlySpan<byte> chunk)
    {
        if (!chunk.ContainsAnyExceptInRange((byte)1, (byte)0x7F))
            return;
        if (FirstNul < 0 && chunk.IndexOf((byte)0) is var nul and >= 0)
            FirstNul = offset + nul;
        if (FirstInvalid < 0 && FirstMultiByte >= 0 && Utf8.IsValid(chunk))
            return;
        Walk(chunk);
    }

    private void Walk(ReadOnlySpan<byte> chunk)
    {
        var at = 0;
        while (chunk[at..].IndexOfAnyInRange((byte)0x80, (byte)0xFF) is var next and >= 0)
        {
            at += next;
            if (Rune.DecodeFromUtf8(chunk[at..], out var rune, out var length) == System.Buffers.OperationStatus.Done)
            {
                if (FirstMultiByte < 0 && IsUnmistakable(rune))
                    FirstMultiByte = offset + at;
                at += length;
                continue;
            }

            if (FirstInvalid < 0)
                FirstInvalid = offset + at;
            Count(chunk, at);
            if (FirstUndefined < 0 && CodePage.IsUndefinedInWindows1252(chunk[at]))
                FirstUndefined = offset + at;
            at++;
        }
    }

    /// <summary>
    /// Two Windows-1252 characters in a row can look like one of UTF-8 („Ü“ before a closing quotation mark). Only what German
    /// text really has counts: Latin-1 letters (Ã and Â before a symbol are no German), dashes, quotation marks, the Euro sign.
    /// </summary>
    private static bool IsUnmistakable(Rune rune) => rune.Value is (>= 0xA0 and <= 0xFF) or (>= 0x2010 and <= 0x20AF);

    private static int IncompleteTail(ReadOnlySpan<byte> chunk)
    {
        for (var back = 1; back <= Math.Min(3, chunk.Length); back++)
        {
            var value = chunk[^back];
            if (value < 0x80)
                return 0;
            if (value >= 0xC0)
                return Rune.DecodeFromUtf8(chunk[^back..], out _, out _) == System.Buffers.OperationStatus.NeedMoreData
                    ? back
                    : 0;
        }

        return 0;
    }
}
