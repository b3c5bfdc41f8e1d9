using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.KeyFigures.Calculating;
using Produktreport.Core.KeyFigures.Values;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Protection;

/// <summary>
/// The numbers of a year as the reports of that year or of a later one show them. A later one shows the same, but for levels that
/// were renamed, split or merged since: those have cells of their own, tied to the former levels' cells.
/// </summary>
/// <param name="calculator">Computes the numbers.</param>
/// <param name="year">Whose numbers.</param>
/// <param name="reportYear">Whose reports, and so whose products and names.</param>
internal sealed class EditionView(FigureCalculator calculator, int year, int reportYear)
{
    private readonly Dictionary<(ProductNumber, LevelNumber), bool> continued = [];
    private Dictionary<(HierarchyLevel, string), HashSet<ProductNumber>>? ownScopes;

    public int Year => year;
    public int ReportYear => reportYear;
    public bool IsOwn => year == reportYear;

    /// <summary>The catalogue whose reference figures hold.</summary>
    public Catalogue References => calculator.Catalogues.For(year)!;

    /// <summary>
    /// The months and kinds of value that reports of these periods of the year show; later ones only Ist, long after only the
    /// year's.
    /// </summary>
    public IEnumerable<PublicColumn> Columns(IEnumerable<Period> periods) => periods.SelectMany(Columns).Distinct();

    public PublicCell Cell(FigureAddress address, PublicColumn column) =>
        FormerCell(address, column) with { ReportYear = Shows(address.Product, address.Level) ? NameOfView : 0 };

    /// <summary>A cell of the year's own reports.</summary>
    public PublicCell FormerCell(FigureAddress address, PublicColumn column) =>
        new("", address, year, column.First, column.Last, column.Kind);

    public PublicCell Total(TotalScope scope, FigureId figure, PublicColumn column) => new(
        $"{scope.Step} {scope.Number} ", new FigureAddress(default, default, figure), year, column.First, column.Last,
            column.Kind, Shows(scope) ? NameOfView : 0);

    /// <summary>Whether the view has numbers of its own of a product.</summary>
    public bool Shows(Product product) => product.Levels.Any(level => Shows(product.Number, level.LevelNumber));

    /// <summary>Whether the view has numbers of its own of a level.</summary>
    public bool Shows(ProductNumber product, LevelNumber level)
    {
        if (IsOwn)
            return true;
        if (!continued.TryGetValue((product, level), out var known))
            continued[(product, level)] = known = Formers(product, level) is not [{ Share: 1 } only] || only.Product != product
                || only.Level != level || IsNew(product, level);
        return known;
    }

    /// <summary>
    /// Whether the view has a total of its own: over other products than those of the year itself. Only the next year's reports
    /// show totals again.
    /// </summary>
    public bool Shows(TotalScope scope) =>
        IsOwn || (
            reportYear == year + 1
                && (scope.Products.Any(Shows) || !ProductsOf(scope).SetEquals(scope.Products.Select(product => product.Number))));

    /// <summary>The levels of the year itself whose values make up the level's.</summary>
    public IReadOnlyList<FormerLevel> Formers(ProductNumber product, LevelNumber level) =>
        FormerLevels.Of(calculator.Catalogues, product, level, reportYear, reportYear - year);

    public CalculatedValue Value(FigureAddress address, PublicColumn column)
    {
        var last = Period.OfMonth(reportYear, column.Last);
        var scenario = column.Kind == PublicValueKind.Plan ? Scenario.Plan : Scenario.Actual;
        return column.Kind switch
        {
            PublicValueKind.YearForecast => calculator.YearForecast(address, last),
            PublicValueKind.Projection => calculator.LinearProjection(address, last),
            _ when !IsOwn =>
                calculator.Previous(
                    address, column.First == 1 ? last : PeriodOf(column), reportYear - year, cumulative: column.First == 1),
            _ when column.First == 1 => calculator.Cumulative(address, last, scenario),
            _ => calculator.Value(address, PeriodOf(column), scenario),
        };
    }

    private HashSet<ProductNumber> ProductsOf(TotalScope scope)
    {
        ownScopes ??= new Totals(References).Scopes.ToDictionary(
            own => (own.Step, own.Number), own => own.Products.Select(product => product.Number).ToHashSet());
        return ownScopes.GetValueOrDefault((scope.Step, scope.Number)) ?? [];
    }

    private int NameOfView => IsOwn ? 0 : reportYear;

    private bool IsNew(ProductNumber product, LevelNumber level) => References.Find(product)?.FindLevel(level) is null;

    private Period PeriodOf(PublicColumn column) => new Span(reportYear, column.First, column.Last, Basis.Actual).Period!.Value;

    private IEnumerable<PublicColumn> Columns(Period period)
    {
        return (reportYear - year) switch
        {
            0 =>
            [
                Alone(PublicValueKind.Actual), ToDate(PublicValueKind.Actual), Alone(PublicValueKind.Plan),
                ToDate(PublicValueKind.Plan), new PublicColumn(1, 12, PublicValueKind.Plan),
                ToDate(PublicValueKind.YearForecast), ToDate(PublicValueKind.Projection),
            ],
            1 => [Alone(PublicValueKind.Actual), ToDate(PublicValueKind.Actual)],
            _ => period.Kind == PeriodKind.Year ? [new PublicColumn(1, 12, PublicValueKind.Actual)] : [],
        };

        PublicColumn Alone(PublicValueKind kind) => new(period.FirstMonth, period.LastMonth, kind);
        PublicColumn ToDate(PublicValueKind kind) => new(1, period.LastMonth, kind);
    }
}
