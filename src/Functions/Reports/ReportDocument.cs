using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Pdf;
using Produktreport.Core.Reports;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Functions.Reports;

/// <summary>A report ready to be stored: of one product, or combined. Closed.</summary>
public abstract record ReportDocument
{
    private ReportDocument()
    {
    }

    /// <summary>The version, from 1.</summary>
    public abstract int Version { get; }

    /// <summary>Entwurf or freigegeben.</summary>
    public abstract ReportState State { get; }

    /// <summary>The county's Wappen on it; null where there is none.</summary>
    public abstract Logo? Logo { get; init; }

    /// <summary>The report as data.</summary>
    public abstract byte[] Json();

    /// <summary>The report as PDF/UA-1 and PDF/A-3a.</summary>
    public ReadOnlyMemory<byte> Pdf()
    {
        var pdf = new MemoryStream();
        WritePdf(pdf);
        return pdf.GetBuffer().AsMemory(0, (int)pdf.Length);
    }

    /// <summary>
    /// This report as the successor of what is stored: the stored one itself where it shows the same, else the next version with its
    /// changes.
    /// </summary>
    /// <param name="former">The stored JSON; null where there is none.</param>
    /// <param name="releases">What was released: decides the state.</param>
    public abstract ReportDocument After(byte[]? former, ReleaseHistory releases);

    /// <summary>This version as freigegeben.</summary>
    public abstract ReportDocument AsReleased();

    /// <summary>Writes the PDF.</summary>
    protected abstract void WritePdf(Stream target);

    /// <summary>A Produktbericht, with the county's Wappen where there is one.</summary>
    public sealed record OfProduct(ProductReport Report, Logo? Logo) : ReportDocument
    {
        /// <inheritdoc/>
        public override Logo? Logo { get; init; } = Logo;

        /// <inheritdoc/>
        public override int Version => Report.Version;

        /// <inheritdoc/>
        public override ReportState State => Report.State;

        /// <inheritdoc/>
        public override byte[] Json() => ReportJson.Write(Report);

        /// <inheritdoc/>
        protected override void WritePdf(Stream target) => ProductReportPdf.Write(Report, Logo, target);

        /// <inheritdoc/>
        public override ReportDocument After(byte[]? former, ReleaseHistory releases)
        {
            var stored = former is null ? null : ReportJson.ReadProduct(former);
            var state = releases.StateOf(stored?.Version ?? 1, ReportFingerprint.Of(Report));
            return this with { Report = ReportVersions.Next(stored, Report with { State = state }) };
        }

        /// <inheritdoc/>
        public override ReportDocument AsReleased() => this with { Report = Report with { State = ReportState.Released } };
    }

    /// <summary>A Gesamtbericht with the product reports that follow its summary, and the county's Wappen where there is one.</summary>
    public sealed record OfCounty(CombinedReport Report, ImmutableArray<ProductReport> Products, Logo? Logo) : ReportDocument
    {
        /// <inheritdoc/>
        public override Logo? Logo { get; init; } = Logo;

        /// <inheritdoc/>
        public override int Version => Report.Version;

        /// <inheritdoc/>
        public override ReportState State => Report.State;

        /// <inheritdoc/>
        public override byte[] Json() => ReportJson.Write(Report);

        /// <inheritdoc/>
        protected override void WritePdf(Stream target) => CombinedReportPdf.Write(Report, Products, Logo, target);

        /// <inheritdoc/>
        public override ReportDocument After(byte[]? former, ReleaseHistory releases)
        {
            var stored = former is null ? null : ReportJson.ReadCombined(former);
            var state = releases.StateOf(stored?.Version ?? 1, ReportFingerprint.Of(Report));
            return this with { Report = ReportVersions.Next(stored, Report with { State = state }) };
        }

        /// <inheritdoc/>
        public override ReportDocument AsReleased() => this with { Report = Report with { State = ReportState.Released } };
    }
}
