using System.Buffers;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Messages;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>
/// What the texts of a column that a profile does not read say of its rows: that one repeats others (<c>davon Beamte</c>), or
/// that it was booked in a year for which nothing is read.
/// </summary>
internal sealed class UnreadTexts
{
    private static readonly SearchValues<string> NamesOfTimes = SearchValues.Create(
        ["datum", "buchung", "beleg", "periode", "monat", "valuta", "wertstellung", "zeitraum"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> OtherTimes = SearchValues.Create(
        ["geburt", "druck", "erstell", "änder", "fällig", "stand", "erfass", "nummer", "text", "art"],
        StringComparison.OrdinalIgnoreCase);

    private readonly RowSource rows;
    private readonly int column;
    private readonly string? name;
    private readonly ImportProfile profile;
    private readonly FindingList findings;
    private readonly HashSet<int> years;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> knownSpans;
    private readonly bool isOfTime;
    private (CellPlace Place, string Text)? part;
    private (CellPlace Place, string Text)? strange;
    private bool hasPlain;
    private bool hasRight;

    /// <summary>Watches a column.</summary>
    public UnreadTexts(RowSource rows, int column, string? name, ImportProfile profile, FindingList findings)
    {
        (this.rows, this.column, this.name, this.profile, this.findings) = (rows, column, name, profile, findings);
        knownSpans = known.GetAlternateLookup<ReadOnlySpan<char>>();
        years = [.. profile.Values.Select(value => value.Period?.Year ?? 0)];
        isOfTime = profile.PeriodColumns == PeriodColumns.None && !years.Contains(0) && name is not null
            && name.AsSpan().ContainsAny(NamesOfTimes) && !name.AsSpan().ContainsAny(OtherTimes);
    }

    /// <summary>Looks at the current row, which counts.</summary>
    public void Look()
    {
        var text = Blanks.Trim(rows.Cell(column));
        if (text.IsEmpty)
            return;
        if (isOfTime)
            LookAtTime(text);
        else if (text[0] is not ('d' or 'D'))
            hasPlain = true;
        else if (!TotalsAmongRows.IsPart(text))
            hasPlain = true;
        else
            part ??= (new CellPlace(rows.Line, column), text.ToString());
    }

    /// <summary>Adds what is wrong.</summary>
    public void Report()
    {
        if (hasPlain && part is var (place, text))
            findings.Add(DeliveryFindings.TotalAmongRows(place, text, profile.Values[0].Column));
        if (strange is not var (first, found))
            return;
        findings.Add(hasRight
            ? DeliveryFindings.OtherYearAmongRows(first, found, name!)
            : DeliveryFindings.UnreadColumnDecides(first, name!, [found]));
    }

    private void LookAtTime(ReadOnlySpan<char> text)
    {
        if (knownSpans.Contains(text))
            return;
        if (known.Count < short.MaxValue)
            knownSpans.Add(text);
        int? year = PeriodText.Read(text) switch
        {
            PeriodReading.Day day => day.Date.Year,
            PeriodReading.Whole whole => whole.Period.Year,
            _ => null,
        };
        if (year is { } said && years.Contains(said))
            hasRight = true;
        else if (year is not null)
            strange ??= (new CellPlace(rows.Line, column), text.ToString());
    }
}
