using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Produktreport.Core.Tables.Csv;

/// <summary>
/// Finds the ends of cells: separators and line ends, 64 characters at a time. Several short cells lie in one block, so the
/// block's answer is kept for the cells that follow; the buffer must not change meanwhile (<see cref="Forget"/>).
/// </summary>
internal sealed class EndFinder(char separator)
{
    /// <summary>How many characters of the buffer, filled or not, must follow the last one looked for.</summary>
    public const int Block = 64;

    private int block = -Block;
    private ulong ends;

    /// <summary>The buffer has changed.</summary>
    public void Forget() => block = -Block;

    /// <summary>Whether a quotation mark stands in the block looked at last.</summary>
    public bool HasQuotes { get; private set; }

    /// <summary>The position behind the block looked at last.</summary>
    public int EndOfBlock => block + Block;

    /// <summary>
    /// The ends from <paramref name="at"/> to the end of its block, as far as they are before <paramref name="limit"/>: bit 0 is
    /// that at <paramref name="at"/>.
    /// </summary>
    public ulong InBlock(char[] buffer, int at, int limit)
    {
        if (unchecked((uint)(at - block)) >= Block)
            Load(buffer, at, limit);
        return ends >> unchecked(at - block);
    }

    /// <summary>
    /// The position of the next end at or behind <paramref name="at"/>; <paramref name="limit"/> or more where there is none
    /// before it.
    /// </summary>
    public int Find(char[] buffer, int at, int limit)
    {
        while (at < limit)
        {
            if (unchecked((uint)(at - block)) >= Block)
                Load(buffer, at, limit);
            var rest = ends >> unchecked(at - block);
            if (rest != 0)
                return unchecked(at + BitOperations.TrailingZeroCount(rest));
            at = block + Block;
        }

        return limit;
    }

    private void Load(char[] buffer, int at, int limit)
    {
        var characters = MemoryMarshal.Cast<char, ushort>(buffer.AsSpan(at, Block));
        (ends, HasQuotes) = (0, false);
        for (var part = 0; part < Block; part += Vector256<ushort>.Count)
        {
            var some = Vector256.Create(characters[part..]);
            ends |= (ulong)EndsIn(some) << part;
            HasQuotes |= Vector256.EqualsAny(some, Vector256.Create((ushort)'"'));
        }

        if (limit - at < Block)
            ends &= (1UL << Math.Max(0, limit - at)) - 1;
        block = at;
    }

    private uint EndsIn(Vector256<ushort> characters) => (Vector256.Equals(characters, Vector256.Create((ushort)separator))
        | Vector256.Equals(characters, Vector256.Create((ushort)'\r'))
        | Vector256.Equals(characters, Vector256.Create((ushort)'\n'))).ExtractMostSignificantBits();
}
