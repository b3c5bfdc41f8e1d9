using System.Buffers.Text;

namespace Produktreport.Core.Pdf.Writing;

/// <summary>A growing buffer of PDF syntax: ASCII tokens, numbers, strings and raw bytes (ISO 32000-1, 7.2 and 7.3).</summary>
internal sealed class ByteBuffer(int capacity = 256)
{
    private byte[] bytes = new byte[capacity];

    public int Length { get; private set; }
    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public ByteBuffer Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    public ByteBuffer Add(byte value)
    {
        Room(1)[0] = value;
        Length++;
        return this;
    }

    public ByteBuffer Add(long value)
    {
        Utf8Formatter.TryFormat(value, Room(20), out var written);
        Length += written;
        return this;
    }

    /// <summary>A number with at most two decimals: a hundredth of a point is finer than any printer.</summary>
    public ByteBuffer Add(double value)
    {
        var hundredths = (long)Math.Round(value * 100, MidpointRounding.AwayFromZero);
        if (hundredths < 0)
        {
            Add((byte)'-');
            hundredths = -hundredths;
        }

        Add(hundredths / 100);
        var fraction = (int)(hundredths % 100);
        return fraction == 0 ? this : AddFraction(fraction);
    }

    /// <summary>An indirect reference, <c>12 0 R</c>, followed by a blank.</summary>
    public ByteBuffer Add(ObjectId id) => Add((long)id.Number).Add(" 0 R "u8);

    /// <summary>A name such as <c>/TD</c>; characters outside the regular ones become <c>#xx</c>.</summary>
    public ByteBuffer AddName(string name)
    {
        Add((byte)'/');
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '+')
                Add((byte)c);
            else
                Add((byte)'#').AddHex((byte)c);
        }

        return this;
    }

    /// <summary>A text string: ASCII in parentheses, anything else as UTF-16 with byte order mark (7.9.2.2).</summary>
    public ByteBuffer AddText(string text) => System.Text.Ascii.IsValid(text) ? AddAscii(text) : AddUtf16(text);

    /// <summary>A key with its text; nothing where there is none.</summary>
    public ByteBuffer AddText(ReadOnlySpan<byte> key, string? text) => string.IsNullOrEmpty(text) ? this : Add(key).AddText(text);

    public ByteBuffer AddHex(byte value) => Add(Hex[value >> 4]).Add(Hex[value & 15]);

    public ByteBuffer AddHex(ReadOnlySpan<byte> bytes)
    {
        Add((byte)'<');
        foreach (var value in bytes)
            AddHex(value);
        return Add((byte)'>');
    }

    private static ReadOnlySpan<byte> Hex => "0123456789ABCDEF"u8;

    private ByteBuffer AddFraction(int hundredths)
    {
        Add((byte)'.').Add((byte)('0' + hundredths / 10));
        return hundredths % 10 == 0 ? this : Add((byte)('0' + hundredths % 10));
    }

    private ByteBuffer AddAscii(string text)
    {
        Add((byte)'(');
        foreach (var c in text)
        {
            if (c is '(' or ')' or '\\')
                Add((byte)'\\').Add((byte)c);
            else if (c < ' ')
                Add((byte)'\\').Add((byte)('0' + c / 64)).Add((byte)('0' + c / 8 % 8)).Add((byte)('0' + c % 8));
            else
                Add((byte)c);
        }

        return Add((byte)')');
    }

    private ByteBuffer AddUtf16(string text)
    {
        Add("<FEFF"u8);
        foreach (var c in text)
            AddHex((byte)(c >> 8)).AddHex((byte)(c & 255));
        return Add((byte)'>');
    }

    private Span<byte> Room(int count)
    {
        if (Length + count > bytes.Length)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + count));
        return bytes.AsSpan(Length);
    }
}
