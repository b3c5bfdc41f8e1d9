using System.Security.Cryptography;
using Produktreport.Core.Reports.Changes;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Reports;

/// <summary>
/// Decides whether a report is a new version. A report that was published stays as it was: only what it shows, or its state,
/// makes a new file.
/// </summary>
public static class ReportVersions
{
    /// <summary>
    /// What to store for a report assembled anew: <paramref name="former"/> itself (nothing to do) where it shows the same in the
    /// same state; the same version in the new state, with what changed since the last release, where only the state differs:
    /// it was released, or its release withdrawn; otherwise the next version with its changes.
    /// </summary>
    /// <param name="former">The last version; null where there is none.</param>
    /// <param name="assembled">The report as it stands now, whatever its version.</param>
    /// <param name="released">The last version released before; null where there is none.</param>
    /// <param name="causes">The deliveries behind the report; asked for where something changed.</param>
    public static ProductReport Next(
        ProductReport? former, ProductReport assembled, ProductReport? released = null, Func<ChangeCauses>? causes = null) =>
        former switch
        {
            null => assembled with { Version = 1, Changes = null },
            _ when ReportFingerprint.Of(former) != ReportFingerprint.Of(assembled) => assembled with
            {
                Version = former.Version + 1,
                Changes = ReportChanges.Between(former, assembled, causes?.Invoke() ?? ChangeCauses.Unknown),
            },
            _ when former.State == assembled.State => former,
            _ => Since(released, assembled with { Version = former.Version }, causes?.Invoke() ?? ChangeCauses.Unknown),
        };

    /// <inheritdoc cref="Next(ProductReport?, ProductReport, ProductReport?, Func{ChangeCauses}?)"/>
    public static CombinedReport Next(CombinedReport? former, CombinedReport assembled, CombinedReport? released = null) =>
        former switch
        {
            null => assembled with { Version = 1, Changes = null },
            _ when ReportFingerprint.Of(former) != ReportFingerprint.Of(assembled) =>
                assembled with { Version = former.Version + 1, Changes = ReportChanges.Between(former, assembled) },
            _ when former.State == assembled.State => former,
            _ => Since(released, assembled with { Version = former.Version }),
        };

    /// <summary>
    /// A version as its readers get it: freigegeben, with what changed since the last version they got. Drafts between are none
    /// of their business.
    /// </summary>
    /// <param name="report">The version that is released.</param>
    /// <param name="before">The last version released before; null where there is none.</param>
    /// <param name="causes">The deliveries behind the report.</param>
    public static ProductReport Released(ProductReport report, ProductReport? before, ChangeCauses causes) =>
        Since(before, report with { State = ReportState.Released }, causes);

    /// <inheritdoc cref="Released(ProductReport, ProductReport?, ChangeCauses)"/>
    public static CombinedReport Released(CombinedReport report, CombinedReport? before) =>
        Since(before, report with { State = ReportState.Released });

    private static ProductReport Since(ProductReport? before, ProductReport report, ChangeCauses causes) =>
        report with { Changes = before is null ? null : ReportChanges.Between(before, report, causes) };

    private static CombinedReport Since(CombinedReport? before, CombinedReport report) =>
        report with { Changes = before is null ? null : ReportChanges.Between(before, report) };
}

/// <summary>
/// What a report shows, as one short text: SHA-256 over its JSON without version, date, state and changes, 64 lower-case hex
/// digits. Two reports with the same fingerprint say the same.
/// </summary>
public static class ReportFingerprint
{
    /// <summary>The fingerprint of a product report.</summary>
    public static string Of(ProductReport report) =>
        Hash(ReportJson.Write(report with { Version = 1, AsOf = default, State = default, Changes = null }));

    /// <summary>The fingerprint of a combined report; it covers the versions of the product reports in it.</summary>
    public static string Of(CombinedReport report) =>
        Hash(ReportJson.Write(report with { Version = 1, AsOf = default, State = default, Changes = null }));

    private static string Hash(byte[] json) => Convert.ToHexStringLower(SHA256.HashData(json));
}
