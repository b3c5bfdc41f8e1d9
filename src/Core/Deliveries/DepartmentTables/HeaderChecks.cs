using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>Whether a header says all that is needed, and nothing twice.</summary>
internal sealed class HeaderChecks(Header header, Metadata metadata, FindingList findings)
{
    private const int RowsToLookAt = 1000;
    private const string Add = "Bitte ergänzen Sie die Spalte";

    /// <summary>Adds what is wrong with the header; <paramref name="rows"/> are those below it.</summary>
    public void Run(RowSource rows, Vocabulary vocabulary)
    {
        CheckDuplicates();
        if (header.Find(RowDimension.Product) < 0)
            Missing("Produkt", Add);
        var lacksFigure = header.Values.Any(column => column.Figure is null) && header.Find(RowDimension.Figure) < 0;
        var lacksPeriod = header.Values.Any(column => column.Period is null && column.Unsettled is null)
            && header.Find(RowDimension.Period) < 0 && !HasPartsOfPeriod
            && metadata is { Period: null, HasFaultyPeriod: false };
        if ((lacksFigure || lacksPeriod) && WhyApart(rows, vocabulary) is { } apart)
        {
            findings.Add(apart);
            return;
        }

        if (lacksFigure)
            Missing("Grundzahl", Add);
        if (lacksPeriod)
            Missing("Periode", metadata.TitlePeriod is var (place, text, period)
                ? PeriodByTitle(place, text, period)
                : PeriodByLine);
        if (header.Values.IsEmpty)
            NoColumnOfValues(rows, vocabulary);
    }

    private bool HasPartsOfPeriod => header.Cells.Any(cell => cell is HeaderCell.OfField
    {
        Field: RowDimension.Year or RowDimension.HalfYear or RowDimension.Quarter or RowDimension.Month,
    });

    /// <summary>
    /// What is missing may stand in the row above, in words that mean nothing together with the header, or in the row below.
    /// </summary>
    private Finding? WhyApart(RowSource rows, Vocabulary vocabulary) =>
        header.Group is { } group ? DeliveryFindings.HeaderOfTwoLines(group.Place, group.Text, group.Below)
        : rows.Next() ? header.WhyGoesOn(rows, vocabulary)
        : null;

    private const string PeriodByLine =
        "Bitte ergänzen Sie die Spalte, oder schreiben Sie, wenn alle Werte denselben Zeitraum haben, in eine Zeile über der "
        + "Kopfzeile zum Beispiel „Periode: 2026-Q3“";

    private static string PeriodByTitle(CellPlace place, string text, Periods.Period period) =>
        $"Gilt der Zeitraum aus {CellFindings.Quote(text)} ({place}) für alle Werte, schreiben Sie bitte in eine Zeile über der "
        + $"Kopfzeile „Periode: {period}“; sonst ergänzen Sie die Spalte";

    private void Missing(string column, string advice) =>
        findings.Add(DeliveryFindings.MissingColumn(header.Line, column, advice));

    /// <summary>Names the columns of numbers whose headers mean nothing; where there are none, one is missing.</summary>
    private void NoColumnOfValues(RowSource rows, Vocabulary vocabulary)
    {
        var unknown = new UnknownColumns(header, vocabulary, findings);
        while (unknown.Any && rows.Line < header.Line + RowsToLookAt && rows.Next())
            unknown.Look(rows);
        unknown.Report();
        if (!unknown.HasNumbers)
            Missing("Wert", "Bitte ergänzen Sie die Spalte, oder je Periode oder je Grundzahl eine");
    }

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
        HeaderCell.OfValues values => $"{values.Figure}|{values.Period}|{values.Unsettled}|{values.Scenario}",
        _ => null,
    };
}
