namespace Produktreport.Core.Deliveries.Keys;

/// <summary>
/// What combinations of key texts, by their numbers, mean: one look at one slot, quicker than a dictionary. Two that share a
/// slot push each other out.
/// </summary>
/// <param name="bits">2 to the power of this is the number of slots.</param>
internal sealed class KeyMemo<T>(int bits)
{
    private readonly (ulong Key, T Meaning)[] known = new (ulong, T)[1 << bits];
    private (ulong Key, T Meaning) last;

    /// <summary>
    /// A key of up to four numbers below 65,536, the last below 32,768; 0, which has no meaning, where one of them is not known
    /// (−1).
    /// </summary>
    public static ulong KeyOf(int first, int second = 0, int third = 0, int fourth = 0) =>
        (first | second | third | fourth) < 0
            ? 0
            : 1UL << 63 | (ulong)(uint)first << 47 | (ulong)(uint)second << 31 | (ulong)(uint)third << 15 | (uint)fourth;

    /// <summary>Whether the meaning of a key is remembered.</summary>
    public bool TryGet(ulong key, out T meaning)
    {
        if (last.Key != key)
            last = known[SlotOf(key)];
        meaning = last.Meaning;
        return last.Key == key && key != 0;
    }

    /// <summary>Remembers a meaning, and returns it.</summary>
    public T Keep(ulong key, T meaning)
    {
        last = known[SlotOf(key)] = (key, meaning);
        return meaning;
    }

    /// <summary>
    /// Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4) spreads consecutive numbers. Keys that differ in their
    /// last two bits only lie beside each other: who asks for one asks for the others soon.
    /// </summary>
    private int SlotOf(ulong key) => (int)((unchecked((key >> 2) * 0x9E3779B97F4A7C15) >> (66 - bits) << 2) | (key & 3));
}
