using Produktreport.Core.Pdf.Layout.Hyphenation;

namespace Produktreport.Core.Pdf.Layout.Texts;

/// <summary>
/// Breaks a text into lines: after blanks, after hyphens and slashes between letters, inside words at soft hyphens or where
/// German divides them. Fills each line as far as it goes.
/// </summary>
internal sealed class LineBreaker
{
    /// <summary>A word is divided only where not doing so would leave more than this share of the line empty.</summary>
    private const double HyphenationZone = 0.22;

    /// <summary>
    /// A break at the seam of a compound is taken before a later one if it fills at least this share of the line.
    /// </summary>
    private const double LeastFilled = 0.55;

    private const char SoftHyphen = '\u00AD';
    private const double Tolerance = 0.01; // of a point: rounding, not overlap

    private readonly TextStyle style;
    private readonly double width;
    private readonly string text;
    private readonly List<(TextRun Run, int Start)> runs = [];
    private readonly List<TextLine> lines = [];
    private int lineStart;
    private double used;

    private LineBreaker(RichText text, TextStyle style, double width)
    {
        (this.style, this.width) = (style, width + Tolerance);
        var start = 0;
        foreach (var run in text.Runs)
        {
            runs.Add((run, start));
            start += run.Text.Length;
        }

        this.text = Normalised(runs.Count == 1 ? runs[0].Run.Text : string.Concat(text.Runs.Select(run => run.Text)));
    }

    /// <returns>At least one line, even of an empty text.</returns>
    public static TextLine[] Break(RichText text, TextStyle style, double width) =>
        OnOneLine(text, style, width) ?? new LineBreaker(text, style, width).Break();

    /// <summary>The width a text takes where it is not broken (but at its line feeds).</summary>
    public static double NaturalWidth(RichText text, TextStyle style)
    {
        var widest = 0.0;
        foreach (var line in Break(text, style, double.MaxValue / 4))
            widest = Math.Max(widest, line.Width);
        return widest;
    }

    /// <summary>Nearly every table cell: one run that fits.</summary>
    private static TextLine[]? OnOneLine(RichText text, TextStyle style, double width)
    {
        if (text.Runs.IsEmpty)
            return [new TextLine([], 0)];
        var run = text.Runs[0];
        if (text.Runs.Length > 1 || run.Text.AsSpan().IndexOfAny('\n', '\t', SoftHyphen) >= 0)
            return null;
        var natural = run.MeasureIn(style, run.Text);
        return natural <= width + Tolerance
            ? [new TextLine([new TextSegment(run, run.Text, 0, run.Text.Length, natural)], natural)] : null;
    }

    private TextLine[] Break()
    {
        var position = 0;
        while (position < text.Length)
        {
            var end = EndOfWord(position);
            Place(position, end);
            position = end;
            if (text[end - 1] == '\n')
                EndLine(end);
        }

        if (lineStart < text.Length || lines.Count == 0)
            EndLine(text.Length);
        return [.. lines];
    }

    /// <summary>Puts a word, with the blanks after it, on the line or the next one.</summary>
    private void Place(int start, int end)
    {
        var visibleEnd = TrimmedEnd(start, end);
        var needed = Measure(start, visibleEnd);
        if (used + needed > this.width && (Free > this.width * HyphenationZone || needed > this.width || lineStart == start))
            start = Divide(start, visibleEnd);
        if (used + Measure(start, visibleEnd) > this.width && start > lineStart)
            EndLine(start);
        used += Measure(start, end);
    }

    private double Free => width - used;

    /// <summary>Breaks a word as often as it takes for its rest to fit; returns where the rest begins.</summary>
    private int Divide(int start, int end)
    {
        while (used + Measure(start, end) > width)
        {
            var at = LastBreakThatFits(start, end);
            if (at > start)
                EndLine(at, "\u00AD");
            else if (start > lineStart)
                EndLine(start);
            else
                EndLine(at = LastCharacterThatFits(start, end)); // a bad break is better than text outside its box
            start = Math.Max(start, at);
        }

        return start;
    }

    private int LastBreakThatFits(int start, int end)
    {
        var (last, seam) = (start, start);
        foreach (var at in Divisions(start, end))
        {
            var filled = used + Measure(start, at);
            if (at >= end || filled + MeasureHyphen(at) > width)
                continue;
            last = at;
            if (filled >= width * LeastFilled && GermanHyphenation.IsSeam(text.AsSpan(start, at - start)))
                seam = at;
        }

        return seam > start ? seam : last;
    }

    private int LastCharacterThatFits(int start, int end)
    {
        var at = start + 1;
        while (at < end && Measure(start, at + 1) <= width)
            at++;
        return at;
    }

    /// <summary>Soft hyphens where the author set them; otherwise the places German allows.</summary>
    private IEnumerable<int> Divisions(int start, int end)
    {
        if (text.IndexOf(SoftHyphen, start, end - start) >= 0)
            return Enumerable.Range(start, end - start).Where(i => text[i] == SoftHyphen).Select(i => i + 1);
        return LetterGroups(start, end).SelectMany(group =>
            GermanHyphenation.Breaks(text[group.Start..group.End]).Select(offset => group.Start + offset));
    }

    private IEnumerable<(int Start, int End)> LetterGroups(int start, int end)
    {
        while (start < end)
        {
            var stop = start;
            while (stop < end && char.IsLetter(text[stop]))
                stop++;
            if (stop > start)
                yield return (start, stop);
            start = stop + 1;
        }
    }

    /// <summary>Where the line may break next: after blanks, or after a hyphen or slash between letters.</summary>
    private int EndOfWord(int position)
    {
        for (var i = position; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n')
                return i + 1;
            if (c == ' ' && (i + 1 == text.Length || text[i + 1] != ' '))
                return i + 1;
            if (c is '-' or '/' or '\u2010' && i > position && IsBetweenWords(i))
                return i + 1;
        }

        return text.Length;
    }

    /// <summary>Not between figures: 2026-07 stays whole. "Haupt-/Nebenamt" breaks after the slash.</summary>
    private bool IsBetweenWords(int i) =>
        i + 2 < text.Length && char.IsLetter(text[i + 1])
            && (char.IsLetter(text[i - 1]) || (text[i - 1] == '-' && text[i] == '/'));

    private int TrimmedEnd(int start, int end)
    {
        while (end > start && text[end - 1] is ' ' or '\n')
            end--;
        return end;
    }

    private void EndLine(int end, string hyphen = "")
    {
        var segments = new List<TextSegment>();
        var length = 0.0;
        var visibleEnd = TrimmedEnd(lineStart, end);
        foreach (var (run, start, stop) in Parts(lineStart, end))
        {
            var isLast = stop == end;
            var shown = Visible(start, isLast && this.text[end - 1] == '\n' ? stop - 1 : stop) + (isLast ? hyphen : "");
            var visible = Math.Clamp(visibleEnd - start, 0, stop - start);
            var visibleWidth = run.MeasureIn(style, Visible(start, start + visible) + (isLast ? hyphen : ""));
            length += visible == 0 ? 0 : visibleWidth;
            segments.Add(
                new TextSegment(run, shown, 0, shown.Length, stop <= visibleEnd ? visibleWidth : run.MeasureIn(style, shown)));
        }

        lines.Add(new TextLine([.. segments], length));
        (lineStart, used) = (end, 0);
    }

    private double Measure(int start, int end)
    {
        var length = 0.0;
        foreach (var (run, from, to) in Parts(start, end))
        {
            var part = text.AsSpan(from, to - from).TrimEnd('\n');
            length += part.Contains(SoftHyphen) ? run.MeasureIn(style, Visible(from, to)) : run.MeasureIn(style, part);
        }

        return length;
    }

    private double MeasureHyphen(int at) => RunAt(at - 1).MeasureIn(style, "\u00AD");

    private TextRun RunAt(int position) => runs.FindLast(run => run.Start <= position).Run;

    private string Visible(int start, int end) => text[start..end].Replace("\u00AD", "", StringComparison.Ordinal);

    private IEnumerable<(TextRun Run, int Start, int End)> Parts(int start, int end)
    {
        for (var i = 0; i < runs.Count; i++)
        {
            var (run, runStart) = runs[i];
            var runEnd = i + 1 < runs.Count ? runs[i + 1].Start : text.Length;
            var (from, to) = (Math.Max(start, runStart), Math.Min(end, runEnd));
            if (from < to)
                yield return (run, from, to);
        }
    }

    /// <summary>Line feed is the only control character with a meaning; the others count as blanks.</summary>
    private static string Normalised(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001F'))
            return text;
        return string.Create(text.Length, text, (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = source[i] < ' ' && source[i] != '\n' ? ' ' : source[i];
        });
    }
}
