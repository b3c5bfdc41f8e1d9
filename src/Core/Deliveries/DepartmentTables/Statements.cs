using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>
/// What is said in words beside a table of values that its columns leave open: „Werte kumuliert“ where no column says so,
/// „Planwerte“ over values that are read as Ist.
/// </summary>
internal sealed class Statements(RowSource rows, Header header, Metadata metadata, FindingList findings)
{
    private readonly List<Statement> said = [.. metadata.Statements, .. InHeader(header)];
    private readonly HashSet<string> reported = [];
    private bool beginsInJanuary;
    private bool isCumulativeOpen;
    private bool isScenarioOpen;

    /// <summary>Takes a value of the current row, and the remark beside it.</summary>
    /// <param name="figure">What it is a value of.</param>
    /// <param name="period">Its period.</param>
    /// <param name="saysNothing">Whether nothing says if it is cumulative, and it was taken as one of its period alone.</param>
    /// <param name="isDefault">Whether nothing says its Art, and it was taken as Ist.</param>
    /// <param name="remark">The remark.</param>
    /// <param name="column">The column of the remark, from 0.</param>
    public void Take(BaseFigure figure, Period period, bool saysNothing, bool isDefault, ReadOnlySpan<char> remark, int column)
    {
        beginsInJanuary |= BeginsInJanuary(period);
        var isOpen = saysNothing && IsOpen(figure, period);
        isCumulativeOpen |= isOpen;
        isScenarioOpen |= isDefault;
        if (remark.IsEmpty || !(isOpen || isDefault)
            || Statement.InRemark(remark, new CellPlace(rows.Line, column)) is not { } statement)
            return;
        Report(statement, isOpen, isDefault);
    }

    /// <summary>Whether it makes a difference if a value is cumulative.</summary>
    public static bool IsOpen(BaseFigure figure, Period period) =>
        figure.RollUp == RollUpRule.Sum && !BeginsInJanuary(period);

    private static bool BeginsInJanuary(Period period) => period is { Kind: PeriodKind.Year } or { Number: 1 };

    /// <summary>Takes the current row as a note.</summary>
    public void TakeNote()
    {
        for (var column = 0; column < rows.Count; column++)
            Take(Blanks.Trim(rows.Cell(column)), new CellPlace(rows.Line, column));
    }

    /// <summary>Takes a text that stands beside the table.</summary>
    public void Take(ReadOnlySpan<char> text, CellPlace place)
    {
        if (Statement.In(text, place) is { } statement)
            said.Add(statement);
        if (Statement.OfTime(text, place) is { } time)
            said.Add(time);
    }

    /// <summary>All that was said beside the table.</summary>
    public IReadOnlyList<Statement> Said => said;

    /// <summary>What the name of the file says that the columns leave open, in German; null where it says nothing.</summary>
    public string? WhatContradicts(string name) => Statement.In(name, default) switch
    {
        { IsCumulative: true } when isCumulativeOpen => "kumulierte Werte",
        { Scenario: { } scenario } when isScenarioOpen => scenario.GermanName(),
        _ => null,
    };

    /// <summary>Says what was left open by the columns, but not by the words.</summary>
    public void Report()
    {
        foreach (var statement in said)
            Report(statement, isCumulativeOpen, isScenarioOpen);
    }

    private static IEnumerable<Statement> InHeader(Header header) => header.Cells.OfType<HeaderCell.Unknown>()
        .Select(cell => Statement.In(cell.Text, new CellPlace(header.Line, cell.Index))).OfType<Statement>();

    private void Report(Statement statement, bool isCumulativeOpen, bool isScenarioOpen)
    {
        var isCumulative = (statement.IsCumulative || (statement.IsSinceJanuary && !beginsInJanuary)) && isCumulativeOpen;
        if (!(isCumulative || (statement.Scenario is not null && isScenarioOpen)) || !reported.Add(statement.Text))
            return;
        if (isCumulative)
            findings.Add(DeliveryFindings.CumulativeInWords(statement.Place, statement.Text));
        if (statement.Scenario is { } scenario && isScenarioOpen)
            findings.Add(DeliveryFindings.ScenarioInWords(statement.Place, statement.Text, scenario.GermanName()));
    }
}
