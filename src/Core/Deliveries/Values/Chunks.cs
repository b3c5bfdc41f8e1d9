namespace Produktreport.Core.Deliveries.Values;

/// <summary>
/// A list that grows by whole pieces and never copies what it has, for millions of items without references: the garbage
/// collector neither looks into it nor moves it.
/// </summary>
internal sealed class Chunks<T>
    where T : unmanaged
{
    private const int Bits = 16;
    private const int Length = 1 << Bits;
    private const int Smallest = 64;
    private readonly List<T[]> chunks = [];
    private T[] last = [];
    private int filled;

    /// <summary>How many items.</summary>
    public int Count { get; private set; }

    /// <summary>The item at an index below <see cref="Count"/>.</summary>
    public ref T this[int index] => ref chunks[index >> Bits][index & (Length - 1)];

    /// <summary>Adds an item of no particular content, to be filled in.</summary>
    public ref T Add()
    {
        if (filled == last.Length)
            Grow();
        Count++;
        return ref last[filled++];
    }

    /// <summary>Adds items; the index of the first.</summary>
    public int Add(ReadOnlySpan<T> items)
    {
        var first = Count;
        while (!items.IsEmpty)
        {
            if (filled == last.Length)
                Grow();
            var fitting = Math.Min(items.Length, last.Length - filled);
            items[..fitting].CopyTo(last.AsSpan(filled));
            items = items[fitting..];
            filled += fitting;
            Count += fitting;
        }

        return first;
    }

    /// <summary>Copies the items from <paramref name="first"/> on.</summary>
    public void CopyTo(int first, Span<T> target)
    {
        while (!target.IsEmpty)
        {
            var source = chunks[first >> Bits].AsSpan(first & (Length - 1));
            var fitting = Math.Min(source.Length, target.Length);
            source[..fitting].CopyTo(target);
            target = target[fitting..];
            first += fitting;
        }
    }

    /// <summary>Keeps the first items only.</summary>
    public void Truncate(int count)
    {
        Count = count;
        filled = 0;
        last = [];
        chunks.RemoveRange((count + Length - 1) >> Bits, chunks.Count - ((count + Length - 1) >> Bits));
        if (chunks.Count > 0)
            (last, filled) = (chunks[^1], count - ((chunks.Count - 1) << Bits));
    }

    /// <summary>The first piece doubles until it is a whole one, so that small files take little memory.</summary>
    private void Grow()
    {
        if (chunks.Count == 1 && last.Length < Length)
        {
            Array.Resize(ref last, last.Length * 2);
            chunks[0] = last;
            return;
        }

        last = GC.AllocateUninitializedArray<T>(chunks.Count == 0 ? Smallest : Length);
        chunks.Add(last);
        filled = 0;
    }
}
