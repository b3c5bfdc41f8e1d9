using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Messages;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>Whether a header says all that is needed, and nothing twice.</summary>
internal sealed class HeaderChecks(Header header, Metadata metadata, FindingList findings)
{
    /// <summary>Adds what is wrong with the header.</summary>
    public void Run()
    {
        CheckDuplicates();
        if (header.Find(RowDimension.Product) < 0)
            Missing("Produkt", "");
        if (header.Values.IsEmpty)
            Missing("Wert", " (oder je Periode oder je Grundzahl eine Spalte)");
        if (header.Values.Any(column => column.Figure is null) && header.Find(RowDimension.Figure) < 0)
            Missing("Grundzahl", "");
        if (header.Values.Any(column => column.Period is null) && header.Find(RowDimension.Period) < 0 && metadata.Period is null)
            Missing("Periode", "");
    }

    private void Missing(string column, string instead) => findings.Add(DeliveryFindings.MissingColumn(header.Line, column, instead));

    private void CheckDuplicates()
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var cell in header.Cells)
        {
            if (Meaning(cell) is { } meaning && !seen.TryAdd(meaning, cell.Index))
            {
                findings.Add(DeliveryFindings.DuplicateColumn(
                    new CellPlace(header.Line, seen[meaning]), new CellPlace(header.Line, cell.Index), cell.Text));
            }
        }
    }

    private static string? Meaning(HeaderCell cell) => cell switch
    {
        HeaderCell.OfField { Field: var field } => field.GermanName(),
        HeaderCell.OfValues values => $"{values.Figure}|{values.Period}|{values.Scenario}",
        _ => null,
    };
}
