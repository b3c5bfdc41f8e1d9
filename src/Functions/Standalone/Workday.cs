using Produktreport.Functions.Notifications;

namespace Produktreport.Functions.Standalone;

/// <summary>
/// The functions in the order in which one machine runs them: publish the catalogue, take the uploads, find the reports that are
/// due, render them, tell of it. One run at a time; what a run cannot finish, the next one finds again. A fault with one part is
/// told and kept to it.
/// </summary>
internal sealed class Workday(
    CataloguePublication publication,
    Intake intake,
    ReportMaking reportMaking,
    MessageRound messages,
    IDeliveryLog log,
    ConsoleProgress progress)
{
    private bool isFirst = true;
    private ImmutableArray<string> told = [];

    /// <summary>Works through everything that is new since the last run: the first run takes all there is.</summary>
    public async Task<WorkResult> Run(CancellationToken cancellation)
    {
        var faults = new RunFaults(progress, told);
        var catalogue = await faults.Of("Katalog", () => publication.Run(cancellation));
        if (catalogue is not null && (catalogue.IsChanged || isFirst))
            progress.Catalogue(catalogue);
        isFirst = false;
        var receipts = await faults.Of("Eingang", () => intake.Uploads(faults, cancellation)) ?? [];
        receipts.AddRange(await faults.Of("Vergleich", () => intake.Comparisons(cancellation)) ?? []);
        var reports = await faults.Of("Berichte", () => reportMaking.Run(cancellation)) ?? [];
        progress.Rendered(reports);
        progress.Sent(await faults.Of("Nachrichten", () => messages.Run(cancellation)) ?? []);
        told = faults.All;
        var isRejected = receipts.Any(receipt => receipt is { IsAccepted: false, IsWithdrawn: false })
            || (await log.List(cancellation)).Any(judgement => judgement.IsRejected);
        return new WorkResult(catalogue, receipts, reports, isRejected, told);
    }

    /// <summary>Tells what is new, and tries again what could not be sent.</summary>
    public async Task SendMessages(CancellationToken cancellation) => progress.Sent(await messages.Run(cancellation));
}
