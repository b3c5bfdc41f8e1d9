using System.Numerics;
using System.Runtime.InteropServices;

namespace Produktreport.Core.Tables.Rows;

/// <summary>
/// Numbers the texts of a key column in the order they first stand there: what a text means is then found out once for all its
/// cells. Bounded, whatever is sent. A text met before is mostly found in one or two looks: many rows have the same as the one
/// above, many lists the same texts in the same order again and again.
/// </summary>
internal sealed class ColumnTexts
{
    private const int Most = short.MaxValue;
    private const int Longest = 200;
    private const int SlotBits = 12;

    /// <summary>As many characters as two words hold.</summary>
    private const int Short = 8;

    private (ulong First, ulong Last, int Length)[] ends = new (ulong, ulong, int)[64];
    private readonly List<string> texts = [""];
    private readonly short[] slots = new short[1 << SlotBits];
    private readonly Dictionary<string, int> numbers = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private int previous;

    /// <summary>No text has a number yet.</summary>
    public ColumnTexts() => bySpan = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// The number of the text of a cell, without blanks around it: from 1; 0 for no text, −1 for very long ones and those after
    /// the first 32,767.
    /// </summary>
    public int Of(ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty)
            return 0;
        var (first, last) = EndsOf(cell);
        return Is(previous, first, last, cell) ? previous
            : Is(previous + 1, first, last, cell) ? ++previous
            : OfTrimmed(Blanks.Trim(cell));
    }

    private int OfTrimmed(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return 0;
        var (first, last) = EndsOf(text);
        // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): spreads consecutive numbers.
        ref var slot =
            ref slots[(int)(unchecked((first + BitOperations.RotateLeft(last, 29)) * 0x9E3779B97F4A7C15) >> (64 - SlotBits))];
        if (Is(slot, first, last, text))
            return previous = slot;
        var number = Find(text, first, last);
        if (number > 0)
            slot = (short)(previous = number);
        return number;
    }

    /// <summary>The first and the last four characters, which are all there are in a short text.</summary>
    private static (ulong First, ulong Last) EndsOf(ReadOnlySpan<char> text)
    {
        if (text.Length < 4)
            return (text[0] | (ulong)text[text.Length / 2] << 16 | (ulong)text[^1] << 32, 0);
        return (MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text)),
            MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text[^4..])));
    }

    private bool Is(int number, ulong first, ulong last, ReadOnlySpan<char> text)
    {
        ref readonly var known = ref ends[number];
        return known.First == first && known.Last == last && known.Length == text.Length
            && (text.Length <= Short || text.SequenceEqual(texts[number]));
    }

    private int Find(ReadOnlySpan<char> text, ulong first, ulong last)
    {
        if (bySpan.TryGetValue(text, out var known))
            return known;
        if (text.Length > Longest || numbers.Count == Most)
            return -1;
        texts.Add(text.ToString());
        numbers.Add(texts[^1], numbers.Count + 1);
        // One more than there are numbers, for what may come next.
        if (numbers.Count + 2 > ends.Length)
            Array.Resize(ref ends, ends.Length * 2);
        ends[numbers.Count] = (first, last, text.Length);
        return numbers.Count;
    }
}
