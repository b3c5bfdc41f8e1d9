using Produktreport.Functions.Web.Audit;

namespace Produktreport.Functions.Web.Reports;

/// <summary>Releases and withdraws, with a line in the audit log.</summary>
internal sealed class ReleaseDesk(ReleaseReport release, AuditLog audit, TimeProvider clock)
{
    /// <summary>Releases a report as a visitor, or proposes to.</summary>
    public async Task<ReleaseOutcome> Release(
        Visitor visitor, ReportJob job, int version, string? note, CancellationToken cancellation)
    {
        var outcome = await release.Record(job, version, visitor.Name, note, cancellation);
        if (outcome is not null and not ReleaseOutcome.Proposed)
            return outcome;
        var action = outcome is null ? AuditEntry.Released : AuditEntry.Proposed;
        // Before the report is made, which can fail: it is released from here on.
        await Log(visitor, action, job, version, note is null ? "" : $", Vermerk: {note}");
        return outcome ?? await release.Finish(job, version);
    }

    /// <summary>Withdraws a release as a visitor.</summary>
    public async Task<WithdrawalOutcome> Withdraw(
        Visitor visitor, ReportJob job, int version, string reason, CancellationToken cancellation)
    {
        var outcome = await release.Withdraw(job, version, visitor.Name, reason, cancellation);
        if (outcome is WithdrawalOutcome.Withdrawn)
        {
            await Log(visitor, AuditEntry.Withdrawn, job, version, $", Grund: {reason}");
            await release.Render(job);
        }

        return outcome;
    }

    private Task Log(Visitor visitor, string action, ReportJob job, int version, string note) =>
        audit.Append(AuditEntry.Now(clock, visitor, action, job.Stem, $"Version {version}{note}"));
}

/// <summary>What people note with a release or its withdrawal.</summary>
internal static class ReleaseNote
{
    /// <summary>Characters it has at most.</summary>
    public const int Longest = 500;

    /// <summary>Whether a text can be noted, and as what; nothing but blanks is null.</summary>
    public static bool TryParse(string? text, out string? note)
    {
        // One line: it is shown in tables and in the log.
        note = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (note.Length == 0)
            note = null;
        return note is null || (note.Length <= Longest && !note.Any(char.IsControl));
    }
}
