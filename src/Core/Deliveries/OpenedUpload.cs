using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.DepartmentTables;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Ledgers;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries;

/// <summary>An upload as rows from its beginning, and how they are to be read.</summary>
/// <param name="Rows">The rows; null where <paramref name="Fault"/> says why there are none.</param>
/// <param name="Profile">The import profile that applies; null for a department's table.</param>
/// <param name="Vocabulary">What header cells can mean.</param>
/// <param name="Fault">Why no row can be read.</param>
internal sealed record OpenedUpload(RowSource? Rows, ImportProfile? Profile, Vocabulary Vocabulary, Finding? Fault) : IDisposable
{
    /// <summary>
    /// Opens what <paramref name="bytes"/> hold from their current position on. Warnings go to the context's findings.
    /// </summary>
    public static OpenedUpload Of(DeliveryContext context, Stream bytes)
    {
        var vocabulary = new Vocabulary(context.Catalogues);
        if (TableFile.WhyNoTable(bytes) is { } noTable)
            return new OpenedUpload(null, null, vocabulary, noTable);
        var profile = ProfileChoice.For(context);
        var (rows, fault) = TableFile.Open(bytes, ProfileChoice.HintsOf(profile), Score, context.Limits);
        return new OpenedUpload(rows, profile, vocabulary, fault);

        int Score(RowSource candidate) => profile is null
            ? Header.Score(candidate, vocabulary, context.Limits)
            : ProfileChoice.Score(candidate, profile, context.Limits);
    }

    /// <inheritdoc/>
    public void Dispose() => Rows?.Dispose();
}
