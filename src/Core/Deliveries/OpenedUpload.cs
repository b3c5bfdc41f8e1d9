using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Decoding;
using Produktreport.Core.Deliveries.Profiles;
using Produktreport.Core.Deliveries.Tables;
using Produktreport.Core.Deliveries.Xlsx;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Deliveries;

/// <summary>An upload as rows from its beginning: the one place that decides its kind, encoding, separator and sheet.</summary>
/// <param name="Rows">The rows; null where <paramref name="Fault"/> says why there are none.</param>
/// <param name="Profile">The import profile that applies; null for a department's table.</param>
/// <param name="Vocabulary">What header cells can mean.</param>
/// <param name="Fault">Why no row can be read.</param>
internal sealed record OpenedUpload(RowSource? Rows, ImportProfile? Profile, Vocabulary Vocabulary, Finding? Fault) : IDisposable
{
    /// <summary>Opens what <paramref name="bytes"/> hold from their current position on. Warnings go to the context's findings.</summary>
    public static OpenedUpload Of(DeliveryContext context, Stream bytes)
    {
        var position = bytes.Position;
        var vocabulary = new Vocabulary(context.Catalogues);
        if (FileKinds.WhyNotReadable(bytes) is { } notReadable)
            return new OpenedUpload(null, null, vocabulary, notReadable);
        var profile = ProfileChoice.For(context);
        var (rows, fault) = FileKinds.IsArchive(bytes)
            ? XlsxUpload.Open(bytes, profile?.Sheet, context.Limits)
            : RowsOfText(context, bytes, position, profile, vocabulary);
        return new OpenedUpload(rows, profile, vocabulary, fault);
    }

    /// <inheritdoc/>
    public void Dispose() => Rows?.Dispose();

    private static (RowSource? Rows, Finding? Fault) RowsOfText(
        DeliveryContext context, Stream bytes, long position, ImportProfile? profile, Vocabulary vocabulary)
    {
        var (encoding, fault) = EncodingDetection.Detect(bytes, position, profile?.EncodingKind(), context.Limits);
        if (fault is not null)
            return (null, fault);
        var (rows, noRows) = HeaderSearch.BestRows(new TextUpload(bytes, position, encoding, context.Limits), profile?.Separator, candidate => profile is null
            ? Header.Score(candidate, vocabulary, context.Limits)
            : ProfileChoice.Score(candidate, profile, context.Limits));
        return noRows is null ? (rows, null) : (null, noRows);
    }
}
