using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Messages;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Figures;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>
/// Reads a file that was not made for Produktreport through its import profile. Rows are added up as they pass: memory grows
/// with the number of products, not of rows.
/// </summary>
internal sealed class ProfileReader
{
    private readonly DeliveryContext context;
    private readonly RowSource rows;
    private readonly ProfileColumns header;
    private readonly NumberFormat format;
    private readonly NumericColumns numbers;
    private readonly ProfileLayout layout;
    private readonly ProfileKeys keys;
    private readonly ProfileTotals totals;
    private readonly RowChecks checks;
    private readonly NewProducts? creation;
    private readonly LineSet notes = new();
    private readonly LineSet unmatched = new();
    private readonly ProfileUnits units;
    private DeclaredUnit? note;
    private int sums;
    private int emptyRows;
    private int skipped;

    /// <summary>Reads the rows that follow the header in <paramref name="rows"/>.</summary>
    public ProfileReader(DeliveryContext context, RowSource rows, ImportProfile profile, ProfileColumns header, Metadata metadata)
    {
        (this.context, this.rows, this.header) = (context, rows, header);
        format = NumberFormat.Of(profile.DecimalMark ?? metadata.DecimalMark, profile.ThousandsMark);
        numbers = new NumericColumns(rows, new CellReader(format, context.Findings), context.Findings);
        layout = new ProfileLayout(rows, header, profile, numbers, context.Catalogues);
        units = new ProfileUnits(profile, header, metadata, context.Findings);
        checks = new RowChecks(numbers, header, profile.Checks, format, context.Findings);
        totals = new ProfileTotals(numbers, format, context.Findings);
        creation = profile.Creation is { } columns ? new NewProducts(context, rows, columns, header) : null;
        keys = new ProfileKeys(context, rows, profile, header, layout.Slots, creation);
    }

    /// <summary>Products made from the file.</summary>
    public ImmutableArray<CreatedProduct> Created => creation?.Created ?? [];

    /// <summary>Reads to the end; the values count only where no finding is an error.</summary>
    public ValueTable Read()
    {
        while (rows.Next() && sums <= context.Limits.MaximumValues && emptyRows <= context.Limits.MaximumEmptyRows)
        {
            if ((rows.Line & 0xFFF) == 0)
                context.Cancellation.ThrowIfCancellationRequested();
            ReadRow();
        }

        Report();
        return Values();
    }

    private void ReadRow()
    {
        if (rows.Count > header.Count && TooWide())
            return;
        if (layout.TotalRow?.IsMatch() == true || (!keys.HasNumber && keys.IsTotal))
        {
            TakeTotal();
        }
        else if (!keys.HasNumber && (keys.Product.IsEmpty || !numbers.AnyValueLike()))
        {
            TakeRowWithoutKeyOrValue();
        }
        else if (IsIgnored())
        {
            if (!numbers.ReadIgnored())
                return;
            totals.AddRow(rows.Line, isIgnored: true);
            skipped++;
        }
        else if (numbers.Read())
        {
            totals.AddRow(rows.Line, isIgnored: false);
            TakeRow();
        }
    }

    private bool IsIgnored()
    {
        foreach (var test in layout.Ignored)
        {
            if (test.IsMatch())
                return true;
        }

        return false;
    }

    private void TakeRow()
    {
        checks.CheckRow(rows.Line);
        var group = keys.Current();
        if (group.IsSkipped)
            skipped++;
        var isMatched = false;
        foreach (var source in layout.Sources)
        {
            if (source.When is not null && !source.When.IsMatch())
                continue;
            isMatched = true;
            if (group.Figures[source.Slot] is not null && numbers.StateOf(source.Number) == NumericColumns.CellState.Value)
                Add(group, source);
        }

        if (!isMatched)
            unmatched.Add(rows.Line);
    }

    private void Add(ProfileGroup group, ProfileSource source)
    {
        if (group.Whole is { } whole && layout.Slots[source.Slot].Period is not null)
            group = whole;
        if (group.Sums[source.Slot] is not { } sum)
        {
            sums++;
            group.Sums[source.Slot] = sum = new SlotSum();
        }

        sum.Add(numbers.Cell(source.Number), source.Factor, rows.Line, numbers.ColumnOf(source.Number), numbers.Text(source.Number));
    }

    private void TakeTotal()
    {
        if (rows.IsEmpty)
        {
            emptyRows++;
            return;
        }

        skipped++;
        numbers.Read();
        totals.AddTotal(rows.Line);
    }

    /// <summary>Blank rows and notes are left out; a number without a product is a fault.</summary>
    private void TakeRowWithoutKeyOrValue()
    {
        if (rows.IsEmpty)
            emptyRows++;
        else if (IsIgnored())
            skipped++;
        else if (numbers.AnyValueLike())
            context.Findings.Add(DeliveryFindings.MissingKey(new CellPlace(rows.Line), "Produkt"));
        else
            TakeNote();
    }

    private void TakeNote()
    {
        notes.Add(rows.Line);
        note ??= DeclaredUnit.In(rows);
    }

    private bool TooWide()
    {
        for (var column = header.Count; column < rows.Count; column++)
        {
            var text = Blanks.Trim(rows.Cell(column));
            if (text.IsEmpty)
                continue;
            context.Findings.Add(DeliveryFindings.RowTooWide(new CellPlace(rows.Line, column), text.ToString(), header.Count));
            return true;
        }

        return false;
    }

    private void Report()
    {
        if (rows.Fault is { } fault)
            context.Findings.Add(fault);
        if (sums > context.Limits.MaximumValues)
            context.Findings.Add(DeliveryFindings.TooManyValues(context.Limits.MaximumValues));
        if (emptyRows > context.Limits.MaximumEmptyRows)
            context.Findings.Add(DeliveryFindings.TooManyEmptyRows(context.Limits.MaximumEmptyRows));
        if (format.Finding() is { } finding)
            context.Findings.Add(finding);
        if (unmatched.Count > 0)
            context.Findings.Add(DeliveryFindings.RowsMatchNoValue(unmatched.First, unmatched.ToString()));
        if (notes.Count > 0)
            context.Findings.Add(DeliveryFindings.SkippedRows(notes.ToString()));
        units.Check(context.Catalogues);
        if (note is not null)
            units.CheckNote(note);
        checks.Report();
        totals.Check();
        context.SkippedRows += skipped + notes.Count;
        context.WeighYears(hasValues: sums > 0);
        if (sums == 0 && !context.Findings.HasErrors)
            context.Findings.Add(DeliveryFindings.NoValues());
    }

    private ValueTable Values()
    {
        var values = new ValueTable();
        var areas = creation is null ? null : new AreaTotals(keys.Groups, creation, format.Decided);
        areas?.Report(context.Findings);
        foreach (var group in keys.Groups)
        {
            if (areas?.Contains(group) == true)
                continue;
            for (var slot = 0; slot < group.Sums.Length; slot++)
            {
                if (group.Sums[slot] is { } sum)
                    Add(values, group.Figures[slot]!, group.Periods[slot], layout.Slots[slot], sum);
            }
        }

        return values;
    }

    private void Add(ValueTable values, FigureKey figure, Period period, ProfileSlot slot, SlotSum sum) => values.Add(
        figure, period, slot.Scenario, sum.With(format.Decided), ((BaseFigure)figure.Figure).IsCumulative,
        new CellPlace(sum.Lines.First, sum.Column), sum.Text, slot.RuleOf(sum.Lines), comment: default);
}
