namespace Produktreport.Functions.Standalone;

/// <summary>What one run did.</summary>
/// <param name="Catalogue">What became of the catalogue; null where it could not be looked at, and the last one stays in
/// force.</param>
/// <param name="Receipts">The receipts of what was judged, each upload once, and of everything that cannot be read.</param>
/// <param name="Reports">What became of the reports.</param>
/// <param name="IsRejected">Whether anything in the inbox is rejected, now or by a former run.</param>
/// <param name="Faults">What could not be done, in German.</param>
internal sealed record WorkResult(
    CatalogueOutcome? Catalogue,
    IReadOnlyCollection<Receipt> Receipts,
    IReadOnlyCollection<ReportOutcome> Reports,
    bool IsRejected,
    ImmutableArray<string> Faults)
{
    /// <summary>The exit code of <c>--once</c>.</summary>
    public int ExitCode =>
        !Faults.IsEmpty ? ExitCodes.Failure
        : Catalogue is { IsValid: false } || IsRejected ? ExitCodes.InputRejected
        : Reports.Any(report => report is ReportOutcome.Failed or ReportOutcome.Waiting) ? ExitCodes.ReportFailed
        : ExitCodes.Success;
}
