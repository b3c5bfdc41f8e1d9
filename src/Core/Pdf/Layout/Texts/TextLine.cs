using System.Runtime.InteropServices;

namespace Produktreport.Core.Pdf.Layout.Texts;

/// <summary>A part of a run on one line.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextSegment(TextRun Run, string Text, int Start, int Length, double Width)
{
    public ReadOnlySpan<char> Characters => Text.AsSpan(Start, Length);
}

/// <summary>
/// One line of a text. <see cref="Width"/> is what one sees: the blank kept at the end of a wrapped line, so that words do not
/// run together when text is copied out, is not counted.
/// </summary>
internal sealed record TextLine(TextSegment[] Segments, double Width);
