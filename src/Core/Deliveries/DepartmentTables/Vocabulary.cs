using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>What header cells can mean: what a row is about, periods, and all figures of all catalogues.</summary>
internal sealed partial class Vocabulary
{
    private static readonly Dictionary<string, RowDimension> FieldNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Produkt"] = RowDimension.Product,
        ["Produktnummer"] = RowDimension.Product,
        ["Produkt-Nr."] = RowDimension.Product,
        ["Produkt-Nr"] = RowDimension.Product,
        ["Produktkennziffer"] = RowDimension.Product,
        ["Produkt Nr."] = RowDimension.Product,
        ["Leistung"] = RowDimension.Service,
        ["Leistungsnummer"] = RowDimension.Service,
        ["Leistungs-Nr."] = RowDimension.Service,
        ["Leistungs-Nr"] = RowDimension.Service,
        ["Grundzahl"] = RowDimension.Figure,
        ["Periode"] = RowDimension.Period,
        ["Zeitraum"] = RowDimension.Period,
        ["Berichtszeitraum"] = RowDimension.Period,
        ["Berichtsperiode"] = RowDimension.Period,
        ["Jahr"] = RowDimension.Year,
        ["Haushaltsjahr"] = RowDimension.Year,
        ["Berichtsjahr"] = RowDimension.Year,
        ["Kalenderjahr"] = RowDimension.Year,
        ["Geschäftsjahr"] = RowDimension.Year,
        ["Wirtschaftsjahr"] = RowDimension.Year,
        ["Rechnungsjahr"] = RowDimension.Year,
        ["HHJ"] = RowDimension.Year,
        ["HH-Jahr"] = RowDimension.Year,
        ["Halbjahr"] = RowDimension.HalfYear,
        ["Quartal"] = RowDimension.Quarter,
        ["Berichtsquartal"] = RowDimension.Quarter,
        ["Quartal/Jahr"] = RowDimension.Quarter,
        ["Jahr/Quartal"] = RowDimension.Quarter,
        ["Quartal und Jahr"] = RowDimension.Quarter,
        ["Monat"] = RowDimension.Month,
        ["Monat/Jahr"] = RowDimension.Month,
        ["Jahr/Monat"] = RowDimension.Month,
        ["Monat und Jahr"] = RowDimension.Month,
        ["Berichtsmonat"] = RowDimension.Month,
        ["Art"] = RowDimension.Scenario,
        ["Szenario"] = RowDimension.Scenario,
        ["Wertart"] = RowDimension.Scenario,
        ["Werttyp"] = RowDimension.Scenario,
        ["Datenart"] = RowDimension.Scenario,
        ["Plan/Ist"] = RowDimension.Scenario,
        ["Ist/Plan"] = RowDimension.Scenario,
        ["Soll/Ist"] = RowDimension.Scenario,
        ["Bemerkung"] = RowDimension.Remark,
        ["Bemerkungen"] = RowDimension.Remark,
        ["Erläuterung"] = RowDimension.Remark,
        ["Erläuterungen"] = RowDimension.Remark,
        ["Korrekturgrund"] = RowDimension.Reason,
        ["Korrekturhinweis"] = RowDimension.Reason,
        ["Korrekturbemerkung"] = RowDimension.Reason,
        ["Grund der Korrektur"] = RowDimension.Reason,
        ["Grund für Korrektur"] = RowDimension.Reason,
        ["Grund für die Korrektur"] = RowDimension.Reason,
        ["Berichtigungsgrund"] = RowDimension.Reason,
        ["Grund der Berichtigung"] = RowDimension.Reason,
        ["Änderungsgrund"] = RowDimension.Reason,
        ["Änderungshinweis"] = RowDimension.Reason,
        ["Grund der Änderung"] = RowDimension.Reason,
        ["kumuliert"] = RowDimension.Cumulative,
        ["kumuliert?"] = RowDimension.Cumulative,
        ["kum."] = RowDimension.Cumulative,
        ["kum"] = RowDimension.Cumulative,
        ["Einheit"] = RowDimension.Unit,
        ["Einh."] = RowDimension.Unit,
        ["Maßeinheit"] = RowDimension.Unit,
        ["Mengeneinheit"] = RowDimension.Unit,
        ["ME"] = RowDimension.Unit,
        ["Währung"] = RowDimension.Unit,
        ["Währungseinheit"] = RowDimension.Unit,
        ["Währg."] = RowDimension.Unit,
        ["Hauswährung"] = RowDimension.Unit,
        ["HWähr"] = RowDimension.Unit,
    };

    /// <summary>Headers of the period where no other column says it; beside one they say of a row when it was counted.</summary>
    private static readonly HashSet<string> TimeNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Stichtag", "Zeit", "Zeitbezug", "Meldezeitraum", "Meldeperiode", "Meldequartal", "Meldemonat", "Meldejahr",
        "Abrechnungszeitraum", "Abrechnungsperiode", "Erhebungszeitraum", "Auswertungszeitraum", "Bezugszeitraum",
        "Bezugsperiode", "Betrachtungszeitraum", "Buchungsperiode", "Zeitraum (Quartal)", "Zeitraum (Monat)",
    };

    private static readonly HashSet<string> Amounts =
        new(StringComparer.OrdinalIgnoreCase) { "Wert", "Werte", "Betrag", "Beträge" };

    private static readonly HashSet<string> Informative = new(StringComparer.OrdinalIgnoreCase)
    {
        "Bezeichnung", "Produktbezeichnung", "Leistungsbezeichnung", "Grundzahlbezeichnung", "Amt", "Fachbereich",
        "Letzter Wert", "Letzte Periode", "Erwartet von", "Erwartet bis", "lfd. Nr.", "lfd. Nr", "lfd.Nr.", "lfd.-Nr.",
        "lfd. Nummer", "laufende Nummer",
    };

    private readonly HashSet<string> figures = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> units = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Learns the figures of all catalogues.</summary>
    public Vocabulary(CatalogueSet catalogues)
    {
        foreach (var catalogue in catalogues.ByYear.Values)
        {
            foreach (var figure in catalogue.Standard.BaseFigures.Concat<Figure>(catalogue.Standard.KeyFigures))
                Learn(figure);
            foreach (var figure in catalogue.Products.SelectMany(product => product.Levels).SelectMany(level => level.Figures))
                Learn(figure);
        }
    }

    /// <summary>Every word a header cell may be, for suggestions.</summary>
    public IEnumerable<string> Words => FieldNames.Keys.Append("Wert").Concat(figures);

    /// <summary>What a header cell means.</summary>
    public HeaderCell Read(int index, ReadOnlySpan<char> text)
    {
        var label = Blanks.Collapse(text);
        if (FieldNames.TryGetValue(label, out var field))
            return new HeaderCell.OfField(index, label, field);
        if (Informative.Contains(label))
            return new HeaderCell.Information(index, label);
        if (label.Length is 0 or > 300)
            return new HeaderCell.Unknown(index, label);
        return ReadLong(index, label) is HeaderCell.Unknown && label.Contains('_', StringComparison.Ordinal)
            && ReadLong(index, Blanks.Collapse(label.Replace('_', ' '))) is var spaced and not HeaderCell.Unknown
            ? spaced with { Text = label } : ReadLong(index, label);
    }

    private HeaderCell ReadLong(int index, string label)
    {
        if (ReadValues(index, label, label, "", Factor.One) is { } values)
            return values;
        var (name, unit, factor) = UnitSuffix.Split(label, units);
        if (unit.Length > 0 && ReadValues(index, label, name, unit, factor) is { } withUnit)
            return withUnit;
        return TotalLabel.IsMatch(label) ? new HeaderCell.Total(index, label)
            : DifferenceLabel.IsMatch(name) ? new HeaderCell.Derived(index, label, factor)
            : new HeaderCell.Unknown(index, label);
    }

    /// <summary>Whether a header names the period where no other column does.</summary>
    public static bool NamesTime(string header) => TimeNames.Contains(header);

    /// <summary>What a header would be without the mark of a note behind it; null where that means nothing either.</summary>
    public string? WithoutNoteMark(string label)
    {
        var bare = NoteMark().Replace(label, "");
        return bare.Length < label.Length && Read(0, bare) is not HeaderCell.Unknown ? bare : null;
    }

    [GeneratedRegex(@"\s*([*†‡¹²³⁰⁴⁵⁶⁷⁸⁹]+\)?|\s\d{1,2}\)|\(\d{1,2}\)|\[\d{1,2}\])$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NoteMark();

    /// <summary>How columns of values are headed, unless a figure has that name.</summary>
    private bool IsAmount(string name) => !figures.Contains(name) && Amounts.Contains(name);

    private HeaderCell.OfValues? ReadValues(int index, string label, string name, string unit, Factor factor)
    {
        if (IsAmount(name))
            return new HeaderCell.OfValues(index, label, null, null, null, unit, factor);
        if (ReadParts(name) is not var (figure, time, scenario))
            return null;
        var period = time is PeriodReading.Whole whole ? whole.Period : (Period?)null;
        return new HeaderCell.OfValues(index, label, figure, period, scenario, unit, factor)
        { Unsettled = period is null ? time : null };
    }

    /// <summary>
    /// Figure and period together in either order, with Art before, between or behind; at least one of the three.
    /// </summary>
    private (string? Figure, PeriodReading? Time, Scenario? Scenario)? ReadParts(string name)
    {
        if (ReadFigureAndTime(name) is var (figure, time))
            return (figure, time, null);
        if (ScenarioOf(name) is { } only)
            return (null, null, only);
        var words = name.Split(' ');
        for (var at = 0; at < words.Length && words.Length > 1; at++)
        {
            if (ScenarioOf(words[at].Trim('(', ')', ',', ':')) is not { } scenario)
                continue;
            var rest = string.Join(' ', words.Where((_, other) => other != at));
            if (IsAmount(rest))
                return (null, null, scenario);
            if (ReadFigureAndTime(rest) is var (restFigure, restTime))
                return (restFigure, restTime, scenario);
        }

        return null;
    }

    /// <summary><c>Plan</c>, <c>Planwert</c>, <c>Ist-Wert</c>.</summary>
    private static Scenario? ScenarioOf(string word) =>
        Scenarios.Parse(word.EndsWith("wert", StringComparison.OrdinalIgnoreCase) ? word.AsSpan()[..^4].TrimEnd('-') : word);

    private (string? Figure, PeriodReading? Time)? ReadFigureAndTime(string name)
    {
        if (figures.Contains(name))
            return (name, null);
        if (PeriodText.Read(name) is { } only)
            return (null, only);
        for (var split = name.IndexOf(' ', StringComparison.Ordinal); split > 0; split = name.IndexOf(' ', split + 1))
        {
            var (left, right) = (name[..split], name[(split + 1)..]);
            if ((figures.Contains(left) || IsAmount(left)) && PeriodText.Read(right.Trim('(', ')')) is { } behind)
                return (IsAmount(left) ? null : left, behind);
            if ((figures.Contains(right) || IsAmount(right)) && PeriodText.Read(left) is { } before)
                return (IsAmount(right) ? null : right, before);
        }

        return null;
    }

    private void Learn(Figure figure)
    {
        figures.Add(figure.Id.Text);
        figures.Add(Blanks.Collapse(figure.Name));
        units.Add(figure.Unit);
        units.UnionWith(MeasureUnit.NamesOf(figure.Unit));
        if (figure is BaseFigure { Synonyms: var synonyms })
            figures.UnionWith(synonyms.Select(synonym => Blanks.Collapse(synonym)));
    }
}
