using System.Numerics;
using System.Runtime.InteropServices;

namespace Produktreport.Core.Tables.Rows;

/// <summary>
/// Numbers the texts of a key column in the order they first stand there: what a text means is then found out once for all its
/// cells. Bounded, whatever is sent. Texts met last are found in one look at one slot; two that share a slot push each other
/// out.
/// </summary>
internal sealed class ColumnTexts
{
    private const int Most = short.MaxValue;
    private const int Longest = 200;
    private const int SlotBits = 10;

    /// <summary>As many characters as two words hold.</summary>
    private const int Short = 8;

    private readonly (ulong First, ulong Last, int Length, int Number, string Text)[] slots = new (ulong, ulong, int, int,
        string)[1 << SlotBits];
    private (ulong First, ulong Last, int Length, int Number) previous;
    private readonly Dictionary<string, int> numbers = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    /// <summary>No text has a number yet.</summary>
    public ColumnTexts() => bySpan = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// The number of a trimmed text, from 1; 0 for no text, −1 for very long ones and those after the first 32,767.
    /// </summary>
    public int Of(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return 0;
        var (first, last) = EndsOf(text);
        // Many rows have the same as the one above: it needs no look at memory far away.
        if (previous.First == first && previous.Last == last && previous.Length == text.Length && text.Length <= Short)
            return previous.Number;
        // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): spreads consecutive numbers.
        ref var slot =
            ref slots[(int)(unchecked((first + BitOperations.RotateLeft(last, 29)) * 0x9E3779B97F4A7C15) >> (64 - SlotBits))];
        if (slot.First == first && slot.Last == last && slot.Length == text.Length
            && (text.Length <= Short || text.SequenceEqual(slot.Text)))
        {
            previous = (first, last, text.Length, slot.Number);
            return slot.Number;
        }

        var number = Find(text, out var same);
        if (number > 0)
            slot = (first, last, text.Length, number, same);
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

    private int Find(ReadOnlySpan<char> text, out string same)
    {
        if (bySpan.TryGetValue(text, out same!, out var known))
            return known;
        same = text.Length > Longest || numbers.Count == Most ? "" : text.ToString();
        return same.Length > 0 && numbers.TryAdd(same, numbers.Count + 1) ? numbers.Count : -1;
    }
}
