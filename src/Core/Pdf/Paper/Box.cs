using System.Runtime.InteropServices;

namespace Produktreport.Core.Pdf.Paper;

/// <summary>
/// A rectangle on a page, in points (1/72 inch) from the page's upper left corner; <see cref="Y"/> grows downwards.
/// </summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Width, not negative.</param>
/// <param name="Height">Height, not negative.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;
    public double Bottom => Y + Height;
    public double CentreX => X + Width / 2;
    public double CentreY => Y + Height / 2;

    /// <summary>The box made smaller by the same distance on all sides.</summary>
    public Box Inset(double by) => Inset(by, by, by, by);

    /// <summary>The box made smaller by a distance for each side.</summary>
    public Box Inset(double left, double top, double right, double bottom) =>
        new(X + left, Y + top, Width - left - right, Height - top - bottom);
}
