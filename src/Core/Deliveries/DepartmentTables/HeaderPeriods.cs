using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>
/// Completes headers that are no periods yet: <c>Q1</c> by the year above it or in a title, a first day among months as that
/// month. What nothing completes is asked about, column by column.
/// </summary>
internal sealed class HeaderPeriods(Header header, Metadata metadata, FindingList findings)
{
    /// <summary>Days are months where other columns name months and no other kind of period.</summary>
    private readonly bool daysAreMonths = header.Values.Any(column => column.Period is not null)
        && header.Values.All(column => column.Period is null or { Kind: PeriodKind.Month }
            && column.Unsettled is null or PeriodReading.Day { Date.Day: 1 });

    /// <summary>The header with whole periods; last days of months are left to the rows, where a Stichtag may be meant.</summary>
    public Header Settled() => new(header.Line, [.. header.Cells.Select(Settle)]) { Group = header.Group };

    private HeaderCell Settle(HeaderCell cell)
    {
        if (cell is not HeaderCell.OfValues { Unsettled: { } time } column)
            return cell;
        var place = new CellPlace(header.Line, column.Index);
        return time switch
        {
            // Each row says it.
            PeriodReading.WithoutYear when header.Find(RowDimension.Year) >= 0 => column,
            PeriodReading.WithoutYear part when metadata.YearOf(column.Index) is var (year, said) =>
                Complete(column, place, part.Of(year), said),
            PeriodReading.Day { Date: var day } when daysAreMonths =>
                Complete(column, place, Period.Containing(day, PeriodKind.Month), OtherMonth()),
            PeriodReading.Day { EndsMonth: true } => column,
            _ => Ask(column, place),
        };
    }

    private string OtherMonth() => header.Values.First(column => column.Period is not null).Text;

    private HeaderCell.OfValues Complete(HeaderCell.OfValues column, CellPlace place, Period period, string said)
    {
        findings.Add(DeliveryFindings.PeriodCompleted(place, column.Text, period, said));
        return column with { Period = period, Unsettled = null };
    }

    private HeaderCell.OfValues Ask(HeaderCell.OfValues column, CellPlace place)
    {
        findings.Add(PeriodFindings.WhyNoPeriod(place, column.Text, column.Unsettled, metadata.Year?.Year));
        return column;
    }
}
