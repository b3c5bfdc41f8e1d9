using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.Web.Reports;

/// <summary>The version of a report that a visitor sees.</summary>
/// <param name="Summary">What it says about itself.</param>
/// <param name="Stem">Its files without their ending: <c>2026-Q3/1111</c>, <c>2026-Q3/1111.v2</c> or
/// <c>2026-Q3/1111.v2.oeffentlich</c>.</param>
public sealed record VisibleReport(ReportSummary Summary, string Stem)
{
    /// <summary>What the stem of a public edition ends in.</summary>
    public const string PublicEnding = ".oeffentlich";

    /// <summary>Whether it is what the public reads.</summary>
    public bool IsPublic => Stem.EndsWith(PublicEnding, StringComparison.Ordinal);

    /// <summary>Whether it is a draft, whose download the audit log records.</summary>
    public bool IsDraft => Summary.State == ReportState.Draft;

    /// <summary>The path of one of its files.</summary>
    /// <param name="ending"><c>.pdf</c> or <c>.json</c>.</param>
    public FilePath File(string ending) => FilePath.Of(Stem + ending);

    /// <summary>
    /// A name under which people find a downloaded file again: <c>Produktbericht 1111 Büro Landrat 2026-Q3 (Entwurf).pdf</c>.
    /// </summary>
    public string DownloadName(string ending)
    {
        var title = Summary.Job.Product is { } product ? $"Produktbericht {product} {Summary.Name}" : "Gesamtbericht";
        var safe = string.Concat(
            title.Select(c => char.IsControl(c) || "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal) ? ' ' : c)).Trim();
        return $"{(safe.Length > 120 ? safe[..120].TrimEnd() : safe)} {Summary.Period}{(IsDraft ? " (Entwurf)" : "")}{ending}";
    }

    /// <summary>Whether two strings name a report, and which: a period and a product's number or <c>gesamt</c>.</summary>
    public static ReportJob? Parse(string period, string name) =>
        PeriodText.TryParse(period, out var parsed) && parsed.ToString() == period ? Parse(parsed, name) : null;

    private static ReportJob? Parse(Period period, string name) =>
        name == "gesamt" ? new ReportJob(period, Product: null)
        : Core.Catalogues.ProductNumber.TryParse(name, out var number) ? new ReportJob(period, number)
        : null;
}
