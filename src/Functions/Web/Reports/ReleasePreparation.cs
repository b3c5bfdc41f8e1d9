using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Reports;
using Produktreport.Core.Reports.Changes;

namespace Produktreport.Functions.Web.Reports;

/// <summary>
/// Says what somebody would release: what is missing in it, what is red, and what changed since readers got a version.
/// </summary>
internal sealed class ReleasePreparation(StoredReports stored, ReportReleases releases)
{
    /// <summary>The current version of a report, looked at before its release; null where there is none.</summary>
    public async Task<ReportToRelease?> Of(ReportJob job, CancellationToken cancellation = default)
    {
        if (await stored.ReadJson(job, cancellation) is not { } json)
            return null;
        var history = await releases.TryRead(job, cancellation);
        var before = history.Latest is { } latest ? await stored.ReadVersion(job, latest.Version, cancellation) : null;
        return job.Product is null
            ? Of(ReportJson.ReadCombined(json), before is null ? null : ReportJson.ReadCombined(before), history)
            : Of(ReportJson.ReadProduct(json), before is null ? null : ReportJson.ReadProduct(before), history);
    }

    private static ReportToRelease Of(ProductReport report, ProductReport? before, ReleaseHistory history)
    {
        var fingerprint = ReportFingerprint.Of(report);
        return new ReportToRelease(
            ReportSummary.Of(report),
            [
                .. report.Rows.Where(row => row.IsMain && row.Status == Status.Red)
                    .Select(row => row.Level.Text == report.Product.Text ? row.Name : $"{row.Level} {row.Name}"),
            ],
            [.. report.Missing.Select(figure => $"{figure.Level} {figure.Name}").Distinct()],
            before is null || ReportFingerprint.Of(before) == fingerprint
                ? null
                : ReportChanges.Between(before, report, ChangeCauses.Unknown),
            history.Proposal is { } proposal && proposal.IsAbout(report.Version, fingerprint) ? proposal : null)
        {
            IsReleased = history.Covers(report.Version, fingerprint),
            ReadersHave = before?.Version,
        };
    }

    private static ReportToRelease Of(CombinedReport report, CombinedReport? before, ReleaseHistory history)
    {
        var fingerprint = ReportFingerprint.Of(report);
        return new ReportToRelease(
            ReportSummary.Of(report),
            [.. report.Reds.Select(red => $"{red.Product} {red.ProductName}: {red.Row.Name}").Distinct()],
            [
                .. report.Missing.SelectMany(delivery => delivery.Figures).Select(figure => $"{figure.Level} {figure.Name}")
                    .Distinct(),
            ],
            before is null || ReportFingerprint.Of(before) == fingerprint ? null : ReportChanges.Between(before, report),
            history.Proposal is { } proposal && proposal.IsAbout(report.Version, fingerprint) ? proposal : null)
        {
            IsReleased = history.Covers(report.Version, fingerprint),
            ReadersHave = before?.Version,
        };
    }
}

/// <summary>A report as somebody looks at it before releasing it.</summary>
/// <param name="Summary">What it says about itself.</param>
/// <param name="Red">The main figures, or products, whose light is red.</param>
/// <param name="Missing">What has no value yet, by name.</param>
/// <param name="Changes">What changed since the version that readers have; null where they have none, or nothing did.</param>
/// <param name="Proposal">Who proposed this very version; null for nobody.</param>
public sealed record ReportToRelease(
    ReportSummary Summary, ImmutableArray<string> Red, ImmutableArray<string> Missing, ChangeList? Changes,
    ReleaseProposal? Proposal)
{
    /// <summary>Whether this version is released already.</summary>
    public bool IsReleased { get; init; }

    /// <summary>The version that readers have; null for none.</summary>
    public int? ReadersHave { get; init; }

    /// <summary>How it is called on pages.</summary>
    public string Title => Summary.Job.Product is { } product ? $"{product} {Summary.Name}" : "Gesamtbericht";

    /// <summary>How a form names this version.</summary>
    public string Choice => $"{Summary.Job.Name}:{Summary.Version}";
}
