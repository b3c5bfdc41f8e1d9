using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Produktreport.Core.Deliveries.Tables;

/// <summary>
/// Finds the ends of cells: separators and line ends, sixteen characters at a time. Several short cells lie in one block, so the block's answer
/// is kept for the cells that follow; the buffer must not change meanwhile (<see cref="Forget"/>).
/// </summary>
internal sealed class EndFinder(char separator)
{
    private readonly Vector256<ushort> separators = Vector256.Create((ushort)separator);
    private readonly Vector256<ushort> returns = Vector256.Create((ushort)'\r');
    private readonly Vector256<ushort> feeds = Vector256.Create((ushort)'\n');
    private int block = -1;
    private uint mask;

    /// <summary>The buffer has changed.</summary>
    public void Forget() => block = -1;

    /// <summary>Moves <paramref name="at"/> to the next end before <paramref name="limit"/>, or to the limit where there is none.</summary>
    public bool Find(char[] buffer, ref int at, int limit)
    {
        while (at < limit)
        {
            if (block < 0 || at < block || at >= block + Vector256<ushort>.Count)
            {
                if (limit - at < Vector256<ushort>.Count)
                    return FindSlowly(buffer, ref at, limit);
                Load(buffer, at);
            }

            var rest = mask >> (at - block);
            if (rest != 0)
            {
                at += BitOperations.TrailingZeroCount(rest);
                return true;
            }

            at = block + Vector256<ushort>.Count;
        }

        return false;
    }

    private void Load(char[] buffer, int at)
    {
        var characters = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(buffer.AsSpan(at))));
        mask = (Vector256.Equals(characters, separators) | Vector256.Equals(characters, returns) | Vector256.Equals(characters, feeds))
            .ExtractMostSignificantBits();
        block = at;
    }

    /// <summary>The last few characters, and all of a small file.</summary>
    private bool FindSlowly(char[] buffer, ref int at, int limit)
    {
        for (; at < limit; at++)
        {
            var c = buffer[at];
            if (c == separator || c is '\r' or '\n')
                return true;
        }

        return false;
    }
}
