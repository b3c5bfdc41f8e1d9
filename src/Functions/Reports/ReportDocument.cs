using Produktreport.Core.Pdf;
using Produktreport.Core.Reports;
using Produktreport.Core.Reports.Changes;

namespace Produktreport.Functions.Reports;

/// <summary>A report ready to be stored: of one product, or combined. Closed.</summary>
/// <param name="Logo">The county's Wappen on it; null where there is none.</param>
internal abstract record ReportDocument(Logo? Logo)
{
    /// <summary>The version, from 1.</summary>
    public abstract int Version { get; }

    /// <summary>Entwurf or freigegeben.</summary>
    public abstract ReportState State { get; }

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
    /// This report as the successor of what is stored: the stored one itself where it shows the same, else the next version with
    /// its changes.
    /// </summary>
    /// <param name="former">The stored JSON; null where there is none.</param>
    /// <param name="releases">What was released: decides the state.</param>
    /// <param name="released">The JSON of the last version released before; null where there is none.</param>
    /// <param name="source">What the report was made of: names the deliveries that changed it.</param>
    public abstract ReportDocument After(byte[]? former, ReleaseHistory releases, byte[]? released, ReportSource source);

    /// <summary>This version as freigegeben, with what changed since the one released before.</summary>
    /// <param name="before">The JSON of that one; null where there is none.</param>
    public abstract ReportDocument AsReleased(byte[]? before);

    /// <summary>This version as the public reads it: with what changed since the last one published.</summary>
    /// <param name="published">The JSON of that one; null where there is none.</param>
    /// <param name="source">What the report was made of.</param>
    public abstract ReportDocument Since(byte[]? published, ReportSource source);

    /// <summary>Writes the PDF.</summary>
    protected abstract void WritePdf(Stream target);

    /// <summary>A Produktbericht, with the county's Wappen where there is one.</summary>
    public sealed record OfProduct(ProductReport Report, Logo? Logo) : ReportDocument(Logo)
    {
        public override int Version => Report.Version;

        public override ReportState State => Report.State;

        public override byte[] Json() => ReportJson.Write(Report);

        protected override void WritePdf(Stream target) => ProductReportPdf.Write(Report, Logo, target);

        public override ReportDocument After(byte[]? former, ReleaseHistory releases, byte[]? released, ReportSource source)
        {
            var stored = Read(former);
            var state = releases.StateOf(stored?.Version ?? 1, ReportFingerprint.Of(Report));
            return this with
            {
                Report = ReportVersions.Next(stored, Report with { State = state }, Read(released),
                    () => source.CausesOf(Report)),
            };
        }

        public override ReportDocument AsReleased(byte[]? before) =>
            this with { Report = ReportVersions.Released(Report, Read(before), ChangeCauses.Unknown) };

        public override ReportDocument Since(byte[]? published, ReportSource source) =>
            this with { Report = PublicReports.Since(Read(published), Report, source.CausesOf(Report)) };

        private static ProductReport? Read(byte[]? json) => json is null ? null : ReportJson.ReadProduct(json);
    }

    /// <summary>
    /// A Gesamtbericht with the product reports that follow its summary, and the county's Wappen where there is one.
    /// </summary>
    public sealed record OfCounty(CombinedReport Report, ImmutableArray<ProductReport> Products, Logo? Logo)
        : ReportDocument(Logo)
    {
        public override int Version => Report.Version;

        public override ReportState State => Report.State;

        public override byte[] Json() => ReportJson.Write(Report);

        protected override void WritePdf(Stream target) => CombinedReportPdf.Write(Report, Products, Logo, target);

        public override ReportDocument After(byte[]? former, ReleaseHistory releases, byte[]? released, ReportSource source)
        {
            var stored = Read(former);
            var state = releases.StateOf(stored?.Version ?? 1, ReportFingerprint.Of(Report));
            return this with { Report = ReportVersions.Next(stored, Report with { State = state }, Read(released)) };
        }

        public override ReportDocument AsReleased(byte[]? before) =>
            this with { Report = ReportVersions.Released(Report, Read(before)) };

        public override ReportDocument Since(byte[]? published, ReportSource source) =>
            this with { Report = PublicReports.Since(Read(published), Report) };

        private static CombinedReport? Read(byte[]? json) => json is null ? null : ReportJson.ReadCombined(json);
    }
}
