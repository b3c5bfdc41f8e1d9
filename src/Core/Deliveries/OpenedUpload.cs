using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.DepartmentTables;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Ledgers;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries;

/// <summary>An upload whose sheets can be read, and how they are to be.</summary>
/// <param name="Tables">Its sheets; null where <paramref name="Fault"/> says why there are none.</param>
/// <param name="Profile">The import profile that applies; null for a department's table.</param>
/// <param name="Vocabulary">What header cells can mean.</param>
/// <param name="Fault">Why no row can be read.</param>
internal sealed record OpenedUpload(OpenedTables? Tables, ImportProfile? Profile, Vocabulary Vocabulary, Finding? Fault)
    : IDisposable
{
    /// <summary>
    /// Opens what <paramref name="bytes"/> hold from their current position on. Warnings go to the context's findings.
    /// </summary>
    public static OpenedUpload Of(DeliveryContext context, Stream bytes)
    {
        var vocabulary = new Vocabulary(context.Catalogues);
        if (FileKind.WhyNoTable(bytes) is { } noTable)
            return new OpenedUpload(null, null, vocabulary, noTable);
        var profile = ProfileChoice.For(context);
        var (tables, fault) = TableFile.Open(bytes, ProfileChoice.HintsOf(profile), Score, context.Limits);
        return new OpenedUpload(tables, profile, vocabulary, fault);

        int Score(RowSource candidate) => profile is null
            ? Header.Score(candidate, vocabulary, context.Limits)
            : ProfileChoice.Score(candidate, profile, context.Limits);
    }

    /// <summary>The sheet as findings and values name it; null where the file has only one that people see.</summary>
    public string? NameOf(TableSheet sheet) => Tables!.Sheets.Count(each => !each.IsHidden) > 1 ? sheet.Name : null;

    /// <summary>The names of the sheets that people see; none for a text.</summary>
    public IReadOnlyList<string> SheetNames =>
        [.. Tables!.Sheets.Where(sheet => !sheet.IsHidden).Select(sheet => sheet.Name).OfType<string>()];

    /// <inheritdoc/>
    public void Dispose() => Tables?.Dispose();
}
