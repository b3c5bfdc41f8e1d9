using Produktreport.Functions.Deliveries;
using Produktreport.Functions.Web.Audit;
using Produktreport.Functions.Work;

namespace Produktreport.Functions.Web.Deliveries;

/// <summary>
/// Takes a delivery back: its file stays, its values count no more, and the receipt says who decided so and why. Released reports
/// stay as they are.
/// </summary>
internal sealed class DeliveryWithdrawal(
    IFileStore files, IDeliveryLog log, ArrivalBook arrivals, Ingestion ingestion, AuditLog audit, TimeProvider clock)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int LongestReason = 300;

    /// <summary>
    /// Takes a delivery back. Where it breaks off, the next run of the program goes on from the note; doing it again changes
    /// nothing.
    /// </summary>
    /// <param name="visitor">Who decides.</param>
    /// <param name="upload">The path of the file below the inbox.</param>
    /// <param name="reason">Why; not blank.</param>
    /// <param name="cancellation">Stops before anything is noted.</param>
    public async Task<DeliveryWithdrawalOutcome> Run(
        Visitor visitor, string upload, string? reason, CancellationToken cancellation = default)
    {
        if (reason?.Trim() is not { Length: > 0 and <= LongestReason } why)
            return new DeliveryWithdrawalOutcome.NoReason();
        if (!Area.Inbox.TryPath(upload, out var path)
            || await files.Find(Area.Inbox, path, cancellation) is not { } file
            || await log.Find(path.Text, cancellation) is not { } judgement)
            return new DeliveryWithdrawalOutcome.NoDelivery();
        if (judgement.IsRejected || judgement.Version != file.Version)
            return new DeliveryWithdrawalOutcome.DoesNotCount();
        await audit.Append(AuditEntry.Now(clock, visitor, AuditEntry.TakenBack, path.Text, why));
        // A night that finds nothing changed would not look whether the note was carried out.
        await files.Delete(Area.Receipts, QuietNights.NotePath, CancellationToken.None);
        var decision = new WithdrawalNote(clock.GetUtcNow(), visitor.Name, why);
        return await arrivals.Decide(path, judgement.Stamp.Sha256, decision, CancellationToken.None)
            && await ingestion.Run(path, CancellationToken.None) is { } receipt
            ? new DeliveryWithdrawalOutcome.Done(receipt)
            : new DeliveryWithdrawalOutcome.DoesNotCount();
    }
}

/// <summary>What became of taking a delivery back. Closed.</summary>
internal abstract record DeliveryWithdrawalOutcome
{
    private DeliveryWithdrawalOutcome()
    {
    }

    /// <summary>It does not count any more.</summary>
    /// <param name="Receipt">What its receipt says now.</param>
    public sealed record Done(Receipt Receipt) : DeliveryWithdrawalOutcome;

    /// <summary>No reason was given, or one that is too long.</summary>
    public sealed record NoReason : DeliveryWithdrawalOutcome;

    /// <summary>There is no such delivery.</summary>
    public sealed record NoDelivery : DeliveryWithdrawalOutcome;

    /// <summary>It was rejected, or is being read just now.</summary>
    public sealed record DoesNotCount : DeliveryWithdrawalOutcome;
}
