using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>
/// Lines between the rows of a table that speak of the rows below them: „Periode: 2026-Q2“, „Plan“, „Leistung 11111“. They are
/// not read. Where rows below leave open just what the line says, the sender is asked.
/// </summary>
internal sealed class SectionLines(DeliveryContext context, RowSource rows)
{
    private (CellPlace Place, string Text, RowDimension Says)? open;
    private HashSet<string>? services;

    /// <summary>Whether there is a line whose rows are still to be looked at.</summary>
    public bool IsOpen => open is not null;

    /// <summary>Takes the current row, which holds no values; false where it is no such line.</summary>
    public bool TakeNote()
    {
        if (SaysOf() is not { } says)
            return false;
        open = (new CellPlace(rows.Line), FirstText(), says);
        return true;
    }

    /// <summary>The current row has a value, and leaves something open.</summary>
    public void TakeOpen(RowDimension what)
    {
        if (open is not var (place, text, says) || says != what)
            return;
        context.Findings.Add(DeliveryFindings.SectionLine(place, text, says.GermanName()));
        open = null;
    }

    private RowDimension? SaysOf()
    {
        var declared = new Metadata();
        declared.Take(rows, new FindingList());
        var text = FirstText().TrimEnd(':');
        if (declared.Scenario is not null || declared.UnknownScenario is not null || Scenarios.Parse(text) is not null
            || Statement.In(text, new CellPlace(rows.Line))?.Scenario is not null)
            return RowDimension.Scenario;
        if (declared.Period is not null || declared.HasFaultyPeriod || PeriodText.TryParse(text, out _))
            return RowDimension.Period;
        services ??= [.. context.Catalogues.ByYear.Values.SelectMany(catalogue => catalogue.Products)
            .SelectMany(product => product.Services).Select(service => service.Number.Text)];
        return text.Split(' ', ':', ',').Any(services.Contains) ? RowDimension.Service : null;
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
