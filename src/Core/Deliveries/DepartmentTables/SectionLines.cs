using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>
/// Lines between the rows of a table that speak of the rows below them: „Periode: 2026-Q2“, „Plan“, „Leistung 11111“, „Vorjahr“.
/// They are not read. Where rows below leave open just what the line says, or say otherwise, the sender is asked.
/// </summary>
internal sealed class SectionLines(DeliveryContext context, RowSource rows)
{
    private readonly List<(int Direction, Period Period, Finding Why)> otherYears = [];
    private Line? open;
    private HashSet<string>? services;

    /// <summary>Whether there is a line whose rows are still to be looked at.</summary>
    public bool IsOpen => open is not null;

    /// <summary>Takes the current row, which holds no values; false where it is no such line.</summary>
    public bool TakeNote()
    {
        if (Read() is not { } line)
            return false;
        open = line;
        return true;
    }

    /// <summary>A text beside a value says that it is of another year or period than others.</summary>
    public void TakeBeside(int direction, Period period, Finding why) => otherYears.Add((direction, period, why));

    /// <summary>The current row has a value, and leaves something open.</summary>
    public void TakeOpen(RowDimension what)
    {
        if (open is not { } line || line.Says != what)
            return;
        context.Findings.Add(Lacks(line, what));
        open = null;
    }

    /// <summary>The current row has a value; only the first below a line is held against it.</summary>
    /// <param name="own">Its period.</param>
    /// <param name="period">The same; null where the row does not say it.</param>
    /// <param name="scenario">Its Art; null where the row does not say it.</param>
    public void TakeSaid(Period own, Period? period, Scenario? scenario)
    {
        if (open is not { } line)
            return;
        if (line.Direction != 0)
        {
            otherYears.Add((line.Direction, own, period is null ? Lacks(line, RowDimension.Period) : Contradicts(line)));
            open = null;
        }
        else if (!line.IsHeld && !line.Allows(period, scenario))
        {
            context.Findings.Add(Contradicts(line));
            open = null;
        }
        else
        {
            open = line with { IsHeld = true };
        }
    }

    /// <summary>Asks about lines that speak of another year above rows that have the same one as the others.</summary>
    /// <param name="values">All values.</param>
    /// <param name="first">The first of those of the table.</param>
    public void Report(ValueTable values, int first)
    {
        foreach (var (direction, period, why) in otherYears)
        {
            var isOther = false;
            for (var index = first; index < values.Count && !isOther; index++)
                isOther = OtherYear.Fits(direction, period, values.At(index).Period);
            if (!isOther)
                context.Findings.Add(why);
        }
    }

    private static Finding Lacks(Line line, RowDimension what) =>
        DeliveryFindings.SectionLine(line.Place, line.Text, what.GermanName());

    private Finding Contradicts(Line line) =>
        DeliveryFindings.SectionLineContradicts(line.Place, line.Text, new CellPlace(rows.Line));

    private Line? Read()
    {
        var declared = new Metadata();
        declared.Take(rows, new FindingList());
        var text = FirstText();
        var bare = text.TrimEnd(':');
        // A row of which only the value is missing says its own period or Art.
        var isAlone = declared.Period is not null || declared.Scenario is not null || FilledCells == 1;
        var line = new Line(new CellPlace(rows.Line), text, RowDimension.Period) { IsHeld = !isAlone };
        if (FilledCells <= 2 && OtherYear.DirectionIn(bare) is var direction and not 0)
            return line with { Direction = direction };
        var scenario = declared.Scenario ?? Scenarios.Parse(bare) ?? Statement.In(bare, line.Place)?.Scenario;
        if (scenario is not null || declared.UnknownScenario is not null)
            return line with { Says = RowDimension.Scenario, Scenario = scenario };
        var period = declared.Period ?? (PeriodText.TryParse(bare, out var parsed) ? parsed : null);
        if (period is not null || declared.HasFaultyPeriod)
            return line with { Period = period };
        services ??= [.. context.Catalogues.ByYear.Values.SelectMany(catalogue => catalogue.Products)
            .SelectMany(product => product.Services).Select(service => service.Number.Text)];
        return bare.Split(' ', ':', ',').Any(services.Contains) ? line with { Says = RowDimension.Service } : null;
    }

    /// <summary>A line between the rows.</summary>
    /// <param name="Place">Where it stands.</param>
    /// <param name="Text">Its text.</param>
    /// <param name="Says">What it speaks of.</param>
    private sealed record Line(CellPlace Place, string Text, RowDimension Says)
    {
        /// <summary>The period it names; null where it names none that is known.</summary>
        public Period? Period { get; init; }

        /// <summary>The Art it names; null where it names none that is known.</summary>
        public Scenario? Scenario { get; init; }

        /// <summary>Where it speaks of another year or period than that of other values, which; else 0.</summary>
        public int Direction { get; init; }

        /// <summary>Whether the first row below was held against it, or need not be.</summary>
        public bool IsHeld { get; init; }

        /// <summary>Whether a row that says this period and Art, null where it does not, may stand below it.</summary>
        public bool Allows(Period? period, Scenario? scenario) => Says == RowDimension.Scenario
            ? Scenario is null || (scenario ?? Scenario) == Scenario
            : (Period, period) is not ({ } own, { } other) || own.Contains(other) || other.Contains(own);
    }

    private int FilledCells
    {
        get
        {
            var count = 0;
            for (var column = 0; column < rows.Count; column++)
                count += Blanks.Trim(rows.Cell(column)).IsEmpty ? 0 : 1;
            return count;
        }
    }

    private string FirstText()
    {
        for (var column = 0; column < rows.Count; column++)
        {
            if (Blanks.Collapse(rows.Cell(column)) is { Length: > 0 } text)
                return text;
        }

        return "";
    }
}
