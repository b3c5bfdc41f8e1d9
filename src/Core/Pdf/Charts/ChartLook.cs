using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Paper;

namespace Produktreport.Core.Pdf.Charts;

/// <summary>
/// How charts draw: the same notation for the same meaning in all of them, as the IBCS standards ask – actual solid, plan
/// outlined, previous year grey, forecast hatched, good green, bad red with signed figures.
/// </summary>
internal static class ChartLook
{
    public const double LabelSize = 7.5;

    public const double SmallestLabelSize = 6;

    public const double OutlineWidth = 0.9;

    /// <summary>What stands where there is no value.</summary>
    public const string Missing = "–";

    public static Colour Actual => Colour.Hex(0x2F3E4A);
    public static Colour PreviousYear => Colour.Hex(0x87929B);
    public static Colour Axis => Colour.Hex(0x6B7780);
    public static Colour Good => Colour.Hex(0x2E7D32);
    public static Colour Bad => Colour.Hex(0xB3261E);
    public static Colour Neutral => Colour.Hex(0x5A6670);
    public static Colour Label => StyleSheet.Ink;

    public static double Measure(string text, double size = LabelSize) => Canvas.Measure(text, FontFace.Regular, size);

    public static void Solid(Canvas canvas, Box box) => canvas.Fill(box, Actual);

    public static void Outlined(Canvas canvas, Box box)
    {
        canvas.Fill(box, Colour.White);
        canvas.Outline(box, OutlineWidth, Actual);
    }

    public static void Hatched(Canvas canvas, Box box)
    {
        Outlined(canvas, box);
        canvas.Hatch(box.Inset(OutlineWidth), 3, 0.7, Actual);
    }

    public static void Grey(Canvas canvas, Box box) => canvas.Fill(box, PreviousYear);
}
