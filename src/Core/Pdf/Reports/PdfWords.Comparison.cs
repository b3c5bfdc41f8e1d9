using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Pdf.Reports;

/// <content>The comparison with other counties.</content>
internal static partial class PdfWords
{
    public static string Compared(ReportLevel level, ComparedFigure figure) => $"{LevelName(level)}: {figure.Name}";

    public static string ComparisonSummary(ComparedFigure figure) => $"Vergleich der Jahre: {figure.Name}";
}
