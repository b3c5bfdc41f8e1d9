using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>
/// Ist sums that are read as those of a year, where words beside them name but a part of it: „Werte Januar bis September 2026“, a
/// column „Kumuliert bis“. The sender is asked.
/// </summary>
internal sealed class WholeYears(RowSource rows, Header header, Metadata metadata, FindingList findings)
{
    private static readonly string[] UpTo =
        ["kumuliert", "kum", "bis", "per", "zum", "stand", "datenstand", "buchungsstand", "stichtag", "zeitraum",
            "auswertungszeitraum"];

    private readonly int[] ends = [.. header.Cells.OfType<HeaderCell.Unknown>().Where(cell => NamesEnd(cell.Text))
        .Select(cell => cell.Index)];

    private readonly HashSet<int> years = [];
    private readonly HashSet<string> asked = [];

    /// <summary>
    /// Takes a value of the current row of which nothing says whether it is cumulative, and the remark beside it.
    /// </summary>
    public void Take(BaseFigure figure, Period period, Scenario scenario, ReadOnlySpan<char> remark, int remarkColumn)
    {
        if (period.Kind != PeriodKind.Year || scenario != Scenario.Actual || figure.RollUp != RollUpRule.Sum)
            return;
        TakeYear(period, remark, remarkColumn);
    }

    private void TakeYear(Period period, ReadOnlySpan<char> remark, int remarkColumn)
    {
        years.Add(period.Year);
        foreach (var column in ends)
        {
            var text = Blanks.Trim(rows.Cell(column));
            if (PartOfYear.Is(PeriodText.Read(text) ?? PeriodText.Read($"{text} {period.Year}"), period.Year))
                Ask(new CellPlace(rows.Line, column), text.ToString(), period.Year);
        }

        if (!remark.IsEmpty && Statement.InRemark(remark, new CellPlace(rows.Line, remarkColumn)) is { IsCumulative: true } said)
            Hold(said.Place, said.Text, period.Year);
    }

    /// <summary>Asks where a title or note speaks of a part of a year of which values were read.</summary>
    public void Report(IReadOnlyList<Statement> said)
    {
        foreach (var year in years)
        {
            if (metadata.TitlePeriod is var (place, title, _))
                Hold(place, title, year);
            foreach (var statement in said.Where(each => each.IsCumulative || each.IsSinceJanuary || each.NamesEnd))
                Hold(statement.Place, statement.Text, year);
        }
    }

    /// <summary>Whether a header is that of the day or month up to which values count.</summary>
    public static bool NamesEnd(string header) =>
        Array.Exists(header.ToLowerInvariant().Split(' ', '-', '_', '.', ':', '('), UpTo.Contains);

    private void Hold(CellPlace place, string text, int year)
    {
        if (PartOfYear.IsNamedIn(text, year))
            Ask(place, text, year);
    }

    private void Ask(CellPlace place, string text, int year)
    {
        if (asked.Add(text))
            findings.Add(DeliveryFindings.PartOfYearInWords(place, text, year));
    }
}
