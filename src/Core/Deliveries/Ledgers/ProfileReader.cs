using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Figures;
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
    private readonly CellReader cells;
    private readonly NumericColumns numbers;
    private readonly ProfileLayout layout;
    private readonly ProfileKeys keys;
    private readonly ProfileTotals totals;
    private readonly RowChecks checks;
    private readonly NewProducts? creation;
    private readonly LineSet notes = new();
    private readonly PassedOver passedOver;
    private readonly RowPlans plans;
    private readonly ImportProfile profile;
    private readonly bool isOfOneProduct;
    private readonly bool isComplete;
    private readonly ProfileUnits units;
    private readonly UnreadColumns unread;
    private readonly TotalsAmongRows repeated;
    private readonly SwappedSides sides;
    private readonly IgnoredRows ignored;
    private readonly LinesBetween between;
    private readonly Metadata metadata;
    private bool isTakenTwice;
    private DeclaredUnit? note;
    private int sums;
    private int emptyRows;
    private int skipped;

    /// <summary>Reads the rows that follow the header in <paramref name="rows"/>.</summary>
    /// <param name="context">Where they are delivered.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="profile">The profile, all of whose columns exist.</param>
    /// <param name="header">The columns of the file.</param>
    /// <param name="metadata">What stands above the header.</param>
    /// <param name="product">The product of all rows; null where each names its own.</param>
    public ProfileReader(
        DeliveryContext context, RowSource rows, ImportProfile profile, ProfileColumns header, Metadata metadata,
        FileProduct? product)
    {
        (this.context, this.rows, this.header, this.profile, this.metadata) = (context, rows, header, profile, metadata);
        (isOfOneProduct, isComplete) = (product is not null, profile.IsComplete);
        format = NumberFormat.Of(profile.DecimalMark ?? metadata.DecimalMark, profile.ThousandsMark);
        cells = new CellReader(format, context.Findings);
        numbers = new NumericColumns(rows, cells, context.Findings);
        var questions = new RowQuestions(rows);
        layout = new ProfileLayout(questions, header, profile, numbers, context.Catalogues);
        units = new ProfileUnits(profile, header, metadata.Unit ?? DeclaredUnit.InName(context.Stamp.File),
            context.Catalogues, context.Findings);
        unread = new UnreadColumns(rows, header, layout, profile, context.Findings);
        repeated = new TotalsAmongRows(rows, header, layout, context.Findings);
        sides = new SwappedSides(rows, profile, header, context.Findings);
        ignored = new IgnoredRows(rows, numbers, format, context.Findings);
        between = new LinesBetween(rows, profile, header);
        checks = new RowChecks(numbers, header, profile.Checks, format, context.Findings);
        totals = new ProfileTotals(numbers, format, context.Findings);
        creation = profile.Creation is { } columns ? new NewProducts(context, rows, columns, header, product) : null;
        keys = new ProfileKeys(
            context, rows, questions, profile, header, layout.Slots, creation, product?.Number, metadata.Year?.Year);
        passedOver = new PassedOver(rows, layout.Asked);
        plans = new RowPlans(rows, layout, keys);
    }

    /// <summary>Products made from the file.</summary>
    public ImmutableArray<CreatedProduct> Created => creation?.Created ?? [];

    /// <summary>Reads to the end and adds the values, which count only where no finding is an error.</summary>
    public void Read(ValueTable values)
    {
        while (rows.Next() && sums <= context.Limits.MaximumValues && emptyRows <= context.Limits.MaximumEmptyRows)
        {
            if ((rows.Line & 0xFFF) == 0)
                context.Cancellation.ThrowIfCancellationRequested();
            ReadRow();
        }

        Report();
        AddTo(values);
    }

    private void ReadRow()
    {
        if (rows.Count > header.Count && TooWide())
            return;
        units.Look(rows);
        if (keys.Known() is { } known)
            ReadValues(known.Plan, known);
        else
            ReadRow(plans.OfRow());
    }

    private void ReadRow(RowPlan plan)
    {
        var hasProduct = keys.HasProduct(plan);
        if (keys.IsHeading(plan))
        {
            keys.TakeHeading();
            TakeTotal();
        }
        else if (plan.IsTotal || (!hasProduct && keys.IsTotal(plan)))
        {
            if (!rows.IsEmpty && !numbers.AnyValueLike())
                keys.EndHeading();
            TakeTotal();
        }
        else if (!hasProduct && !rows.IsEmpty && keys.IsPart)
        {
            skipped++;
        }
        else if (!hasProduct && (keys.Product.IsEmpty || !numbers.AnyValueLike()))
        {
            TakeRowWithoutKeyOrValue(plan);
        }
        else if (plan.IsIgnored)
        {
            if (!numbers.ReadIgnored())
                return;
            totals.AddRow(rows.Line, taken: null);
            ignored.Add(plan);
            skipped++;
        }
        else if (isOfOneProduct && plan.Sources.Length == 0)
        {
            PassOver();
        }
        else
        {
            ReadValues(plan, known: null);
        }
    }

    private void ReadValues(RowPlan plan, TakenRows? known)
    {
        if (numbers.Read())
            TakeRow(known ?? keys.Current(plan));
        else if (plan.Sources.Length > 0)
            unread.LookBeside();
    }

    /// <summary>In a form for one product most lines are none of those asked for: they are left out without a word.</summary>
    private void PassOver()
    {
        if (rows.IsEmpty)
        {
            emptyRows++;
            return;
        }

        skipped++;
        passedOver.Add();
        note ??= numbers.AnyValueLike() ? null : DeclaredUnit.In(rows);
    }

    private void TakeRow(TakenRows taken)
    {
        if (checks.Any)
            checks.CheckRow(rows.Line);
        totals.AddRow(rows.Line, taken);
        if (taken.Group.IsSkipped)
            skipped++;
        if (taken.Plan.Repeated is { } again && !isTakenTwice)
            SayTakenTwice(again);
        for (var at = 0; at < taken.Sources.Length; at++)
        {
            if (numbers.StateOf(taken.Sources[at].Number) == NumericColumns.CellState.Value)
                Add(taken, at);
        }

        if (taken.Plan.Sources.Length == 0)
        {
            passedOver.Add();
            return;
        }

        unread.Look();
        sides.Look(taken.Plan);
    }

    /// <summary>The first row that two entries of the profile take, for the same value.</summary>
    private void SayTakenTwice(ProfileSource source)
    {
        isTakenTwice = true;
        context.Findings.Add(DeliveryFindings.TakenTwice(
            new CellPlace(rows.Line, header[source.Column.Column]), source.Column.Column, source.Column.Figure.Text));
    }

    /// <summary>Rows that count as income and as expenses, with the same amount.</summary>
    private void CheckSides()
    {
        var taken = keys.Groups.SelectMany(group => group.Taken).FirstOrDefault(rows => rows.Plan.OfBothSides is not null);
        if (taken?.Plan.OfBothSides is var (income, expense))
            context.Findings.Add(DeliveryFindings.CountedOnBothSides(
                new CellPlace(taken.Group.Place.Line, header[income.Column.Column]), income.Column.Column,
                income.Column.Figure.Text, expense.Column.Figure.Text));
    }

    private void Add(TakenRows taken, int at)
    {
        var source = taken.Sources[at];
        repeated.Take(source, taken.Group, numbers.Cell(source.Number).Reading);
        (taken.LinesOf(at) ?? taken.AddTo(SlotOf(source, taken.Group), at)).Add(rows.Line);
    }

    private SlotSum SlotOf(ProfileSource source, ProfileGroup group)
    {
        if (group.Whole is { } whole && layout.Slots[source.Slot].Period is not null)
            group = whole;
        if (group.Sums[source.Slot] is null)
            sums++;
        return group.Sums[source.Slot] ??= new SlotSum(context.Limits.MaximumRanges);
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
        totals.AddTotal(rows.Line, keys.IsBalance);
    }

    /// <summary>Blank rows and notes are left out; a number without a product is a fault.</summary>
    private void TakeRowWithoutKeyOrValue(RowPlan plan)
    {
        if (rows.IsEmpty)
            emptyRows++;
        else if (plan.IsIgnored)
            skipped++;
        else if (numbers.AnyValueLike())
            context.Findings.Add(DeliveryFindings.MissingKey(new CellPlace(rows.Line), "Produkt"));
        else
            TakeNote();
    }

    private void TakeNote()
    {
        notes.Add(rows.Line);
        between.Take();
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
        cells.Report();
        ReportConditions();
        if (notes.Count > 0)
            context.Findings.Add(DeliveryFindings.SkippedRows(notes.ToString()));
        unread.Report();
        repeated.Report();
        HeaderMeanings.Check(profile, header, metadata, context.Findings);
        sides.Report();
        between.Report(LastTaken(), context.Findings);
        ignored.Report(keys.Groups.Sum(group => group.RowCount));
        KeysAsAmounts.Check(profile, header, SumsOf, format.Decided, context.Findings);
        units.Check();
        if (note is not null)
            units.CheckNote(note);
        foreach (var (place, text) in rows.Asides.Concat(metadata.Asides))
            units.CheckAside(text, place);
        units.CheckNamed(SumsOf);
        checks.Report();
    }

    /// <summary>Says which rows no condition takes, and which conditions take no row although others were passed over.</summary>
    private void ReportConditions()
    {
        if (passedOver.Lines is not { Count: > 0 } lines)
        {
            SayWhatIsNeverTaken();
            return;
        }

        if (!isOfOneProduct)
            context.Findings.Add(DeliveryFindings.RowsMatchNoValue(lines.First, lines.ToString(), passedOver.ToString()));
        var filled = FilledSlots();
        foreach (var source in layout.Sources.Where(source => !filled.Contains(source.Slot)))
        {
            var condition = source.When!.Condition;
            var place = new CellPlace(header.Line, header[condition.Patterns[0].Column]);
            context.Findings.Add(DeliveryFindings.ConditionNeverMatches(
                place, condition.ToString(), source.Column.Column, source.Column.Figure.Text, passedOver.ToString()));
        }
    }

    /// <summary>
    /// Says which conditions take no row although none was passed over: that may be so, but all products get 0, and rows were
    /// left out on purpose.
    /// </summary>
    private void SayWhatIsNeverTaken()
    {
        var filled = FilledSlots();
        foreach (var source in layout.Sources.Where(source => !filled.Contains(source.Slot) && source.When is not null
            && filled.Count > 0 && isComplete && ignored.Any))
            context.Findings.Add(DeliveryFindings.NothingTaken(
                new CellPlace(header.Line, Math.Max(header[source.When!.Condition.Patterns[0].Column], 0)),
                source.When.Condition.ToString(), source.Column.Column, source.Column.Figure.Text));
    }

    /// <summary>What the rows of each product add up to in a column, from 0, as far as it has values.</summary>
    private IEnumerable<ColumnSum> SumsOf(int column) => keys.Groups.SelectMany(group => group.Segments)
        .Select(segment => segment.Columns[numbers.NumberOf(column)]).Where(sum => sum.LargestLine > 0);

    /// <summary>The last row with a value that counts; 0 where there is none.</summary>
    private int LastTaken() => keys.Groups.SelectMany(group => group.Sums).Max(sum => sum?.Lines.Last) ?? 0;

    private HashSet<int> FilledSlots() => [.. keys.Groups.SelectMany(group => group.Taken)
        .SelectMany(taken => taken.Plan.Sources).Select(source => source.Slot)];

    private void AddTo(ValueTable values)
    {
        foreach (var taken in keys.Groups.SelectMany(group => group.Taken))
            taken.Distribute(numbers);
        var groups = ProductGroups();
        totals.Check(groups);
        CheckSides();
        ColumnsTogether.Check(layout, header, groups, format.Decided, context.Findings);
        foreach (var group in groups)
        {
            for (var slot = 0; slot < group.Sums.Length; slot++)
            {
                if (group.Sums[slot] is { } sum)
                    Add(values, group, slot, sum);
                else if (isComplete && group.Fills(layout.Slots[slot], slot))
                    AddNothing(values, group, slot);
            }
        }

        context.SkippedRows += skipped + notes.Count;
    }

    /// <summary>The groups of products; those of areas are said and left out.</summary>
    private List<ProfileGroup> ProductGroups()
    {
        var areas = new AreaTotals(keys.Groups, keys.NewNumbers, numbers.Count, format.Decided);
        areas.Report(context.Findings);
        keys.Report(areas);
        var products = keys.Groups.Where(group => !areas.Contains(group.Product)).ToList();
        foreach (var area in keys.Groups.Where(group => areas.Contains(group.Product)))
        {
            creation?.Remove(area.Product);
            skipped += area.IsSkipped ? 0 : area.RowCount;
        }

        var filled = products.Where(group => group.Sums.Any(sum => sum is not null)).Select(group => group.Product).ToHashSet();
        var empty = products.Where(group => !filled.Contains(group.Product) && group.Figures.Any(figure => figure is not null))
            .DistinctBy(group => group.Product).ToList();
        if (empty.Count > 0 && !isComplete && passedOver.Lines.Count > 0)
            context.Findings.Add(
                DeliveryFindings.ProductsWithoutValue(empty[0].Place, [.. empty.Select(group => group.Product)]));
        return products;
    }

    private void Add(ValueTable values, ProfileGroup group, int slot, SlotSum sum)
    {
        var (figure, rule) = (group.Figures[slot]!, layout.Slots[slot].RuleOf(sum));
        values.Add(
            figure, group.Periods[slot], layout.Slots[slot].Scenario, sum.With(format.Decided),
            IsCumulative(slot, figure),
            sum.Place, sum.Text, rule);
    }

    private bool IsCumulative(int slot, FigureKey figure) =>
        layout.Slots[slot].IsCumulative || ((BaseFigure)figure.Figure).IsCumulative;

    /// <summary>The extract is complete: what has no booking is 0.</summary>
    private void AddNothing(ValueTable values, ProfileGroup group, int slot)
    {
        var figure = group.Figures[slot]!;
        values.Add(
            figure, group.Periods[slot], layout.Slots[slot].Scenario, 0, IsCumulative(slot, figure), group.Place,
            text: default,
            "keine Buchung im vollständigen Auszug");
    }
}
