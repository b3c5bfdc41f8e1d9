using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Layout.Blocks;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Paper;

namespace Produktreport.Core.Tests.Pdf;

public sealed class PrintCheckTests
{
    [Fact]
    public void TheSample_HasNoFaults()
    {
        var inspection = new PageInspection();
        SampleDocument.Write(inspection);
        Assert.NotEmpty(inspection.Items);
        Assert.Empty(PrintCheck.Faults(inspection));
    }

    [Fact]
    public void TextOverTheEdge_IsFound() => Assert.Equal(PrintFaultKind.OutsidePage, Fault((canvas, box) =>
        canvas.Text(box.Right, box.Y + 20, "weit über den Rand hinaus geschrieben", FontFace.Regular, 10, Colour.Black)));

    [Fact]
    public void TextOverText_IsFound() => Assert.Equal(PrintFaultKind.OverText, Fault((canvas, box) =>
    {
        canvas.Text(box.X, box.Y + 20, "unten", FontFace.Regular, 10, Colour.Black);
        canvas.Text(box.X + 5, box.Y + 22, "oben", FontFace.Regular, 10, Colour.Black);
    }));

    [Fact]
    public void PaleTextOnATint_IsFound() => Assert.Equal(PrintFaultKind.LowContrast, Fault((canvas, box) =>
    {
        canvas.Fill(box, StyleSheet.Accent);
        canvas.Text(box.X, box.Y + 20, "dunkel auf dunkel", FontFace.Regular, 10, StyleSheet.Ink);
    }));

    [Fact]
    public void AHeadingAtTheFootOfAPage_MovesToTheNext()
    {
        var inspection = new PageInspection();
        for (var lines = 40; lines < 60; lines++)
            TestDocument.Write(flow =>
            {
                flow.Heading(1, "Titel");
                for (var i = 0; i < lines; i++)
                    flow.Paragraph("Zeile");
                flow.Heading(2, "Überschrift");
                flow.Heading(3, "Unterüberschrift");
                flow.Paragraph("Text");
            }, inspection = new PageInspection());
        Assert.DoesNotContain(PrintCheck.Faults(inspection), fault => fault.Kind == PrintFaultKind.OrphanHeading);
    }

    private static PrintFaultKind Fault(Action<Canvas, Box> paint)
    {
        var inspection = new PageInspection();
        TestDocument.Write(flow => flow.Add(new Drawing(60, "Zeichnung", paint)), inspection);
        return Assert.Single(PrintCheck.Faults(inspection)).Kind;
    }
}
