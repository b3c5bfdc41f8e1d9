using Produktreport.Functions.Comparisons;
using Produktreport.Functions.Deliveries;

namespace Produktreport.Functions.Standalone;

/// <summary>Takes what lies in <c>eingang/</c> and <c>vergleich/</c>, and tells of each new receipt.</summary>
internal sealed class Intake(
    Ingestion ingestion,
    UnnamableUploads unnamable,
    MissingDeliveries missing,
    ComparisonIntake comparisons,
    GrowingFiles growing,
    ConsoleProgress progress)
{
    /// <summary>New uploads, in the order of arrival: each file is judged by what was known before it.</summary>
    public async Task<List<Receipt>> Uploads(RunFaults faults, CancellationToken cancellation)
    {
        var unfinished = await growing.Wait(cancellation);
        foreach (var file in unfinished)
            faults.Add($"{file}: wird noch geschrieben und beim nächsten Durchgang gelesen");
        var judged = await ingestion.RunOutdated(
            _ => { },
            (path, failure) => faults.Keeps(failure, path.Text),
            unfinished,
            cancellation);
        var receipts = judged.Values.OfType<Receipt>().ToList();
        receipts.ForEach(progress.Received);
        foreach (var stamp in missing.List())
            faults.Add($"{stamp.File}: {MissingDeliveries.Fault}");
        return [.. receipts, .. Told(await unnamable.Run(cancellation))];
    }

    /// <summary>New files of others' figures.</summary>
    public async Task<List<Receipt>> Comparisons(CancellationToken cancellation) =>
        Told(await comparisons.Run(cancellation));

    private List<Receipt> Told(IReadOnlyList<(Receipt Receipt, bool IsNew)> answers)
    {
        foreach (var (receipt, _) in answers.Where(answer => answer.IsNew))
            progress.Received(receipt);
        return [.. answers.Select(answer => answer.Receipt)];
    }
}
