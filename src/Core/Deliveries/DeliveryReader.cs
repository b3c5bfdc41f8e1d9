using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Figures;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries;

/// <summary>
/// Reads what a department sent. All that can be read is read, and nothing is misread. Every fault is reported at once. The
/// file is taken whole or not at all.
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
        return upload.Tables is not null ? new SheetReader(context, upload).Read() : Refuse(context, upload.Fault!);
    }

    private static ReadDelivery Refuse(DeliveryContext context, Finding fault)
    {
        context.Findings.Add(fault);
        return new ReadDelivery(context);
    }
}
