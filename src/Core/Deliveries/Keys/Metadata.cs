using System.Collections.Immutable;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Keys;

/// <summary>
/// What lines above the header declare, as <c>Name: value</c> in one cell or in two: <c>Zahlenformat</c>, <c>Periode</c>,
/// <c>Art</c>, <c>kumuliert</c>. Other lines are titles.
/// </summary>
internal sealed class Metadata
{
    private List<(int Column, int Year)> yearsAbove = [];
    private Dictionary<int, string> yearsInTitles = [];

    /// <summary>The declared decimal mark; null where none is declared.</summary>
    public char? DecimalMark { get; private set; }

    /// <summary>The period of rows and columns that name none.</summary>
    public Period? Period { get; private set; }

    /// <summary>Whether a line declares a period that is none, which a finding says.</summary>
    public bool HasFaultyPeriod { get; private set; }

    /// <summary>The Art of rows and columns that name none.</summary>
    public Scenario? Scenario { get; private set; }

    /// <summary>Where a text declares the Art that is none, and the text; null where none does.</summary>
    public (CellPlace Place, string Text)? UnknownScenario { get; private set; }

    /// <summary>Whether a line says that values are cumulative, or not; null where none does.</summary>
    public bool? IsCumulative { get; private set; }

    /// <summary>What titles and the name of the sheet say of all values.</summary>
    public ImmutableArray<Statement> Statements { get; private set; } = [];

    /// <summary>The unit of money that a line declares for all amounts; null where none does.</summary>
    public DeclaredUnit? Unit { get; private set; }

    /// <summary>Texts that stand where nobody looks, on hidden sheets, and declare something for all sheets.</summary>
    public ImmutableArray<(CellPlace Place, string Text)> Asides { get; private set; } = [];

    /// <summary>The period where only the name of the sheet says it.</summary>
    public Period? NamedPeriod { get; private set; }

    /// <summary>The Art where only the name of the sheet says it.</summary>
    public Scenario? NamedScenario { get; private set; }

    /// <summary>What is known so far, to which the lines of one sheet are added, with these texts on hidden sheets.</summary>
    public Metadata Copy(ImmutableArray<(CellPlace Place, string Text)> hidden = default)
    {
        var copy = (Metadata)MemberwiseClone();
        (copy.yearsAbove, copy.yearsInTitles) = ([.. yearsAbove], new Dictionary<int, string>(yearsInTitles));
        if (!hidden.IsDefault)
            copy.Asides = hidden;
        return copy;
    }

    /// <summary>
    /// Takes the name of a sheet: a period, a unit (<c>Werte in T€</c>), or the one Art among its words (<c>Plan 2026</c>). What
    /// lines declare goes before.
    /// </summary>
    public void TakeName(string sheet, FindingList findings)
    {
        var withoutArt = string.Join(' ', sheet.Split(' ').Where(word => Scenarios.Parse(word.Trim('(', ')', ',')) is null));
        if (Period is null && PeriodText.TryParse(withoutArt, out var period))
            Period = NamedPeriod = period;
        if (UnitSentence.DeclaredInName(sheet) is var unit and not CellUnit.None)
            Unit ??= new DeclaredUnit(unit, new CellPlace(0) { Sheet = sheet }, sheet);
        if (Unit is { Place.Line: 0 } named && MoneyUnit.IsUnclear(named.Unit))
            findings.Add(DeliveryFindings.UnitUnclear(named.Place, named.Text));
        var words = NameWords.Of(sheet).Select(word => Scenarios.Parse(word)).OfType<Scenario>().Distinct().ToList();
        if (Scenario is null && words is [var only])
            Scenario = NamedScenario = only;
        TakeStatement(sheet, new CellPlace(0) { Sheet = sheet });
    }

    /// <summary>What was declared so far stands on this sheet.</summary>
    public void StandsOn(string? sheet)
    {
        if (Unit is { Place.Sheet: null })
            Unit = Unit with { Place = Unit.Place with { Sheet = sheet } };
        Statements = [.. Statements.Select(statement =>
            statement with { Place = statement.Place with { Sheet = statement.Place.Sheet ?? sheet } })];
    }

    /// <summary>
    /// The first title that says up to when within a year amounts are booked, and that year where it names it; null where none
    /// does.
    /// </summary>
    public (CellPlace Place, string Text, int? Year)? PartOfYear { get; private set; }

    /// <summary>The first title that speaks of a period shorter than a year; null where none does.</summary>
    public (CellPlace Place, string Text, Period Period)? TitlePeriod { get; private set; }

    /// <summary>
    /// The year of a column whose header names none, and the text that says so. That is the cell above it or to the left of
    /// that. Otherwise it is the only year in all titles. Null where nothing says one.
    /// </summary>
    public (int Year, string Text)? YearOf(int column)
    {
        var above = yearsAbove.FindLastIndex(cell => cell.Column <= column);
        return above >= 0 ? (yearsAbove[above].Year, $"{yearsAbove[above].Year}") : Year;
    }

    /// <summary>The only year in all titles, and the text that says so; null where there are several or none.</summary>
    public (int Year, string Text)? Year =>
        yearsInTitles.Count == 1 ? (yearsInTitles.Keys.First(), yearsInTitles.Values.First()) : null;

    /// <summary>Takes one line above the header; adds a finding where it declares a number format unclearly.</summary>
    public void Take(RowSource rows, FindingList findings)
    {
        if (rows.Count == 0)
            return;
        TakeUnit(DeclaredUnit.In(rows), findings);
        TakeTimes(rows);
        TakePartOfYear(rows);
        for (var column = 0; column < rows.Count; column++)
            TakeStatement(Blanks.Trim(rows.Cell(column)), new CellPlace(rows.Line, column));
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
            case "PERIODE" or "ZEITRAUM" or "BERICHTSZEITRAUM" when PeriodText.TryParse(value, out var period):
                (Period, NamedPeriod) = (period, null);
                break;
            case "PERIODE" when TitleTimes.IsStretchOfPostingPeriods(value):
                break;
            case "PERIODE" or "ZEITRAUM" or "BERICHTSZEITRAUM" when !value.IsEmpty:
                HasFaultyPeriod = true;
                findings.Add(PeriodFindings.WhyNoPeriod(new CellPlace(rows.Line), value.ToString(), Year?.Year));
                break;
            case "KUMULIERT" when SaysCumulative(value.ToString()) is { } isCumulative:
                IsCumulative = isCumulative;
                break;
            case "ART" when !value.IsEmpty && !value.Contains(" oder ", StringComparison.OrdinalIgnoreCase):
                (Scenario, NamedScenario) = (Scenarios.Parse(value), null);
                UnknownScenario = Scenario is null ? (new CellPlace(rows.Line), value.ToString()) : null;
                break;
        }
    }

    /// <summary>
    /// Cells that are a year stand above columns; other lines are titles, but for those that say when they were written.
    /// </summary>
    private void TakeTimes(RowSource rows)
    {
        if (IsYear(rows))
            yearsInTitles.TryAdd(PeriodText.Parse(Blanks.Trim(rows.Cell(1)).ToString()).Year, rows.Cell(1).ToString());
        else
            TakeTimesIn(rows);
    }

    private void TakePartOfYear(RowSource rows)
    {
        var title = Blanks.Collapse(string.Join(' ', rows.Cell(0).ToString(), rows.Count > 1 ? rows.Cell(1).ToString() : ""));
        if (PartOfYear is null && TitleTimes.PartOfYearIn(title) is (true, var year))
            PartOfYear = (new CellPlace(rows.Line), title, year);
    }

    /// <summary>The row above columns whose headers go on below it: its years count for those.</summary>
    public void TakeYears(RowSource rows)
    {
        yearsAbove.Clear();
        for (var column = 1; column < rows.Count; column++)
        {
            if (PeriodText.TryParse(Blanks.Trim(rows.Cell(column)), out var period) && period.Kind == PeriodKind.Year)
                yearsAbove.Add((column, period.Year));
        }
    }

    /// <summary>Whether the row is <c>Haushaltsjahr;2026</c>.</summary>
    private static bool IsYear(RowSource rows)
    {
        for (var column = 2; column < rows.Count; column++)
        {
            if (!Blanks.Trim(rows.Cell(column)).IsEmpty)
                return false;
        }

        var name = rows.Count < 2 ? default : Blanks.Trim(rows.Cell(0)).TrimEnd(':');
        return name.EndsWith("jahr", StringComparison.OrdinalIgnoreCase) && Blanks.Trim(rows.Cell(1)) is { Length: 4 } year
            && PeriodText.TryParse(year, out _);
    }

    private void TakeTimesIn(RowSource rows)
    {
        var isFirst = true;
        for (var column = 0; column < rows.Count; column++)
        {
            var text = Blanks.Trim(rows.Cell(column));
            if (PeriodText.TryParse(text, out var period) && period.Kind == PeriodKind.Year && column > 0)
            {
                if (isFirst)
                    yearsAbove.Clear();
                isFirst = false;
                yearsAbove.Add((column, period.Year));
            }
            else if (!text.IsEmpty)
            {
                TakeTitle(text.ToString(), new CellPlace(rows.Line, column));
            }
        }
    }

    private void TakeTitle(string title, CellPlace place)
    {
        var (year, period, _) = TitleTimes.In(title);
        if (year > 0)
            yearsInTitles.TryAdd(year, title);
        if (period is { } named)
            TitlePeriod ??= (place, title, named);
        if (Statement.OfTime(title, place) is { } statement)
            Statements = Statements.Add(statement);
    }

    /// <summary>What a cell of the column <c>kumuliert</c> says; null where it is none of the words.</summary>
    public static bool? SaysCumulative(string text) => text.ToLowerInvariant() switch
    {
        "ja" or "j" or "x" or "1" or "wahr" or "true" or "kumuliert" or "kum." or "kum" => true,
        "nein" or "n" or "0" or "falsch" or "false" or "nicht kumuliert" or "einzeln" => false,
        _ => null,
    };

    private void TakeStatement(ReadOnlySpan<char> text, CellPlace place)
    {
        if (Statement.In(text, place) is { } statement)
            Statements = Statements.Add(statement);
    }

    private void TakeUnit(DeclaredUnit? unit, FindingList findings)
    {
        if (unit is not null && (MoneyUnit.IsUnclear(unit.Unit) || (Unit is not null && unit.Unit != Unit.Unit)))
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
