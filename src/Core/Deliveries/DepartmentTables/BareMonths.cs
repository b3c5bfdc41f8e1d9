using System.Text.RegularExpressions;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>
/// <c>3/2026</c> of a figure that is delivered by quarters: March, or the third quarter? A fifth month, a leading zero or
/// quarters that are called so tell that months are meant.
/// </summary>
internal sealed partial class BareMonths(FindingList findings)
{
    private const int Quarters = 4;
    private (CellPlace Place, string Text, Period Month)? doubtful;
    private bool areMonths;
    private bool hasQuarters;

    /// <summary>A figure is delivered as often as this.</summary>
    public void Expect(PeriodKind frequency) => hasQuarters |= frequency == PeriodKind.Quarter;

    /// <summary>Takes a period with the text that was read as one.</summary>
    public void Look(Period read, ReadOnlySpan<char> text, CellPlace place)
    {
        var isBare = read.Kind == PeriodKind.Month && Bare().IsMatch(text);
        areMonths |= read.Kind == PeriodKind.Quarter || (read.Kind == PeriodKind.Month && (!isBare || read.Number > Quarters));
        if (isBare)
            doubtful ??= (place, Blanks.Trim(text).ToString(), read);
    }

    /// <summary>Asks what is meant where nothing tells.</summary>
    public void Report()
    {
        if (doubtful is var (place, text, month) && hasQuarters && !areMonths)
            findings.Add(DeliveryFindings.MonthOrQuarter(place, text, month, Period.OfQuarter(month.Year, month.Number)));
    }

    /// <summary>One digit beside a year, perhaps behind the name of a figure.</summary>
    [GeneratedRegex(@"(^|\s)([1-9]\s?[ /.-]\s?\d{4}|\d{4}\s?[ /.-]\s?[1-9])\)?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Bare();
}
