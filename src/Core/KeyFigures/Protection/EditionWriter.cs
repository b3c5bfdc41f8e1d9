using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;

namespace Produktreport.Core.KeyFigures.Protection;

/// <summary>Writes one year's numbers and relations into a <see cref="PublicEdition"/>.</summary>
internal sealed class EditionWriter(
    FigureCalculator calculator,
    Catalogue catalogue,
    ImmutableArray<Period> periods,
    Func<PublicCell, bool> isOut,
    Dictionary<PublicCell, PublishedNumber> numbers,
    List<Relation> relations,
    SortedSet<PublicCell> sensitive)
{
    /// <summary>
    /// What leaving out a row costs. Protection goes by way of the counts and the key figures over them, down to their totals: the money of
    /// a budget is what the public has a right to see, so that it is left out only where nothing else helps.
    /// </summary>
    private const int KeyFigureOverCount = 1;
    private const int Count = 2;
    private const int KeyFigureOverMoney = 1_000;
    private const int Money = 4_000;
    private const int MainFigure = 8_000;
    private const int AtProduct = 5;
    private const int AtTotal = 25;

    private readonly HashSet<FigureId> counts =
        [.. catalogue.Products.SelectMany(product => product.Levels).SelectMany(level => level.Figures).Select(figure => figure.SensitiveBy).OfType<FigureId>()];

    private readonly int year = periods[0].Year;

    public void Write()
    {
        var totals = new Totals(catalogue);
        foreach (var product in catalogue.Products)
        {
            foreach (var level in product.Levels)
            {
                foreach (var figure in level.Figures)
                    WriteFigure(product, level, figure);
            }
        }

        foreach (var product in catalogue.Products)
            new ProductRelations(this, catalogue, product).Write();
        foreach (var scope in totals.Scopes)
            WriteTotals(totals, scope);
        FindSensitive();
    }

    /// <summary>The months and kinds of value the reports of the periods show.</summary>
    public IEnumerable<(int First, int Last, CellKind Kind)> Columns =>
        periods.SelectMany(period => ((int, int, CellKind)[])
        [
            (period.FirstMonth, period.LastMonth, CellKind.Actual), (1, period.LastMonth, CellKind.Actual),
            (period.FirstMonth, period.LastMonth, CellKind.Plan), (1, period.LastMonth, CellKind.Plan), (1, 12, CellKind.Plan),
            (1, period.LastMonth, CellKind.YearForecast), (1, period.LastMonth, CellKind.Projection),
        ]).Distinct();

    public PublicCell Cell(FigureAddress address, (int First, int Last, CellKind Kind) column, string scope = "") =>
        new(scope, address, year, column.First, column.Last, column.Kind);

    public decimal? ValueOf(PublicCell cell) => numbers.GetValueOrDefault(cell)?.Value;

    /// <summary>Adds a relation if all its cells are shown and it really holds: what does not hold helps no reader.</summary>
    public void Add(LinearForm form)
    {
        if (form.Terms.Count < 2 || form.Terms.Keys.Any(cell => !numbers.ContainsKey(cell)))
            return;
        var size = form.Terms.Sum(term => Math.Abs(term.Value * numbers[term.Key].Value)) + 1;
        if (Math.Abs(form.Constant + form.Terms.Sum(term => term.Value * numbers[term.Key].Value)) <= size * 0.000000001m)
            relations.Add(new Relation.Linear(form));
    }

    public void Add(Relation relation)
    {
        if (relation.Cells.All(numbers.ContainsKey))
            relations.Add(relation);
    }

    private void WriteFigure(Product product, Level level, Figure figure)
    {
        var address = new FigureAddress(product.Number, level.LevelNumber, figure.Id);
        var cost = CostOf(figure) * (level is Product ? AtProduct : 1);
        foreach (var column in Columns)
            Write(Cell(address, column), Amount(address, column), cost, figure is BaseFigure);
    }

    private int CostOf(Figure figure)
    {
        if (figure is not KeyFigure)
            return counts.Contains(figure.Id) ? Count : figure.IsMain ? MainFigure : Money;
        var overCount = false;
        FormulaInputs.Visit(figure.Formula!.Root, (_, input) => overCount |= counts.Contains(input));
        return overCount ? KeyFigureOverCount : KeyFigureOverMoney;
    }

    private void WriteTotals(Totals totals, TotalScope scope)
    {
        foreach (var figure in Totals.Figures(scope))
        {
            var name = $"{scope.Kind} {scope.Number} ";
            var address = new FigureAddress(default, default, figure.Id);
            foreach (var column in Columns)
            {
                var period = Period.OfMonth(year, column.Kind is CellKind.YearForecast or CellKind.Projection ? 12 : column.Last);
                var cell = Cell(address, column, name);
                Write(cell, totals.Of(scope, figure.Id, period, each => Computed(each, column)).Amount, CostOf(figure) * AtTotal, figure is BaseFigure);
                WriteTotalRelation(scope, figure, column, cell, name);
            }
        }
    }

    private void WriteTotalRelation(TotalScope scope, Figure figure, (int First, int Last, CellKind Kind) column, PublicCell cell, string name)
    {
        if (figure is BaseFigure)
        {
            Add(scope.Products
                .Select(product => LinearForm.Of(Cell(new FigureAddress(product.Number, product.LevelNumber, figure.Id), column)))
                .Aggregate(LinearForm.Of(cell).Times(-1), (sum, each) => sum.Plus(each)));
            return;
        }

        new FormulaRelations(this, catalogue, column, year).Write(cell, figure.Formula!, (_, id) => Cell(new FigureAddress(default, default, id), column, name));
    }

    private void Write(PublicCell cell, decimal? value, int cost, bool mayBeCount)
    {
        if (value is { } amount)
            numbers[cell] = new PublishedNumber(amount, cost, mayBeCount && amount >= 0, isOut(cell));
    }

    private decimal? Amount(FigureAddress address, (int First, int Last, CellKind Kind) column) => Computed(address, column).Amount;

    private CalculatedValue Computed(FigureAddress address, (int First, int Last, CellKind Kind) column)
    {
        var last = Period.OfMonth(year, column.Last);
        var scenario = column.Kind == CellKind.Plan ? Scenario.Plan : Scenario.Actual;
        return column.Kind switch
        {
            CellKind.YearForecast => calculator.YearForecast(address, last),
            CellKind.Projection => calculator.LinearProjection(address, last),
            _ when column.First == 1 => calculator.Cumulative(address, last, scenario),
            _ => calculator.Value(address, new Span(year, column.First, column.Last, Basis.Actual).Period!.Value, scenario),
        };
    }

    /// <summary>Cells of figures marked <c>schutzbeduerftig</c> whose count is too small or unknown; a count of zero names nobody.</summary>
    private void FindSensitive()
    {
        foreach (var product in catalogue.Products)
        {
            foreach (var level in product.Levels)
            {
                foreach (var figure in level.Figures.Where(figure => figure.SensitiveBy is not null))
                    FindSensitive(new FigureAddress(product.Number, level.LevelNumber, figure.Id), figure.SensitiveBy!.Value);
            }
        }
    }

    private void FindSensitive(FigureAddress address, FigureId count)
    {
        foreach (var column in Columns)
        {
            var cell = Cell(address, column);
            if (numbers.ContainsKey(cell) && IsTooSmall(ValueOf(Cell(address with { Figure = count }, column))))
                sensitive.Add(cell);
        }
    }

    private bool IsTooSmall(decimal? count) => count is null || (count > 0 && count < catalogue.MinimumCount);
}
