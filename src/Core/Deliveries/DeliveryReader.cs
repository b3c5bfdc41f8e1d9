using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.DepartmentTables;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Ledgers;
using Produktreport.Core.Deliveries.Messages;
using Produktreport.Core.Deliveries.Plausibility;
using Produktreport.Core.Figures;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries;

/// <summary>
/// Reads what a department sent: all that can be read is, nothing is misread, every fault is reported at once; the file is
/// taken whole or not at all.
/// </summary>
public static class DeliveryReader
{
    /// <summary>Reads an upload; its values are not held against earlier ones yet.</summary>
    /// <param name="stamp">Which upload; its path chooses the import profile, its folder is the department.</param>
    /// <param name="content">
    /// The file's bytes from the current position on. Read more than once: copied to memory where it cannot seek.
    /// </param>
    /// <param name="catalogues">The catalogues of all years.</param>
    /// <param name="limits">How much is read before the file is rejected as unreasonable.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static ReadDelivery Read(
        DeliveryStamp stamp, Stream content, CatalogueSet catalogues, ReadingLimits limits, CancellationToken ct = default)
    {
        var context = new DeliveryContext(stamp, catalogues, limits, ct);
        return catalogues.ByYear.IsEmpty ? Refuse(context, DeliveryFindings.NoCatalogue()) : ReadContent(context, content);
    }

    private static ReadDelivery ReadContent(DeliveryContext context, Stream content)
    {
        var (bytes, fault) = TableFile.Seekable(content, context.Limits);
        if (bytes is null)
            return Refuse(context, fault!);
        using var upload = OpenedUpload.Of(context, bytes);
        return upload switch
        {
            { Rows: null } => Refuse(context, upload.Fault!),
            { Profile: { } profile } => ReadProfile(context, upload.Rows, profile),
            _ => ReadTable(context, upload.Rows, upload.Vocabulary),
        };
    }

    private static ReadDelivery ReadProfile(DeliveryContext context, RowSource rows, ImportProfile profile)
    {
        var metadata = new Metadata();
        if (ProfileColumns.Find(rows, profile, metadata, context.Findings, context.Limits) is not { } header)
            return Refuse(context, rows.Fault ?? DeliveryFindings.ProfileHeaderMissing(profile.Name, profile.ProductColumn));
        header.Check(profile, context.Findings);
        if (context.Findings.HasErrors)
            return new ReadDelivery(context);
        using var blocks = rows.InBlocks(header.NumbersOf(profile), header.KeysOf(profile), context.Limits);
        var reader = new ProfileReader(context, blocks, profile, header, metadata);
        var values = reader.Read();
        SignCheck.Run(values, context.Findings);
        return new ReadDelivery(context, values, reader.Created);
    }

    private static ReadDelivery ReadTable(DeliveryContext context, RowSource rows, Vocabulary vocabulary)
    {
        var metadata = new Metadata();
        if (Header.Find(rows, vocabulary, metadata, context.Findings, context.Limits) is not { } header)
            return Refuse(context, rows.Fault ?? (rows.Line == 0 ? TableFindings.EmptyFile() : DeliveryFindings.NoHeader(rows.Line)));
        header = new HeaderPeriods(header, metadata, context.Findings).Settled();
        new HeaderChecks(header, metadata, context.Findings).Run(rows, vocabulary);
        if (context.Findings.HasErrors)
            return new ReadDelivery(context);
        using var blocks = rows.InBlocks(header.Values.Select(column => column.Index), header.Keys, context.Limits);
        var values = new TableReader(context, blocks, header, metadata, vocabulary).Read();
        return new ReadDelivery(context, values.Distinct(), []);
    }

    private static ReadDelivery Refuse(DeliveryContext context, Finding fault)
    {
        context.Findings.Add(fault);
        return new ReadDelivery(context);
    }
}
