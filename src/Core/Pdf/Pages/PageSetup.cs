using System.Runtime.InteropServices;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Paper;

namespace Produktreport.Core.Pdf.Pages;

/// <summary>
/// How a section's pages look: sheet, margins, head and foot. A4, upright, with a margin for punching, where nothing else is
/// said.
/// </summary>
internal sealed record PageSetup
{
    public static PageSetup A4Landscape { get; } = new() { Width = Units.Mm(297), Height = Units.Mm(210) };
    public double Width { get; init; } = Units.Mm(210);
    public double Height { get; init; } = Units.Mm(297);

    /// <summary>The empty border around the body; head and foot are painted into it.</summary>
    public Margins Margins { get; init; } = new(Units.Mm(25), Units.Mm(28), Units.Mm(20), Units.Mm(24));

    /// <summary>Paints the head of each page, when the number of pages is known.</summary>
    public Action<Canvas, PageInfo>? Header { get; init; }

    /// <summary>Paints the foot of each page, when the number of pages is known.</summary>
    public Action<Canvas, PageInfo>? Footer { get; init; }

    /// <summary>Where the body stands.</summary>
    public Box Body => new Box(0, 0, Width, Height).Inset(Margins.Left, Margins.Top, Margins.Right, Margins.Bottom);
}

/// <summary>Distances from the sheet's edges, in points.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Margins(double Left, double Top, double Right, double Bottom);

/// <summary>What a head or foot may say about its page.</summary>
/// <param name="Number">The page's place in the document, from 1.</param>
/// <param name="Count">How many pages the document has.</param>
/// <param name="RunningTitle">What <see cref="Layout.Flow.RunningTitle"/> was when the page began; empty where none was
/// given.</param>
/// <param name="Body">Where the body stands; head and foot align with it.</param>
internal sealed record PageInfo(int Number, int Count, string RunningTitle, Box Body)
{
    /// <summary>"Seite 3 von 12".</summary>
    public string PageOfCount => $"Seite {Number} von {Count}";
}

internal static class Units
{
    public static double Mm(double millimetres) => millimetres * 72 / 25.4;
}
