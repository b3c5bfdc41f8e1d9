using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>
/// What the current row says in words: the Bemerkung, which explains its amounts, and the Korrekturgrund, which says why they are
/// others than before. A Bemerkung that is evidently a reason is taken as one, and that is said.
/// </summary>
internal sealed class RowRemarks(RowSource rows, Header header, FindingList findings)
{
    private readonly int comments = header.Find(RowDimension.Remark);
    private readonly int reasons = header.Find(RowDimension.Reason);
    private readonly HashSet<string> said = new(StringComparer.Ordinal);
    private readonly LineSet withoutValue = new();
    private RemarkParts parts;
    private int line;

    /// <summary>The column of the Bemerkung, from 0; −1 without one.</summary>
    public int Column => comments;

    /// <summary>The Bemerkung as it stands in its cell.</summary>
    public ReadOnlySpan<char> Raw => comments < 0 ? default : Words(comments);

    /// <summary>What explains the row's amounts, in its Bemerkung; empty where nothing does.</summary>
    public ReadOnlySpan<char> ExplanationIn(ReadOnlySpan<char> remark) => remark.IsEmpty ? default : remark[Parts.Explanation];

    /// <summary>Why they are others than before, in the column for it or in its Bemerkung; empty where nothing is said.</summary>
    public ReadOnlySpan<char> ReasonBeside(ReadOnlySpan<char> remark) =>
        Written is { IsEmpty: false } written ? written : remark.IsEmpty ? default : remark[Parts.Reason];

    /// <summary>The row has no value that what it says in words could be about.</summary>
    public void TakeWithoutValue()
    {
        if (!Raw.IsEmpty || !Written.IsEmpty)
            withoutValue.Add(rows.Line);
    }

    /// <summary>Adds what concerns all rows.</summary>
    public void Report()
    {
        if (withoutValue.Count > 0)
            findings.Add(DeliveryFindings.RemarkWithoutValue(withoutValue.First, withoutValue.ToString()));
    }

    private ReadOnlySpan<char> Written => reasons < 0 ? default : Words(reasons);

    private ReadOnlySpan<char> Words(int column) => TextFormula.Unescape(Blanks.Trim(rows.Cell(column)));

    private RemarkParts Parts
    {
        get
        {
            if (line != rows.Line)
                (line, parts) = (rows.Line, Read());
            return parts;
        }
    }

    /// <summary>Who fills in the column for it means by the Bemerkung what it says.</summary>
    private RemarkParts Read()
    {
        var read = Written.IsEmpty ? RemarkText.Read(Raw) : new RemarkParts(0..Raw.Length, default);
        if (!read.HasReason && !read.MayBeReason)
            return read;
        var text = Raw.ToString();
        if (!said.Add(text))
            return read;
        var place = new CellPlace(rows.Line, comments);
        findings.Add(read.HasReason
            ? DeliveryFindings.RemarkIsReason(place, text, text[read.Reason])
            : DeliveryFindings.RemarkMayBeReason(place, text));
        return read;
    }
}
