namespace Produktreport.Core.Reports;

/// <summary>
/// Decides whether a report is a new version. A report that was published stays as it was: only what it shows, or its state, makes
/// a new file.
/// </summary>
public static class ReportVersions
{
    /// <summary>
    /// What to store for a report assembled anew: <paramref name="former"/> itself (nothing to do) where it shows the same in the
    /// same state; the same version in the new state where only the state differs; otherwise the next version with its changes.
    /// </summary>
    /// <param name="former">The last version; null where there is none.</param>
    /// <param name="assembled">The report as it stands now, whatever its version.</param>
    public static ProductReport Next(ProductReport? former, ProductReport assembled) => former switch
    {
        null => assembled with { Version = 1, Changes = null },
        _ when ReportFingerprint.Of(former) != ReportFingerprint.Of(assembled) =>
            assembled with { Version = former.Version + 1, Changes = ReportChanges.Between(former, assembled) },
        _ when former.State == assembled.State => former,
        _ => assembled with { Version = former.Version, Changes = former.Changes },
    };

    /// <inheritdoc cref="Next(ProductReport?, ProductReport)"/>
    public static CombinedReport Next(CombinedReport? former, CombinedReport assembled) => former switch
    {
        null => assembled with { Version = 1, Changes = null },
        _ when ReportFingerprint.Of(former) != ReportFingerprint.Of(assembled) =>
            assembled with { Version = former.Version + 1, Changes = ReportChanges.Between(former, assembled) },
        _ when former.State == assembled.State => former,
        _ => assembled with { Version = former.Version, Changes = former.Changes },
    };
}
