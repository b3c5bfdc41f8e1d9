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

    /// <summary>
    /// The position of the next end at or behind <paramref name="at"/>; <paramref name="limit"/> or more where there is none
    /// before it.
    /// </summary>
    public int Find(char[] buffer, int at, int limit)
    {
        while (at < limit)
        {
            if (unchecked((uint)(at - block)) >= Block)
                Load(buffer, at);
            var rest = ends >> unchecked(at - block);
            if (rest != 0)
                return unchecked(at + BitOperations.TrailingZeroCount(rest));
            at = block + Block;
        }

        return limit;
    }

    private void Load(char[] buffer, int at)
    {
        var characters = MemoryMarshal.Cast<char, ushort>(buffer.AsSpan(at, Block));
        ends = 0;
        for (var part = 0; part < Block; part += Vector256<ushort>.Count)
            ends |= (ulong)EndsIn(Vector256.Create(characters[part..])) << part;
        block = at;
    }

    private uint EndsIn(Vector256<ushort> characters) => (Vector256.Equals(characters, Vector256.Create((ushort)separator))
        | Vector256.Equals(characters, Vector256.Create((ushort)'\r'))
        | Vector256.Equals(characters, Vector256.Create((ushort)'\n'))).ExtractMostSignificantBits();
}
