using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Layout;

namespace Produktreport.Core.Pdf.Charts;

/// <summary>Swatches and their words in a line above the chart.</summary>
internal static class Legend
{
    public const double Height = 16;
    private const double Swatch = 8;

    public static void Paint(Canvas canvas, Box box, IEnumerable<(string Name, Action<Canvas, Box> Swatch)> entries)
    {
        var x = box.X;
        foreach (var (name, paint) in entries)
        {
            paint(canvas, new Box(x, box.Y + 1, Swatch, Swatch));
            canvas.Text(x + Swatch + 4, box.Y + 7.8, name, FontFace.Regular, ChartLook.LabelSize, StyleSheet.Muted);
            x += Swatch + 4 + ChartLook.Measure(name) + 14;
        }
    }
}
