using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>
/// Lines without values between the rows of an extract: the header of a second table, or the name of what the rows below are
/// (<c>Plan 2026</c>). The profile reads the rows below like those above; where the line says otherwise, that is asked about.
/// </summary>
internal sealed class LinesBetween(RowSource rows, ImportProfile profile, ProfileColumns header)
{
    private readonly List<Finding> open = [];

    /// <summary>Takes the current row, which holds no values.</summary>
    public void Take()
    {
        if (header.Line > 0 && (HeaderOf() ?? LineOf()) is { } finding)
            open.Add(finding);
    }

    /// <summary>Says what stands above rows with values; the last lines are notes.</summary>
    /// <param name="last">The last row with values.</param>
    /// <param name="findings">Where to say it.</param>
    public void Report(int last, FindingList findings) => findings.AddRange(open.Where(finding => finding.Line < last));

    /// <summary>The first column that is another one in a header below the first; null where there is none.</summary>
    private Finding? HeaderOf()
    {
        var columns = header.NumbersOf(profile).ToList();
        var isHeader = header[profile.ProductColumn] is var product and >= 0 && Is(product)
            || columns.Count(column => BudgetWords.IsAmount(Text(column)) && MoneyUnit.Of(Text(column)) == CellUnit.None) > 1;
        if (!isHeader)
            return null;
        var other = columns.Concat(header.KeysOf(profile)).Where(column => column >= 0 && Text(column).Length > 0 && !Is(column))
            .Select(column => (int?)column).FirstOrDefault();
        return other is { } found
            ? DeliveryFindings.SecondHeader(new CellPlace(rows.Line, found), Text(found), header.NameOf(found) ?? "")
            : null;
    }

    /// <summary>What a line of one cell says of rows below that is not what the profile reads; null where it does not.</summary>
    private Finding? LineOf()
    {
        var filled = Enumerable.Range(0, rows.Count).Where(column => Text(column).Length > 0).ToList();
        if (filled is not [var only])
            return null;
        var (text, place) = (Text(only).TrimEnd(':'), new CellPlace(rows.Line, only));
        var scenario = Scenarios.Parse(text) ?? Statement.In(text, place)?.Scenario;
        var isOtherArt = scenario is not null && profile.Values.All(value => value.Scenario != scenario);
        var isOtherYear = profile.PeriodColumns == PeriodColumns.None && (OtherYear.DirectionIn(text) != 0
            || (YearOf(text) is { } year && profile.Values.All(value => value.Period is { } read && read.Year != year)));
        return isOtherArt || isOtherYear ? DeliveryFindings.LineContradictsProfile(place, text) : null;
    }

    /// <summary>
    /// The only year a line names that says no more than the Art or the Haushaltsjahr; null for any other line.
    /// </summary>
    private static int? YearOf(string text) => PeriodText.TryParse(text, out var period) ? period.Year
        : HeaderMeanings.YearsIn(text) is [var year] && text.Count(char.IsWhiteSpace) < 2
            && (BudgetWords.YearsBefore(text) == 0 || BudgetWords.ScenarioOf(text) is not null) ? year
        : null;

    private bool Is(int column) => header.NameOf(column) is { } name && Text(column) is { Length: > 0 } text
        && name.EndsWith(text, StringComparison.OrdinalIgnoreCase);

    private string Text(int column) => Blanks.Collapse(rows.Cell(column));
}
