using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Pages;
using Produktreport.Core.Pdf.Paper;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>
/// How the reports look, in one place: sheet, sizes, colours. Lying A4, because a row of figures is read across; one family, one
/// accent, and colour only where it says something (Ampel, deviation) – never alone.
/// </summary>
internal static class ReportTypography
{
    public const double HeadBaseline = 34;
    public const double FootDistance = 22;
    public const double FurnitureSize = 7.5;
    public const double LeastNameWidth = 150;
    public const double MostNameWidth = 250;

    /// <summary>Sizes of table figures; the largest that fits is taken.</summary>
    public static readonly double[] TableSizes = [8, 7.5, 7, 6.5];

    public static readonly Colour Good = Colour.Hex(0x2E7D32);
    public static readonly Colour Bad = Colour.Hex(0xB3261E);
    public static readonly Colour Draft = Colour.Hex(0x9A5B00);

    public static readonly PageSetup Page = PageSetup.A4Landscape with
    {
        Margins = new Margins(Units.Mm(20), Units.Mm(18), Units.Mm(17), Units.Mm(15)),
    };

    public static readonly TextStyle Kicker =
        new(10) { Face = FontFace.Bold, Colour = StyleSheet.Muted, LineSpacing = 1.3, SpaceAfter = 1 };

    public static readonly TextStyle Title =
        new(23) { Face = FontFace.Bold, Colour = StyleSheet.Accent, LineSpacing = 1.15, SpaceAfter = 3 };

    /// <summary>The Hauptproduktbereich over its first product in the combined report.</summary>
    public static readonly TextStyle AreaTitle = Title with { Size = 26, Colour = StyleSheet.Ink, SpaceAfter = 6 };

    /// <summary>Titles that would fill the page at full size.</summary>
    public static readonly TextStyle LongTitle = Title with { Size = 14 };

    public static readonly TextStyle Message = new(10) { Colour = StyleSheet.Ink, LineSpacing = 1.38, SpaceAfter = 6 };

    public static readonly TextStyle Badge =
        new(9.5) { Face = FontFace.Bold, Colour = StyleSheet.Ink, LineSpacing = 1.35, SpaceAfter = 0 };

    public static readonly TextStyle BadgeText = new(8.5) { Colour = StyleSheet.Ink, LineSpacing = 1.35, SpaceAfter = 0 };

    public static readonly StyleSheet Styles = StyleSheet.Default with
    {
        Body = StyleSheet.Default.Body with { Size = 9, LineSpacing = 1.42 },
        Heading1 = Title,
        Heading2 = StyleSheet.Default.Heading2 with { Size = 13, SpaceBefore = 13, SpaceAfter = 4 },
        Heading3 = StyleSheet.Default.Heading3 with { Size = 10, SpaceBefore = 9, SpaceAfter = 2 },
        TableHeader = StyleSheet.Default.TableHeader with { Size = 7.5 },
        TableCell = StyleSheet.Default.TableCell with { Size = 8 },
    };

    public static TextStyle TitleFor(string text) => text.Length > 90 ? LongTitle : Title;
}
