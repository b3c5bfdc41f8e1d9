using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Calculating;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Protection;

/// <summary>
/// Writes one year's numbers and relations, as the reports of one year show them, into a <see cref="PublicEdition"/>.
/// </summary>
internal sealed class EditionWriter(
    Catalogue catalogue,
    EditionView view,
    ImmutableArray<Period> periods,
    Dictionary<PublicCell, PublishedNumber> numbers,
    List<Relation> relations,
    SortedSet<PublicCell> sensitive)
{
    /// <summary>
    /// What leaving out a row costs. Protection goes by way of the counts and the key figures over them, down to their totals.
    /// The money of a budget is what the public has a right to see. It is left out only where nothing else helps.
    /// </summary>
    private const int KeyFigureOverCount = 1;
    private const int Count = 2;
    private const int KeyFigureOverMoney = 1_000;
    private const int Money = 4_000;
    private const int MainFigure = 8_000;
    private const int AtProduct = 5;
    private const int AtTotal = 25;

    private readonly HashSet<FigureId> counts =
        [.. catalogue.Products.SelectMany(product => product.Levels).SelectMany(level => level.Figures)
            .Select(figure => figure.SensitiveBy).OfType<FigureId>()];

    private readonly ImmutableArray<PublicColumn> columns = [.. view.Columns(periods)];

    public void Write()
    {
        Product[] products = [.. catalogue.Products.Where(view.Shows)];
        foreach (var (product, level, figure) in Figures(products))
            WriteFigure(product, level, figure);
        foreach (var product in products)
            new ProductRelations(this, view.References, product).Write();
        if (!view.IsOwn)
            new PredecessorRelations(this, view)
                .Write(
                    Figures(products)
                        .Select(each => new FigureAddress(each.Product.Number, each.Level.LevelNumber, each.Figure.Id)));
        var totals = new Totals(catalogue);
        foreach (var scope in totals.Scopes.Where(view.Shows))
            WriteTotals(totals, scope);
        WriteGuesses(products);
        FindSensitive(products);
    }

    /// <summary>The months and kinds of value the reports of the periods show.</summary>
    public IReadOnlyList<PublicColumn> Columns => columns;

    public PublicCell Cell(FigureAddress address, PublicColumn column) => view.Cell(address, column);

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

    /// <summary>
    /// Counts a reader may take for equal: the values of one count, Ist and Plan, each with the next larger one where that is
    /// close.
    /// </summary>
    private void WriteGuesses(IEnumerable<Product> products)
    {
        foreach (var (product, level, figure) in Figures(products).Where(each => counts.Contains(each.Figure.Id)))
        {
            var address = new FigureAddress(product.Number, level.LevelNumber, figure.Id);
            var cells = columns.Where(column => column.Kind is PublicValueKind.Actual or PublicValueKind.Plan)
                .Select(column => Cell(address, column))
                .Where(cell => ValueOf(cell) > 0)
                .Distinct()
                .OrderBy(ValueOf)
                .ThenBy(cell => cell)
                .ToList();
            foreach (var (smaller, larger) in cells.Zip(cells.Skip(1)))
            {
                if (ValueOf(larger) - ValueOf(smaller) <= Suppression.Closeness * ValueOf(smaller))
                    relations.Add(new Relation.Guess(smaller, larger));
            }
        }
    }

    private void WriteFigure(Product product, Level level, Figure figure)
    {
        var address = new FigureAddress(product.Number, level.LevelNumber, figure.Id);
        var cost = CostOf(figure) * (level is Product ? AtProduct : 1);
        foreach (var column in Columns)
            Write(Cell(address, column), view.Value(address, column).Amount, cost, figure is BaseFigure);
    }

    private int CostOf(Figure figure)
    {
        if (figure is not KeyFigure)
            return counts.Contains(figure.Id) ? Count : figure.IsMain ? MainFigure : Money;
        return figure.Formula!.Root.Figures().Any(input => counts.Contains(input.Figure)) ? KeyFigureOverCount
            : KeyFigureOverMoney;
    }

    private void WriteTotals(Totals totals, TotalScope scope)
    {
        foreach (var figure in scope.Figures)
        {
            foreach (var column in Columns)
            {
                var period = Period.OfMonth(
                    view.ReportYear, column.Kind is PublicValueKind.YearForecast or PublicValueKind.Projection ? 12
                        : column.Last);
                var cell = view.Total(scope, figure.Id, column);
                Write(cell, totals.Of(scope, figure.Id, period, each => view.Value(each, column)).Amount,
                    CostOf(figure) * AtTotal, figure is BaseFigure);
                WriteTotalRelation(scope, figure, column, cell);
            }
        }
    }

    private void WriteTotalRelation(TotalScope scope, Figure figure, PublicColumn column, PublicCell cell)
    {
        if (figure is BaseFigure)
        {
            Add(scope.Products
                .Select(product => LinearForm.Of(Cell(new FigureAddress(product.Number, product.LevelNumber, figure.Id), column)))
                .Aggregate(LinearForm.Of(cell).Times(-1), (sum, each) => sum.Plus(each)));
            return;
        }

        new FormulaRelations(this, view.References, column, view.Year)
            .Write(cell, figure.Formula!, (_, id) => view.Total(scope, id, column));
    }

    private void Write(PublicCell cell, decimal? value, int cost, bool mayBeCount)
    {
        if (value is { } amount)
            numbers[cell] = new PublishedNumber(amount, cost, mayBeCount && amount >= 0);
    }

    /// <summary>
    /// Cells of figures marked <c>schutzbeduerftig</c> whose count is too small or unknown; a count of zero names nobody.
    /// </summary>
    private void FindSensitive(IEnumerable<Product> products)
    {
        foreach (var (product, level, figure) in Figures(products).Where(each => each.Figure.SensitiveBy is not null))
            FindSensitive(new FigureAddress(product.Number, level.LevelNumber, figure.Id), figure.SensitiveBy!.Value);
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

    private static IEnumerable<(Product Product, Level Level, Figure Figure)> Figures(IEnumerable<Product> products) =>
        from product in products from level in product.Levels from figure in level.Figures select (product, level, figure);

    private bool IsTooSmall(decimal? count) => count is null || (count > 0 && count < catalogue.MinimumCount);
}
