using System.Runtime.CompilerServices;

namespace Produktreport.Core.Deliveries.Tables;

/// <summary>
/// What texts mean, for those met last: cells of a column repeat a few texts. One look at one slot, quicker than a dictionary; two texts that share
/// a slot push each other out. Bounded, whatever is sent.
/// </summary>
/// <param name="slots">How many slots: a power of two.</param>
internal sealed class TextMemo<T>(int slots)
{
    private readonly (string? Text, T Meaning)[] known = new (string?, T)[slots];

    /// <summary>Whether the meaning of the text is remembered.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(ReadOnlySpan<char> text, out T meaning)
    {
        ref readonly var slot = ref known[SlotOf(text)];
        meaning = slot.Meaning;
        return slot.Text is not null && text.SequenceEqual(slot.Text);
    }

    /// <summary>Remembers a meaning, and returns it.</summary>
    public T Keep(ReadOnlySpan<char> text, T meaning)
    {
        known[SlotOf(text)] = (text.ToString(), meaning);
        return meaning;
    }

    /// <summary>From the length, the first and the last three characters: keys differ there, and consecutive numbers get slots of their own.</summary>
    private int SlotOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return 0;
        var hash = (text.Length * 17) + (text[0] * 1000) + text[^1];
        if (text.Length > 2)
            hash += (text[^3] * 100) + (text[^2] * 10);
        return hash & (known.Length - 1);
    }
}
