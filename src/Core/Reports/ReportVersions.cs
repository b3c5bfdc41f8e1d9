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
    /// What to store for a report assembled anew. Where it shows the same in the same state, that is <paramref name="former"/>
    /// itself, and there is nothing to do. Where only the state differs, as it was released or its release withdrawn, that is
    /// the same version in the new state, with what changed since the last release. Otherwise it is the next version with its
    /// changes.
    /// </summary>
    /// <param name="former">The last version; null where there is none.</param>
    /// <param name="assembled">The report as it stands now, whatever its version.</param>
    /// <param name="released">The last version released before; null where there is none.</param>
    /// <param name="causes">The deliveries behind the report; asked for where something changed.</param>
    public static T Next<T>(T? former, T assembled, T? released = null, Func<ChangeCauses>? causes = null)
        where T : Report => former switch
        {
            null => assembled with { Version = 1, Changes = null },
            _ when ReportFingerprint.Of(former) != ReportFingerprint.Of(assembled) =>
                Since(former, assembled with { Version = former.Version + 1 }, causes?.Invoke()),
            _ when former.State == assembled.State => former,
            _ => Since(released, assembled with { Version = former.Version }, causes?.Invoke()),
        };

    /// <summary>
    /// A version as its readers get it: freigegeben, with what changed since the last version they got. Drafts between are none
    /// of their business.
    /// </summary>
    /// <param name="report">The version that is released.</param>
    /// <param name="before">The last version released before; null where there is none.</param>
    /// <param name="causes">The deliveries behind the report; null where nothing is known of them.</param>
    public static T Released<T>(T report, T? before, ChangeCauses? causes = null)
        where T : Report => Since(before, report with { State = ReportState.Released }, causes);

    private static T Since<T>(T? before, T report, ChangeCauses? causes)
        where T : Report => report with { Changes = before is null ? null : ReportChanges.Between(before, report, causes) };
}

/// <summary>
/// What a report shows, as one short text: SHA-256 over its JSON without version, date, state and changes, 64 lower-case hex
/// digits. Two reports with the same fingerprint say the same.
/// </summary>
public static class ReportFingerprint
{
    /// <summary>The fingerprint of a report; that of a combined one covers the versions of the product reports in it.</summary>
    public static string Of(Report report) => Convert.ToHexStringLower(SHA256.HashData(
        ReportJson.Write(report with { Version = 1, AsOf = default, State = default, Changes = null })));
}
