using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>Reads the rows below the header of a table that departments send: long, by period, by figure, or mixed.</summary>
internal sealed class TableReader
{
    private readonly DeliveryContext context;
    private readonly RowSource rows;
    private readonly Header header;
    private readonly Metadata metadata;
    private readonly Vocabulary vocabulary;
    private readonly RowKeys keys;
    private readonly NumberFormat format;
    private readonly CellReader cells;
    private readonly CollectedValues values;
    private readonly TotalRows totals;
    private readonly AreaRows areas;
    private readonly TotalColumns totalColumns;
    private readonly DerivedColumns derivedColumns;
    private readonly RowUnits units;
    private readonly Statements statements;
    private readonly WholeYears years;
    private readonly SectionLines sections;
    private readonly UnknownColumns unknown;
    private readonly UnreadWords unread;
    private readonly LineSet notes = new();
    private readonly RowRemarks remarks;
    private readonly int[] labelColumns;
    private readonly int first;
    private readonly bool areParted;
    private int emptyRows;

    /// <summary>Reads the rows that follow the header in <paramref name="rows"/> into <paramref name="table"/>.</summary>
    public TableReader(DeliveryContext context, RowSource rows, Header header, Metadata metadata, Vocabulary vocabulary,
        ValueTable table)
    {
        this.context = context;
        this.rows = rows;
        this.header = header;
        this.metadata = metadata;
        this.vocabulary = vocabulary;
        format = new NumberFormat(metadata.DecimalMark);
        cells = new CellReader(format, context.Findings);
        values = new CollectedValues(format, table, context.Findings);
        (first, areParted) = (table.Count, rows.IsPartedByCommas);
        areas = new AreaRows(context, format, first);
        keys = new RowKeys(context, rows, header, metadata, areas);
        totals = new TotalRows(format, first, context.Findings);
        totalColumns = new TotalColumns(header, rows, cells, context.Findings);
        derivedColumns = new DerivedColumns(header, rows, cells, context.Findings);
        units = new RowUnits(rows, header, metadata, context.Findings);
        statements = new Statements(rows, header, metadata, context.Findings);
        years = new WholeYears(rows, header, metadata, context.Findings);
        sections = new SectionLines(context, rows);
        unknown = new UnknownColumns(header, vocabulary, context.Findings);
        unread = new UnreadWords(rows, header, sections, context.Findings);
        remarks = new RowRemarks(rows, header, context.Findings);
        labelColumns = [.. header.Cells.Where(cell => cell is not (HeaderCell.OfValues or HeaderCell.Total or HeaderCell.Derived))
            .Select(cell => cell.Index)];
    }

    /// <summary>The columns in which words may stand beside values.</summary>
    public static CellWatch Watch(Header header) => new(header.Cells.Where(cell => cell is HeaderCell.Information
        or HeaderCell.Unknown or HeaderCell.OfField { Field: RowDimension.Remark or RowDimension.Reason })
        .Select(cell => cell.Index), _ => true);

    /// <summary>Reads to the end; the values count only where no finding is an error.</summary>
    public void Read()
    {
        while (rows.Next() && rows.Line <= MostRows && values.Count <= context.Limits.MaximumValues
            && emptyRows <= context.Limits.MaximumEmptyRows)
        {
            if ((rows.Line & 0xFFF) == 0)
                context.Cancellation.ThrowIfCancellationRequested();
            if (rows.Line == header.Line + 1 && header.WhyGoesOn(rows, vocabulary) is { } goesOn)
            {
                context.Findings.Add(goesOn);
                return;
            }

            if (rows.Line == header.Line + 1 && units.TakeRowOfUnits())
                notes.Add(rows.Line);
            else
                ReadRow();
        }

        Finish();
    }

    // Every row is looked at in every column of values, also a short one.
    private long MostRows => context.Limits.MaximumCells / Math.Max(1, header.Values.Length);

    private void Finish()
    {
        if (rows.Fault is { } fault)
            context.Findings.Add(fault);
        if (values.Count > context.Limits.MaximumValues)
            context.Findings.Add(DeliveryFindings.TooManyValues(context.Limits.MaximumValues));
        if (rows.Line > MostRows)
            context.Findings.Add(DeliveryFindings.TooManyCells(context.Limits.MaximumCells));
        if (emptyRows > context.Limits.MaximumEmptyRows)
            context.Findings.Add(DeliveryFindings.TooManyEmptyRows(context.Limits.MaximumEmptyRows));
        unknown.Report();
        keys.Report();
        TakeWhatStandsBeside();
        units.Report();
        sections.Report(values.Values, first);
        statements.Report();
        years.Report(statements.Said);
        remarks.Report();
        values.Settle();
        HoldAgainstTitle();
        cells.Report();
        totals.Check(values.Values);
        context.SkippedRows += areas.Check(values.Values);
        totalColumns.Check(values.Values, format.Decided);
        derivedColumns.Check(values.Values, format.Decided);
        context.SkippedRows += totals.RowCount + notes.Count;
        if (notes.Count > 0)
            context.Findings.Add(DeliveryFindings.SkippedRows(notes.ToString()));
    }

    /// <summary>The name of the file, and what stands outside the cells of the sheet, or on hidden ones.</summary>
    private void TakeWhatStandsBeside()
    {
        var name = Path.GetFileNameWithoutExtension(context.Stamp.File).Replace('_', ' ').Replace('-', ' ');
        if (units.Contradicts(name))
            context.Findings.Add(DeliveryFindings.FileNameContradicts(name, "eine andere Einheit"));
        if (statements.WhatContradicts(name) is { } what)
            context.Findings.Add(DeliveryFindings.FileNameContradicts(name, what));
        foreach (var (place, text) in rows.Asides.Concat(metadata.Asides))
        {
            units.TakeAside(text, place);
            statements.Take(text, place);
        }
    }

    /// <summary>
    /// Says where the title names a period, all values are for periods as short or shorter, and none of them lies within it.
    /// </summary>
    private void HoldAgainstTitle()
    {
        if (metadata.TitlePeriod is not var (place, title, named) || values.Count == first)
            return;
        for (var index = first; index < values.Count; index++)
        {
            if (values.Values.At(index).Period is var period && (period.Kind > named.Kind || named.Contains(period)))
                return; // nearly always the first
        }

        ref readonly var value = ref values.Values.At(first);
        context.Findings.Add(DeliveryFindings.TitleOfOtherPeriod(place, title, named, new CellPlace(value.Line), value.Period));
    }

    private void ReadRow()
    {
        if (rows.Count > header.Cells.Length || unknown.Any)
            CheckExtraCells();
        keys.Begin();
        var hasValue = false;
        var firstValue = values.Count;
        foreach (var column in header.Values)
        {
            if (!rows.PlainNumber(column.Index).IsNumber && Blanks.Trim(rows.Cell(column.Index)).IsEmpty)
            {
                CheckMerged(column);
                continue;
            }

            if (!hasValue && !keys.BeginsWithNumber && IsTotalOrNote())
            {
                keys.EndGroup();
                return;
            }

            hasValue = true;
            ReadValue(column);
        }

        if (!hasValue)
        {
            TakeRowWithoutValues();
            return;
        }

        totalColumns.Take(firstValue, values.Values, units.Last);
        derivedColumns.Take(firstValue, values.Values, units.Last);
    }

    /// <summary>A value over the cells of several columns of values is one of which nobody knows whose it is.</summary>
    private void CheckMerged(HeaderCell.OfValues column)
    {
        var origin = rows.OriginOf(column.Index);
        if (origin == column.Index || header.Cells[origin] is not HeaderCell.OfValues)
            return;
        var text = Blanks.Trim(rows.Cell(origin));
        if (!text.IsEmpty)
            context.Findings.Add(DeliveryFindings.MergedValue(new CellPlace(rows.Line, origin), text.ToString()));
    }

    private void ReadValue(HeaderCell.OfValues column)
    {
        var period = keys.PeriodOf(column);
        var scenario = keys.ScenarioOf(column, out var isDefault);
        var cumulative = keys.CumulativeOf();
        var figure = period is { } known ? keys.FigureOf(column, known.Year) : null;
        var place = new CellPlace(rows.Line, column.Index);
        var factor = column.Factor;
        var hasUnit = figure is null || units.TryFactor(column, figure, out factor);
        var isNumber = (!areParted || IsWhole(place)) & cells.TryRead(rows, column.Index, figure?.Figure, factor, out var cell);
        if (figure is null || !hasUnit || scenario is null || !cumulative.Valid || !isNumber)
            return;
        if (!HeaderUnitFits(column, figure.Figure))
            context.Findings.Add(DeliveryFindings.WrongUnit(place, column.Text, figure.Figure.Unit, figure.Figure.Name));
        else
            Add(column, figure, period!.Value, scenario.Value, isDefault, cumulative, place, cell);
    }

    /// <summary>
    /// Whether the cell has all of its number: where commas part the cells, the decimals of an unquoted <c>12,50</c> stand in the
    /// next one, and look like a remark.
    /// </summary>
    private bool IsWhole(CellPlace place)
    {
        if (place.Column + 1 >= header.Cells.Length
            || header.Cells[place.Column + 1] is not (HeaderCell.Information
                or HeaderCell.OfField { Field: RowDimension.Remark or RowDimension.Reason }))
            return true;
        var whole = Blanks.Trim(rows.Cell(place.Column));
        var decimals = Blanks.Trim(rows.Cell(place.Column + 1));
        if (decimals.Length is 0 or > 2 || decimals.ContainsAnyExceptInRange('0', '9')
            || whole.TrimStart('-').ContainsAnyExceptInRange('0', '9'))
            return true;
        context.Findings.Add(DeliveryFindings.PartedNumber(place, whole.ToString(), decimals.ToString()));
        return false;
    }

    private void Add(
        HeaderCell.OfValues column, FigureKey figure, Period period, Scenario scenario, bool isDefault,
        (bool Valid, bool Said, bool IsCumulative) cumulative,
        CellPlace place, in CellReading cell)
    {
        var isCumulative = cumulative.Said ? cumulative.IsCumulative : figure.Base!.IsCumulative;
        var hasWords = rows.SaysMore;
        var remark = hasWords ? remarks.Raw : default;
        units.Take(figure, cell);
        if (hasWords)
            units.LookBeside(figure, cell, remark, remarks.Column);
        statements.Take(figure.Base!, period, !cumulative.Said && !isCumulative, isDefault, remark,
            remarks.Column);
        if (!cumulative.Said && !isCumulative)
            years.Take(figure.Base!, period, scenario, remark, remarks.Column);
        if (hasWords)
            unread.Look(period, scenario, figure.Base!, isDefault, !cumulative.Said && !isCumulative
                && Statements.IsOpen(figure.Base!, period));
        if (sections.IsOpen)
            TakeWhatIsOpen(column, period, scenario);
        values.Expect(cell);
        var text = cell.IsRegular ? default : rows.Cell(place.Column);
        values.Values.Add(figure, period, scenario, cell.Value, isCumulative, place, text, cell.Factor.Rule,
            remarks.ExplanationIn(remark), hasWords ? remarks.ReasonBeside(remark) : default);
    }

    private void TakeWhatIsOpen(HeaderCell.OfValues column, Period period, Scenario scenario)
    {
        if (keys.IsScenarioOpen(column))
            sections.TakeOpen(RowDimension.Scenario);
        if (keys.IsPeriodOpen(column))
            sections.TakeOpen(RowDimension.Period);
        if (keys.IsServiceOpen)
            sections.TakeOpen(RowDimension.Service);
        sections.TakeSaid(period, column.Period is null && !keys.IsPeriodOpen(column) ? period : null,
            column.Scenario is null && !keys.IsScenarioOpen(column) ? scenario : null);
    }

    private static bool HeaderUnitFits(HeaderCell.OfValues column, Figure figure) =>
        column.Unit.Length == 0
        || (column.Unit == "€"
            ? CellReader.IsMoney(figure)
            : MeasureUnit.IsSame(column.Unit, figure.Unit));

    /// <summary>Takes the row as a total, a note or the header once more where it is one.</summary>
    private bool IsTotalOrNote()
    {
        if (keys.IsArea)
            return TakeArea();
        var label = Label();
        if (!label.IsEmpty && char.IsAsciiDigit(label[0]) && !keys.Product.IsEmpty && !keys.IsSubtotal)
            return false;
        if (IsHeaderOnceMore())
        {
            TakeNote();
            return true;
        }

        var isNamed = keys.IsSubtotal || TotalLabel.IsMatch(label);
        if (isNamed || (keys.Product.IsEmpty && keys.IsUnnamed && HasOnlyNumbers()))
            return TakeTotal(isNamed);
        // Notes have no product's number in the product's column, wherever that stands and however Excel protects it.
        if (label.IsEmpty || LooksLikeKey(label) || ProductNumber.TryParse(keys.Product.ToString(), out _) || AnyValueLike())
            return false;
        TakeNote();
        return true;
    }

    /// <summary>Whether all columns of values say what their headers do, as on every page of a printed list.</summary>
    private bool IsHeaderOnceMore()
    {
        foreach (var column in header.Values)
        {
            if (!Blanks.Trim(rows.Cell(column.Index)).Equals(column.Text, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    /// <summary>A label that could be a product's number, right or wrong: such a row is data.</summary>
    private static bool LooksLikeKey(ReadOnlySpan<char> label) =>
        char.IsAsciiDigit(label[0])
            || (label.Length <= 20 && label.ContainsAnyInRange('0', '9') && ProductNumber.TryParse(label.ToString(), out _));

    /// <summary>Whether a text is a product's number, perhaps in groups.</summary>
    private static bool IsNumber(ReadOnlySpan<char> text) =>
        ProductNumber.TryParse(text.ToString().Replace(" ", "", StringComparison.Ordinal), out _);

    private bool AnyValueLike()
    {
        foreach (var column in header.Values)
        {
            var text = Blanks.Trim(rows.Cell(column.Index));
            if (!text.IsEmpty && CellReader.IsValueLike(text, rows.KindOf(column.Index)))
                return true;
        }

        return false;
    }

    private bool HasOnlyNumbers()
    {
        foreach (var column in header.Values)
        {
            var text = Blanks.Trim(rows.Cell(column.Index));
            if (!text.IsEmpty && rows.KindOf(column.Index) == CellType.Text && !NumberText.TryRead(text, out _, out _))
                return false;
        }

        return true;
    }

    private bool TakeTotal(bool isNamed)
    {
        foreach (var column in header.Values)
        {
            var text = Blanks.Trim(rows.Cell(column.Index));
            var place = new CellPlace(rows.Line, column.Index);
            if (cells.TryReadTotal(text, rows.KindOf(column.Index), place, out var reading))
                totals.Add(place, rows.Cell(column.Index).ToString(), reading, units.FactorOfTotal(column), values.Count,
                    isNamed);
        }

        return true;
    }

    private bool TakeArea()
    {
        foreach (var column in header.Values)
        {
            var place = new CellPlace(rows.Line, column.Index);
            if (!cells.TryReadTotal(Blanks.Trim(rows.Cell(column.Index)), rows.KindOf(column.Index), place, out var reading))
                continue;
            var time = keys.IsPeriodOpen(column) ? metadata.Period : keys.PeriodOf(column);
            areas.Add(place, (keys.Product.ToString(), keys.ProductColumn), keys.Figure.ToString(), time,
                keys.ScenarioOf(column, out _) ?? Scenario.Actual, reading, units.FactorOfTotal(column));
        }

        return true;
    }

    /// <summary>The text of the first field cell that has one.</summary>
    private ReadOnlySpan<char> Label()
    {
        foreach (var column in labelColumns)
        {
            if (Blanks.Trim(rows.Cell(column)) is { IsEmpty: false } text)
                return text;
        }

        return default;
    }

    private void TakeRowWithoutValues()
    {
        if (keys.Product.IsEmpty)
            keys.EndGroup();
        if (rows.IsEmpty)
            emptyRows++;
        else if (keys.Product.IsEmpty || !LooksLikeKey(keys.Product) || !IsNumber(keys.Product))
            TakeNote();
        else if (!sections.TakeNote())
            remarks.TakeWithoutValue();
    }

    private void TakeNote()
    {
        notes.Add(rows.Line);
        units.TakeNote();
        if (!sections.TakeNote())
            statements.TakeNote();
    }

    private void CheckExtraCells()
    {
        unknown.Look(rows);
        for (var column = header.Cells.Length; column < rows.Count; column++)
        {
            var text = Blanks.Trim(rows.Cell(column));
            if (text.IsEmpty)
                continue;
            var found = text.ToString();
            context.Findings.Add(DeliveryFindings.RowTooWide(new CellPlace(rows.Line, column), found, header.Cells.Length));
            return;
        }
    }
}
