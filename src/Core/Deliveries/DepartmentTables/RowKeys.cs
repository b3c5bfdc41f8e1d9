using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.German;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>
/// Finds what the field cells of the current row mean; each faulty cell is reported once a row, however many values stand in it.
/// </summary>
internal sealed class RowKeys(DeliveryContext context, RowSource rows, Header header, Metadata metadata, AreaRows areas)
{
    /// <summary>Above the numbers of all texts: names that stand in the header are told apart by their columns.</summary>
    private const int HeaderNames = short.MaxValue + 1;

    private readonly int product = header.Find(RowDimension.Product);
    private readonly int service = header.Find(RowDimension.Service);
    private readonly int figure = header.Find(RowDimension.Figure);
    private readonly int period = header.Find(RowDimension.Period);
    private readonly int scenario = header.Find(RowDimension.Scenario);
    private readonly int cumulative = header.Find(RowDimension.Cumulative);
    private readonly PeriodParts parts = new(rows, header.Find(RowDimension.Year), header.Find(RowDimension.Month),
        header.Find(RowDimension.Quarter), header.Find(RowDimension.HalfYear));
    private readonly ProductGroups groups = new(rows, header, context.Findings);
    private readonly TextMemo<Period> periods = new(rows, header.Find(RowDimension.Period));
    private readonly TextMemo<Scenario> scenarios = new(rows, header.Find(RowDimension.Scenario));
    private readonly KeyMemo<FigureKey> figures = new(12);
    private readonly KeysMemo<FigureOfYear> ofRows = new(rows);
    private readonly HashSet<int> reported = [];
    private readonly HashSet<(int Line, int Column)> asked = [];
    private readonly HashSet<(int Column, Scenario Said)> contradicting = [];
    private readonly HashSet<(string Text, Period Period)> completed = [];
    private readonly KeyTest? isNumber =
        header.Cells.FirstOrDefault(cell => cell is not HeaderCell.OfValues)
            is HeaderCell.OfField { Field: RowDimension.Product, Index: var first }
            ? new KeyTest(rows, first, text => text is [var digit, ..] && char.IsAsciiDigit(digit)
                && !IsSubtotalLabel(text) && !areas.IsArea(text))
            : null;

    private readonly KeyTest isSubtotal = new(rows, header.Find(RowDimension.Product), IsSubtotalLabel);
    private readonly KeyTest isArea = new(rows, header.Find(RowDimension.Product), areas.IsArea);
    private readonly BareMonths bareMonths = new(context.Findings);
    private CatalogueIndex? index;
    private bool isDeclarationReported;

    /// <summary>The columns that name the figure of a row, from 0: product, Leistung and Grundzahl.</summary>
    public static IEnumerable<int> NamingFigures(Header header) =>
        new[] { RowDimension.Product, RowDimension.Service, RowDimension.Figure }.Select(header.Find)
            .Where(column => column >= 0);

    /// <summary>The product column, from 0.</summary>
    public int ProductColumn => product;

    /// <summary>The trimmed text of the product cell.</summary>
    public ReadOnlySpan<char> Product => Text(product);

    /// <summary>Whether the row names neither service nor figure nor period.</summary>
    public bool IsUnnamed => IsServiceOpen && Text(figure).IsEmpty && NamesNoPeriod;

    /// <summary>Whether neither the row nor its columns say the Art of a value column.</summary>
    public bool IsScenarioOpen(HeaderCell.OfValues column) => column.Scenario is null && NumberOf(scenario) == 0;

    /// <summary>Whether neither the row nor its columns say the period of a value column.</summary>
    public bool IsPeriodOpen(HeaderCell.OfValues column) => column is { Period: null, Unsettled: null } && NamesNoPeriod;

    /// <summary>Whether the row names no service.</summary>
    public bool IsServiceOpen => Text(service).IsEmpty;

    /// <summary>
    /// Whether the first field is the product, and its cell begins with a digit, but is no <c>11 Ergebnis</c> of Excel, and no
    /// area's.
    /// </summary>
    public bool BeginsWithNumber => isNumber?.IsMatch() == true;

    /// <summary>Begins a row.</summary>
    public void Begin()
    {
        reported.Clear();
        groups.Begin(NumberOf(product));
    }

    /// <summary>The text of the figure's cell; empty where there is none.</summary>
    public ReadOnlySpan<char> Figure => Text(figure);

    /// <summary>Whether the product's cell has the label of a total: <c>11 Ergebnis</c>, or <c>Ergebnis</c> alone.</summary>
    public bool IsSubtotal => isSubtotal.IsMatch();

    /// <summary>Whether the product's cell has the number of an area above products.</summary>
    public bool IsArea => isArea.IsMatch();

    private static bool IsSubtotalLabel(ReadOnlySpan<char> text) =>
        TotalLabel.IsTotal(text) || text.Equals("Ergebnis", StringComparison.OrdinalIgnoreCase);

    /// <summary>Ends the group of rows below one product.</summary>
    public void EndGroup() => groups.End();

    /// <summary>Adds what is to be said once all rows are read.</summary>
    public void Report()
    {
        groups.Report();
        foreach (var column in header.Values)
        {
            if (column.Period is { } own)
                bareMonths.Look(own, column.Text, new CellPlace(header.Line, column.Index));
        }

        bareMonths.Report();
    }

    /// <summary>The period of a value column in this row; null when a finding says why there is none.</summary>
    public Period? PeriodOf(HeaderCell.OfValues column) =>
        column is { Period: null, Unsettled: null } && periods.OfRow() is { } known ? known : FindPeriod(column);

    private Period? FindPeriod(HeaderCell.OfValues column)
    {
        if (column.Period is { } own)
            return own.Kind == PeriodKind.Year && HasParts ? OfParts(column) : own;
        if (column.Unsettled is PeriodReading.Day day)
            return AtDay(day, column, new CellPlace(header.Line, column.Index), column.Text);
        if (HasParts)
            return OfParts(column);
        var text = Text(period);
        if (text.IsEmpty)
            return metadata.Period ?? Report<Period?>(period, place => DeliveryFindings.MissingKey(place, "Periode"));
        if (parts.Any)
            return BesideParts(text.ToString());
        if (!PeriodText.TryParse(text, out var parsed))
            return UnsettledPeriod(text.ToString(), column);
        bareMonths.Look(parsed, text, new CellPlace(rows.Line, period));
        return periods.Keep(parsed);
    }

    private bool NamesNoPeriod => Text(period).IsEmpty && (!parts.Any || parts.AreEmpty);

    /// <summary>Whether the row says its period in several columns, and not in one.</summary>
    private bool HasParts => parts.Any && Text(period).IsEmpty;

    private Period? BesideParts(string text)
    {
        var (found, why) = parts.ReadBeside(PeriodText.Read(text), new CellPlace(rows.Line, period), text);
        if (why is not null && reported.Add(period))
            context.Findings.Add(why);
        return found;
    }

    private Period? OfParts(HeaderCell.OfValues column)
    {
        var (found, why) = parts.Read(metadata.Year?.Year, column.Period,
            column.Unsettled is PeriodReading.WithoutYear part ? (part, column.Index) : null);
        if (found is null && why is null && metadata.Period is { } declared)
            return declared;
        if (found is null && reported.Add(period))
            context.Findings.Add(why ?? DeliveryFindings.MissingKey(new CellPlace(rows.Line), "Periode"));
        return found;
    }

    /// <summary>The Art of a value column in this row, Ist where nothing says; null when a finding says what is wrong.</summary>
    /// <param name="column">The value column.</param>
    /// <param name="isDefault">Whether nothing says the Art, so that it is Ist.</param>
    public Scenario? ScenarioOf(HeaderCell.OfValues column, out bool isDefault)
    {
        isDefault = false;
        if (column.Scenario is null && scenarios.OfRow() is { } known)
            return known;
        isDefault = metadata.Scenario is null && IsScenarioOpen(column);
        return FindScenario(column);
    }

    private Scenario? FindScenario(HeaderCell.OfValues column)
    {
        if (column.Scenario is { } own)
            return scenario < 0 || AgreesWithArt(own, column) ? own : null;
        var text = Text(scenario);
        if (text.IsEmpty)
            return metadata.Scenario ?? (metadata.UnknownScenario is null ? Scenario.Actual : NoDeclaredScenario());
        return Scenarios.Parse(text) is { } parsed ? scenarios.Keep(parsed) : NoScenario(text.ToString());
    }

    /// <summary>
    /// Whether the row's Art is that of the column. Where columns of several Arten stand beside each other, one that is among
    /// them cannot mean all: the column counts, and that is said.
    /// </summary>
    private bool AgreesWithArt(Scenario own, HeaderCell.OfValues column)
    {
        if (Scenarios.Parse(Text(scenario)) is not { } said || said == own)
            return true;
        var hasColumn = header.Values.Any(other => other.Scenario == said);
        if (contradicting.Add((column.Index, said)))
        {
            var (head, art) = (new CellPlace(header.Line, column.Index), new CellPlace(rows.Line, scenario));
            var found = Text(scenario).ToString();
            context.Findings.Add(hasColumn
                ? DeliveryFindings.ScenarioOfColumnCounts(head, column.Text, art, found)
                : DeliveryFindings.ScenarioContradicts(head, column.Text, art, found));
        }

        return hasColumn;
    }

    /// <summary>
    /// Whether the row says its values are cumulative; <c>Said</c> false where it says nothing, <c>Valid</c> false after a
    /// finding.
    /// </summary>
    public (bool Valid, bool Said, bool IsCumulative) CumulativeOf()
    {
        var text = Text(cumulative);
        return text.IsEmpty
            ? (true, metadata.IsCumulative is not null, metadata.IsCumulative == true)
            : CumulativeOf(text.ToString());
    }

    private (bool Valid, bool Said, bool IsCumulative) CumulativeOf(string text) => Metadata.SaysCumulative(text) is { } said
        ? (true, true, said)
        : (Report(cumulative, place => DeliveryFindings.UnknownCumulative(place, text), false), true, false);

    /// <summary>The base figure of a value column in this row for a year; null when a finding says why there is none.</summary>
    public FigureKey? FigureOf(HeaderCell.OfValues column, int year)
    {
        if (column.Figure is null)
            return OfRow(year);
        if (Known(HeaderNames + column.Index, column.Figure, column.Index, year) is not { } ofHeader)
            return null;
        if (NumberOf(figure) == 0)
            return ofHeader;
        return OfRow(year) is not { } ofRow ? null
            : ofHeader == ofRow ? ofHeader
            : NotOfBoth(column);
    }

    /// <summary>The figure that the row names by itself.</summary>
    private FigureKey? OfRow(int year)
    {
        if (ofRows.OfRow() is { } known)
        {
            if (known.Year == year)
                return known.Figure;
            if (known.Keys == context.IndexOf(year))
                return ofRows.Keep(known with { Year = year }).Figure;
        }

        var found = Known(NumberOf(figure), null, figure, year);
        if (found is not null && NumberOf(product) != 0)
            ofRows.Keep(new FigureOfYear(year, context.IndexOf(year), found));
        return found;
    }

    /// <summary>The figure that the header names, or the row where that does not, as far as it was met before.</summary>
    /// <param name="name">A number for the name, the same for the same name.</param>
    /// <param name="ofHeader">The name in the header; null for the one in the row.</param>
    /// <param name="at">The column of the name, from 0.</param>
    /// <param name="year">The year.</param>
    private FigureKey? Known(int name, string? ofHeader, int at, int year)
    {
        var ofProduct = NumberOf(product);
        // The rows of a group ask each for itself: only then is it known which of them were filled in.
        var key = ofProduct == 0 ? 0 : KeyMemo<FigureKey>.KeyOf(name, NumberOf(service), year, ofProduct);
        if (figures.TryGet(key, out var known))
            return known;
        if (FindFigure(ofHeader, at, year) is not { } found)
            return null;
        return key == 0 ? found : figures.Keep(key, found);
    }

    /// <summary>„Ergebnis 2025“, which means the Ist, in a row of Erträge is asked about.</summary>
    private FigureKey? NotOfBoth(HeaderCell.OfValues column) => Report<FigureKey?>(figure, place =>
        DeliveryFindings.FiguresContradict(
            place, Text(figure).ToString(), new CellPlace(header.Line, column.Index), column.Text));

    private FigureKey? FindFigure(string? ofHeader, int at, int year)
    {
        index = context.IndexOf(year);
        if (LevelOf(index, year) is not { } level)
            return null;
        var name = ofHeader is null ? Text(figure) : ofHeader;
        if (name.IsEmpty)
            return Report<FigureKey?>(at, place => DeliveryFindings.MissingKey(place, "Grundzahl"));
        if (level.Find(name) is { Figure: BaseFigure of } key && (!level.HasRivals || level.RivalOf(name.ToString()) is null))
        {
            bareMonths.Expect(of.Frequency);
            return key;
        }

        return NoFigure(at, name.ToString(), level);
    }

    private LevelKeys? LevelOf(CatalogueIndex keys, int year)
    {
        var number = Text(product);
        if (number.IsEmpty)
            number = groups.Fill();
        if (number.IsEmpty)
            return Report<LevelKeys?>(product, place => DeliveryFindings.MissingKey(place, "Produkt"));
        if (keys.Find(number) is not { } found)
            return NoProduct(number.ToString(), keys, year);
        if (!found.MayDeliver)
            return NotYours(found, keys);
        return found.Find(Text(service)) ?? NoService(Text(service).ToString(), found);
    }

    // The faults stand in methods of their own: what they capture would cost every row an object.
    private Period? NoPeriod(string found) =>
        Report<Period?>(period, place => PeriodFindings.WhyNoPeriod(place, found, metadata.Year?.Year));

    /// <summary><c>3. Quartal</c> by the year in a title, the last day of a month where a Stichtag is meant.</summary>
    private Period? UnsettledPeriod(string text, HeaderCell.OfValues column) => PeriodText.Read(text) switch
    {
        PeriodReading.WithoutYear part when metadata.Year is var (year, said) =>
            Complete(new CellPlace(rows.Line, period), text, part.Of(year), said),
        PeriodReading.Day { EndsMonth: true } day => AtDay(day, column, new CellPlace(rows.Line, period), text),
        _ => NoPeriod(text),
    };

    /// <summary>
    /// The period that ends on a day, for a figure that is counted on a Stichtag; other figures are asked about.
    /// </summary>
    private Period? AtDay(PeriodReading.Day day, HeaderCell.OfValues column, CellPlace place, string text)
    {
        if (FigureOf(column, day.Date.Year) is not { Figure: BaseFigure figure })
            return null;
        if (figure.RollUp == RollUpRule.PointInTime)
            return Complete(place, text, Ending(day.Date, figure.Frequency), $"Stichtag von {figure.Name}");
        if (asked.Add((place.Line, place.Column)))
            context.Findings.Add(PeriodFindings.WhyNoPeriod(place, text, day, null));
        return null;
    }

    private static Period Ending(DateOnly day, PeriodKind kind)
    {
        while (Period.Containing(day, kind).End != day)
            kind--;
        return Period.Containing(day, kind);
    }

    private Period Complete(CellPlace place, string text, Period found, string said)
    {
        if (completed.Add((text, found)))
            context.Findings.Add(DeliveryFindings.PeriodCompleted(place, text, found, said));
        return found;
    }

    private Scenario? NoScenario(string found) =>
        Report<Scenario?>(scenario, place => DeliveryFindings.UnknownScenario(place, found));

    // Reported once for the file: all its rows mean this line.
    private Scenario? NoDeclaredScenario()
    {
        if (!isDeclarationReported && metadata.UnknownScenario is var (place, text))
            context.Findings.Add(DeliveryFindings.UnknownScenario(place, text));
        isDeclarationReported = true;
        return null;
    }

    private FigureKey? NoFigure(int column, string found, LevelKeys level) =>
        Report<FigureKey?>(column, place => WhyNoFigure(place, found, level));

    private LevelKeys? NoProduct(string found, CatalogueIndex keys, int year)
    {
        if (KeyFindings.OfOtherYear(new CellPlace(rows.Line, product), found, keys, context.Catalogues) is not { } other)
            return Report<LevelKeys?>(product, place => KeyFindings.WhyNoProduct(place, found, keys, year));
        if (reported.Add(product))
            context.AddOfOneYear(other);
        return null;
    }

    private LevelKeys? NotYours(ProductKeys found, CatalogueIndex keys) =>
        keys.Department is null ? null : Report<LevelKeys?>(product, place => KeyFindings.NotYours(place, found.Product, keys));

    private LevelKeys? NoService(string wrong, ProductKeys found) =>
        Report<LevelKeys?>(service, place => DeliveryFindings.UnknownService(
            place, wrong, found.Product.Number.Text, SpellingSuggestion.For(wrong, found.ServiceNumbers)));

    private Findings.Finding WhyNoFigure(CellPlace place, string found, LevelKeys level)
    {
        if (level.Find(found) is { } key && level.RivalOf(found) is { } rival)
            return DeliveryFindings.AmbiguousFigure(place, found, [key.Figure.Id.Text, rival.Id.Text]);
        if (level.Find(found) is not null)
            return DeliveryFindings.KeyFigureDelivered(place, found);
        var others = index!.LevelsWith(found).Take(3).Select(other => other.Label).ToList();
        return others.Count > 0
            ? DeliveryFindings.FigureOfOtherLevel(place, found, level.Label, others)
            : DeliveryFindings.UnknownFigure(place, found, level.Label, SpellingSuggestion.For(found, level.FigureNames));
    }

    private int NumberOf(int column) => column < 0 ? 0 : rows.TextNumber(column);

    private ReadOnlySpan<char> Text(int column) => column < 0 ? default : TextFormula.Unwrap(Blanks.Trim(rows.Cell(column)));

    private T Report<T>(int column, Func<CellPlace, Findings.Finding> why, T missing = default!)
    {
        if (reported.Add(column))
            context.Findings.AddCostly(Findings.Severity.Error, () => why(new CellPlace(rows.Line, column)));
        return missing;
    }

    /// <summary>The figure that the same texts name in one year; in another, another catalogue may have another.</summary>
    private sealed record FigureOfYear(int Year, CatalogueIndex Keys, FigureKey Figure);
}
