using System.Collections.Immutable;
using Produktreport.Core.Pdf.Reports;
using Produktreport.Core.Reports;

namespace Produktreport.Functions.RenderReport;

/// <summary>A report ready to be stored: of one product, or combined. Closed.</summary>
public abstract record ReportDocument
{
    private ReportDocument()
    {
    }

    /// <summary>The version, from 1.</summary>
    public abstract int Version { get; }

    /// <summary>The report as data.</summary>
    public abstract byte[] Json();

    /// <summary>The report as PDF/UA-1 and PDF/A-3a.</summary>
    public abstract void WritePdf(Stream target);

    /// <summary>
    /// This report as the successor of what is stored: the stored one itself where it shows the same, else the next version with its
    /// changes.
    /// </summary>
    /// <param name="former">The stored JSON; null where there is none.</param>
    public abstract ReportDocument After(byte[]? former);

    /// <summary>A Produktbericht.</summary>
    public sealed record OfProduct(ProductReport Report) : ReportDocument
    {
        /// <inheritdoc/>
        public override int Version => Report.Version;

        /// <inheritdoc/>
        public override byte[] Json() => ReportJson.Write(Report);

        /// <inheritdoc/>
        public override void WritePdf(Stream target) => ProductReportPdf.Write(Report, target);

        /// <inheritdoc/>
        public override ReportDocument After(byte[]? former) =>
            new OfProduct(ReportVersions.Next(former is null ? null : ReportJson.ReadProduct(former), Report));
    }

    /// <summary>A Gesamtbericht with the product reports that follow its summary.</summary>
    public sealed record OfCounty(CombinedReport Report, ImmutableArray<ProductReport> Products) : ReportDocument
    {
        /// <inheritdoc/>
        public override int Version => Report.Version;

        /// <inheritdoc/>
        public override byte[] Json() => ReportJson.Write(Report);

        /// <inheritdoc/>
        public override void WritePdf(Stream target) => CombinedReportPdf.Write(Report, Products, target);

        /// <inheritdoc/>
        public override ReportDocument After(byte[]? former) =>
            this with { Report = ReportVersions.Next(former is null ? null : ReportJson.ReadCombined(former), Report) };
    }
}
