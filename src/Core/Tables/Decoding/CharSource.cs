using System.Text;
using Produktreport.Core.German;

namespace Produktreport.Core.Tables.Decoding;

/// <summary>
/// The characters of an upload from its beginning, decoded piece by piece, letters and their marks composed to one character.
/// </summary>
internal sealed class CharSource
{
    private readonly Stream bytes;
    private readonly Decoder? decoder;
    private readonly bool isUtf8;
    private readonly CodePage table;
    private readonly byte[] buffer = new byte[64 * 1024];
    private int start;
    private int filled;
    private readonly char[] held = new char[8];
    private int heldCount;
    private bool ended;
    private (bool Before, bool Now) mayHaveMarks;

    /// <summary>Reads from a seekable stream; <paramref name="encoding"/> has been checked against all of its bytes.</summary>
    public CharSource(Stream bytes, TextEncoding encoding, long position)
    {
        this.bytes = bytes;
        isUtf8 = encoding.Kind == EncodingKind.Utf8;
        decoder = encoding.Kind switch
        {
            EncodingKind.Utf8 => Encoding.UTF8.GetDecoder(),
            EncodingKind.Utf16LittleEndian => Encoding.Unicode.GetDecoder(),
            EncodingKind.Utf16BigEndian => Encoding.BigEndianUnicode.GetDecoder(),
            _ => null,
        };
        table = CodePage.Of(encoding.Kind);
        bytes.Position = position + encoding.PreambleLength;
    }

    /// <summary>How many bytes have not been taken from the stream yet.</summary>
    public long BytesLeft => bytes.Length - bytes.Position;

    /// <summary>Fills the beginning of <paramref name="target"/> (at least two characters long); 0 at the end.</summary>
    public int Read(Span<char> target)
    {
        if (decoder is null)
            return ReadAsWritten(target); // code pages have no marks of their own
        while (heldCount < target.Length)
        {
            held.AsSpan(0, heldCount).CopyTo(target);
            var read = ReadAsWritten(target[heldCount..]);
            var piece = target[..(heldCount + read)];
            // The next piece may begin with a mark.
            heldCount = read == 0 ? 0 : Composition.OpenEnd(piece) is var open && open <= held.Length ? open : 0;
            piece[^heldCount..].CopyTo(held);
            if (read == 0 || piece.Length > heldCount)
                return mayHaveMarks == default ? piece.Length - heldCount : Composition.InPlace(piece[..^heldCount]);
        }

        return ReadHeld(target);
    }

    private int ReadHeld(Span<char> target)
    {
        held.AsSpan(0, target.Length).CopyTo(target);
        heldCount -= target.Length;
        held.AsSpan(target.Length, heldCount).CopyTo(held);
        return target.Length;
    }

    private int ReadAsWritten(Span<char> target)
    {
        while (true)
        {
            if (start == filled && !ended)
                Fill();
            if (ended && start == filled)
                return decoder?.GetChars([], target, flush: true) ?? 0;
            var read = Decode(target);
            if (read > 0)
                return read;
        }
    }

    private void Fill()
    {
        start = 0;
        filled = bytes.Read(buffer);
        ended = filled == 0;
        mayHaveMarks = (mayHaveMarks.Now, MayHaveMarks(buffer.AsSpan(0, filled)));
    }

    /// <summary>
    /// Whether bytes may be those of something to be composed: in UTF-8, marks and the signs of units begin with these. Nearly no
    /// file has any, and bytes are looked through quicker than characters. One that begins at the end of a buffer is decoded with
    /// the next.
    /// </summary>
    private bool MayHaveMarks(ReadOnlySpan<byte> piece) => !isUtf8 || piece.ContainsAny((byte)0xCC, (byte)0xCD, (byte)0xE2);

    private int Decode(Span<char> target)
    {
        if (decoder is null)
        {
            var count = Math.Min(target.Length, filled - start);
            table.Decode(buffer.AsSpan(start, count), target);
            start += count;
            return count;
        }

        decoder.Convert(buffer.AsSpan(start, filled - start), target, flush: false, out var used, out var written, out _);
        start += used;
        return written;
    }
}
