using Produktreport.Core.German;

namespace Produktreport.Core.Deliveries.Words;

/// <summary>Ascending lines in bounded memory: the first ranges, the last line, and how many there are.</summary>
/// <param name="maximumRanges">How many ranges are kept.</param>
internal sealed class LineSet(int maximumRanges = LineSet.UsualRanges)
{
    /// <summary>As many as people read.</summary>
    public const int UsualRanges = 20;

    private List<(int First, int Last)>? ranges;
    private (int First, int Last) open;
    private int last;
    private bool isFull = maximumRanges == 0;

    /// <summary>How many lines.</summary>
    public int Count { get; private set; }

    /// <summary>The first line; 0 while there is none.</summary>
    public int First => ranges is [var (first, _), ..] ? first : open.First;

    /// <summary>The last line; 0 while there is none.</summary>
    public int Last => last;

    /// <summary>Adds a line not before those added; the same line again counts once.</summary>
    public void Add(int line)
    {
        if (line == last && Count > 0)
            return;
        Count++;
        if (line != last + 1 || Count == 1)
            Begin(line);
        else if (!isFull)
            open.Last = line;
        last = line;
    }

    /// <summary>
    /// In words: <c>Zeilen 4–17, 19 und 21</c>; beyond 20 ranges <c>Zeilen 4–17, … und 1163 weitere bis Zeile
    /// 90000</c>.
    /// </summary>
    public override string ToString()
    {
        List<(int First, int Last)> shown = [.. ranges ?? [],
            .. isFull ? Array.Empty<(int, int)>() : [open]];
        var words = shown.Select(range => range.First == range.Last ? $"{range.First}" : $"{range.First}–{range.Last}").ToList();
        return last == shown[^1].Last
            ? $"{(Count == 1 ? "Zeile" : "Zeilen")} {GermanFormat.Enumerate(words)}"
            : $"Zeilen {string.Join(", ", words)} und {Count - shown.Sum(range => range.Last - range.First + 1)} weitere bis "
                + $"Zeile {last}";
    }

    private void Begin(int line)
    {
        if (Count == 1)
        {
            open = (line, line);
            return;
        }

        if (isFull)
            return;
        (ranges ??= []).Add(open);
        isFull = ranges.Count == maximumRanges;
        open = (line, line);
    }
}
