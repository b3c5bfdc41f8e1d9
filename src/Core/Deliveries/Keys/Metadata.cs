using Produktreport.Core.Deliveries.Messages;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Keys;

/// <summary>
/// What lines above the header declare, as <c>Name: value</c> in one cell or in two: <c>Zahlenformat</c>, <c>Periode</c>,
/// <c>Art</c>. Other lines are titles.
/// </summary>
internal sealed class Metadata
{
    /// <summary>The declared decimal mark; null where none is declared.</summary>
    public char? DecimalMark { get; private set; }

    /// <summary>The period of rows and columns that name none.</summary>
    public Period? Period { get; private set; }

    /// <summary>The Art of rows and columns that name none.</summary>
    public Scenario? Scenario { get; private set; }

    /// <summary>Where a text declares the Art that is none, and the text; null where none does.</summary>
    public (CellPlace Place, string Text)? UnknownScenario { get; private set; }

    /// <summary>The unit of money that a line declares for all amounts; null where none does.</summary>
    public DeclaredUnit? Unit { get; private set; }

    /// <summary>The period where only the name of the sheet says it.</summary>
    public Period? NamedPeriod { get; private set; }

    /// <summary>The Art where only the name of the sheet says it.</summary>
    public Scenario? NamedScenario { get; private set; }

    /// <summary>What is known so far, to which the lines of one sheet are added.</summary>
    public Metadata Copy() => (Metadata)MemberwiseClone();

    /// <summary>
    /// Takes the name of a sheet: a period, a unit (<c>Werte in T€</c>), or the one Art among its words (<c>Plan 2026</c>). What
    /// lines declare goes before.
    /// </summary>
    public void TakeName(string sheet)
    {
        if (Period is null && PeriodText.TryParse(sheet, out var period))
            Period = NamedPeriod = period;
        if (MoneyUnit.DeclaredIn(sheet) is var unit and not CellUnit.None)
            Unit ??= new DeclaredUnit(unit, new CellPlace(0) { Sheet = sheet }, sheet);
        var named = sheet.Split(' ', '-', '_', '/', '(', ')').Select(word => Scenarios.Parse(word)).OfType<Scenario>().Distinct().ToList();
        if (Scenario is null && named is [var only])
            Scenario = NamedScenario = only;
    }

    /// <summary>What was declared so far stands on this sheet.</summary>
    public void StandsOn(string? sheet)
    {
        if (Unit is { Place.Sheet: null })
            Unit = Unit with { Place = Unit.Place with { Sheet = sheet } };
    }

    /// <summary>Takes one line above the header; adds a finding where it declares a number format unclearly.</summary>
    public void Take(RowSource rows, FindingList findings)
    {
        if (rows.Count == 0)
            return;
        TakeUnit(DeclaredUnit.In(rows), findings);
        var first = Blanks.Trim(rows.Cell(0));
        var colon = first.IndexOf(':');
        var name = colon < 0 ? first : Blanks.Trim(first[..colon]);
        var value = colon >= 0 ? Blanks.Trim(first[(colon + 1)..]) : default;
        if (value.IsEmpty)
            value = Blanks.Trim(rows.Cell(1));
        switch (name.ToString().ToUpperInvariant())
        {
            case "ZAHLENFORMAT":
                TakeFormat(rows, value, findings);
                break;
            case "PERIODE" or "ZEITRAUM" when PeriodText.TryParse(value, out var period):
                (Period, NamedPeriod) = (period, null);
                break;
            case "ART" when !value.IsEmpty:
                (Scenario, NamedScenario) = (Scenarios.Parse(value), null);
                UnknownScenario = Scenario is null ? (new CellPlace(rows.Line), value.ToString()) : null;
                break;
        }
    }

    private void TakeUnit(DeclaredUnit? unit, FindingList findings)
    {
        if (unit is { Unit: CellUnit.Other } || (unit is not null && Unit is not null && unit.Unit != Unit.Unit))
            findings.Add(DeliveryFindings.UnitUnclear(unit.Place, unit.Text));
        Unit = unit ?? Unit;
    }

    private void TakeFormat(RowSource rows, ReadOnlySpan<char> value, FindingList findings)
    {
        DecimalMark = NumberFormat.FromSample(value) ?? NumberFormat.FromSample(SplitSample(rows));
        if (DecimalMark is null)
            findings.Add(DeliveryFindings.FormatDeclarationUnclear(new CellPlace(rows.Line), $"Zahlenformat: {value}"));
    }

    /// <summary>In a comma-separated file the sample <c>1.234,56</c> itself falls apart into two cells.</summary>
    private static string SplitSample(RowSource rows)
    {
        var text = rows.Cell(0).ToString();
        for (var column = 1; column < rows.Count && !Blanks.Trim(rows.Cell(column)).IsEmpty; column++)
            text += "," + rows.Cell(column).ToString();
        return text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..].TrimStart(',');
    }
}
