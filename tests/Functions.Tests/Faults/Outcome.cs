using System.Security.Cryptography;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Produktreport.Core.Figures;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Tests.Hosting;
using Produktreport.Functions.Work;

namespace Produktreport.Functions.Tests.Faults;

/// <summary>
/// What a county's account holds in the end: every file the program wrote, byte for byte, and every figure with its provenance.
/// </summary>
internal static class Outcome
{
    private const string Values = "Werte";
    private const int ContentNumber = 8;

    private static readonly Area[] Written = [Area.Receipts, Area.Reports, Area.PublishedCatalogue];

    public static async Task<SortedDictionary<string, string>> Of(TestCounty county, CancellationToken cancellation)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var area in Written)
        {
            // The versions a night noted are another account's others.
            foreach (var (path, bytes) in (await county.FilesOf(area, cancellation))
                .Where(file => file.Key != QuietNights.NotePath.Text))
                found[$"{area}/{path}"] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        }

        using var figures = new TableFigureStore(county.Account);
        var all = await figures.LoadAll(cancellation);
        foreach (var value in all.Products.SelectMany(product => all.Of(product)))
            found[$"Werte/{ValueKey.Of(value)}"] = value.ToString();
        foreach (var (key, value) in await Rows(county, cancellation))
            found[$"Zeilen/{key}"] = value;
        foreach (var content in await figures.Contents(cancellation))
            found[$"Lieferungen/{content.Stamp.File}"] = $"{content.Stamp} {content.Fingerprint}";
        Assert.Empty(await figures.Unfinished(cancellation));
        using var log = new TableDeliveryLog(county.Account);
        foreach (var judgement in await log.List(cancellation))
            found[$"Urteile/{judgement.Stamp.File}"] = judgement.ToString();
        return found;
    }

    // Every row of the tables, with every field. Only what tells of attempts is left out: the number of a content, which counts
    // how often one was begun, in its field and at the end of the keys of its values (docs/decisions/0032).
    private static async Task<Dictionary<string, string>> Rows(TestCounty county, CancellationToken cancellation)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in (string[])[Values, DeliveryTable.Name])
        {
            await foreach (var row in county.Account.Tables.GetTableClient(table)
                .QueryAsync<TableEntity>(cancellationToken: cancellation))
            {
                var isValue = table == Values && !FigureKeys.IsMarker(row.RowKey);
                var fields = row.Where(field => field.Key is not ("odata.etag" or "Timestamp" or "RowKey" or "Inhalt"))
                    .OrderBy(field => field.Key, StringComparer.Ordinal);
                var key = isValue ? row.RowKey[..^ContentNumber] : row.RowKey;
                found.Add($"{table}/{row.PartitionKey}/{key}", string.Join(' ', fields));
            }
        }

        return found;
    }

    /// <summary>Takes everything away that can be made from uploads and catalogue.</summary>
    public static async Task Forget(TestCounty county, CancellationToken cancellation)
    {
        using var figures = new TableFigureStore(county.Account);
        await figures.Clear(cancellation);
        using var files = new BlobFileStore(county.Account);
        foreach (var area in Written)
        {
            foreach (var path in (await county.FilesOf(area, cancellation)).Keys)
                await files.Delete(area, FilePath.Of(path), cancellation);
        }

        foreach (var queue in (string[])[IReportJobs.QueueName, IReportJobs.GivenUpQueueName])
            await new QueueClient(county.Connection, queue).ClearMessagesAsync(cancellation);
    }
}
