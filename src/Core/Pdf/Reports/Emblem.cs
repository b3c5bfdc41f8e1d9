using Produktreport.Core.Catalogues;
using Produktreport.Core.Images;
using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Pdf.Layout.Blocks;
using Produktreport.Core.Pdf.Pages;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Paper;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>The head of page one: the county's Wappen where there is one, the title, the state.</summary>
internal static class Emblem
{
    private const double StateShare = 0.32;
    private const double Gap = 18; // as between columns

    private static readonly double MostHeight = Units.Mm(15);
    private static readonly double MostWidth = Units.Mm(30);

    /// <summary>
    /// Sets title and state side by side, the logo left of both. The state keeps its width, the title gives way.
    /// </summary>
    /// <param name="flow">Where to.</param>
    /// <param name="mark">The logo the report says it shows.</param>
    /// <param name="logo">The catalogue's; painted only where it is that logo.</param>
    /// <param name="title">The title and what belongs to it.</param>
    /// <param name="state">The state panel.</param>
    public static void Head(Flow flow, ReportLogo? mark, Logo? logo, Action<BlockBuilder> title, Action<BlockBuilder> state)
    {
        if (mark is null || logo?.Sha256 != mark.Sha256)
        {
            flow.Columns((1 - StateShare, title), (StateShare, state));
            return;
        }

        var (width, height, paint) = Picture(logo);
        var right = StateShare * (flow.Width - Gap);
        flow.Columns(
            (width, left => left.Add(new Drawing(height, PrintedText.Of(mark.Text), paint) { Width = width })),
            (flow.Width - 2 * Gap - width - right, title),
            (right, state));
    }

    private static (double Width, double Height, Action<Canvas, Box> Paint) Picture(Logo logo)
    {
        switch (logo)
        {
            case Logo.Drawn drawn:
                var (width, height) = Fitted((double)drawn.Width, (double)drawn.Height);
                return (width, height, (canvas, box) => Draw(canvas, box, drawn));
            case Logo.Picture picture:
                var image = PdfImage.Read(picture.File);
                (width, height) = Fitted(image.Width, image.Height);
                return (width, height, (canvas, box) => canvas.Image(image, box));
            default:
                throw new InvalidOperationException($"Unknown logo {logo}.");
        }
    }

    private static (double Width, double Height) Fitted(double width, double height)
    {
        var scale = Math.Min(MostHeight / height, MostWidth / width);
        return (width * scale, height * scale);
    }

    private static void Draw(Canvas canvas, Box box, Logo.Drawn logo)
    {
        foreach (var path in logo.Paths)
            canvas.FillPath(new SvgPath(path.Data, (double)logo.Width, (double)logo.Height), box, Colour.Hex(path.Colour));
    }
}
