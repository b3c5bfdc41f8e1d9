using System.Collections.Frozen;
using System.Collections.Immutable;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Catalogues;

/// <summary>
/// The Katalog (Produktbuch) of one year: all products with their figures, goals and reference values. Always valid.
/// </summary>
public sealed record Catalogue
{
    private readonly FrozenDictionary<ProductNumber, Product> byNumber = FrozenDictionary<ProductNumber, Product>.Empty;
    private readonly ImmutableArray<Product> products = [];

    /// <summary>The year the catalogue is for.</summary>
    public required int Year { get; init; }

    /// <summary>The county's name (<c>koerperschaft</c>).</summary>
    public required string County { get; init; }

    /// <summary>Kreisschlüssel, text; null where not given.</summary>
    public string? CountyKey { get; init; }

    /// <summary>The county's Wappen for its reports; null where not given.</summary>
    public Logo? Logo { get; init; }

    /// <summary>Rahmendaten such as Einwohner. The same id may stand more than once with different Stichtag.</summary>
    public ImmutableArray<ReferenceFigure> ReferenceFigures { get; init; } = [];

    /// <summary>Which reports there are and when their figures must be in.</summary>
    public ReportingRules Reporting { get; init; } = ReportingRules.Default;

    /// <summary>The county's status tolerances.</summary>
    public StatusTolerance Tolerance { get; init; } = StatusTolerance.Default;

    /// <summary>Below this count, sensitive figures are suppressed in the public edition (<c>mindestfallzahl</c>).</summary>
    public int MinimumCount { get; init; } = 3;

    /// <summary>Who is told of what; null where nobody is told anything.</summary>
    public NotificationRules? Notifications { get; init; }

    /// <summary>What the county says of itself to everybody.</summary>
    public PublicFace Face { get; init; } = PublicFace.None;

    /// <summary>Which counties the figures are compared with.</summary>
    public PeerRules Peers { get; init; } = PeerRules.Default;

    /// <summary>Whether any figure is compared with those of other counties.</summary>
    public bool HasSharedFigures => Products.Any(product => product.HasSharedFigures);

    /// <summary>The departments in catalogue order.</summary>
    public ImmutableArray<Department> Departments { get; init; } = [];

    /// <summary>
    /// The figures every product made from a file has (<c>standard</c>): base figures, then key figures as a product level would
    /// carry them.
    /// </summary>
    public StandardFigures Standard { get; init; } = new([], []);

    /// <summary>The products, by number.</summary>
    public ImmutableArray<Product> Products
    {
        get => products;
        init => (products, byNumber) = (value, value.ToFrozenDictionary(product => product.Number));
    }

    /// <summary>The import profiles, by name.</summary>
    public ImmutableArray<ImportProfile> Profiles { get; init; } = [];

    /// <summary>The product with this number, or null.</summary>
    public Product? Find(ProductNumber number) => byNumber.GetValueOrDefault(number);

    /// <summary>The department with this id, or null.</summary>
    public Department? Find(DepartmentId id) => Departments.FirstOrDefault(department => department.Id == id);

    /// <summary>
    /// The value of a reference figure that holds on a day. It is the latest with a Stichtag not after that day. Where all are
    /// later, it is the earliest. Null where the catalogue does not have the figure.
    /// </summary>
    public ReferenceFigure? ReferenceInForce(FigureId id, DateOnly day)
    {
        ReferenceFigure? latest = null;
        ReferenceFigure? earliest = null;
        foreach (var figure in ReferenceFigures)
        {
            if (figure.Id != id)
                continue;
            if (figure.AsOf <= day && (latest is null || figure.AsOf > latest.AsOf))
                latest = figure;
            if (earliest is null || figure.AsOf < earliest.AsOf)
                earliest = figure;
        }

        return latest ?? earliest;
    }

    /// <summary>
    /// This catalogue with further products, as an import profile may create them (<c>unbekannte_produkte: anlegen</c>).
    /// </summary>
    public Catalogue With(IEnumerable<Product> products) =>
        this with { Products = [.. Products.Concat(products).OrderBy(product => product.Number)] };
}

/// <summary>The county's standard figures, as texts and formulas still without a level.</summary>
/// <param name="BaseFigures">Every product's and service's base figures.</param>
/// <param name="KeyFigures">Every product's and service's key figures, unless the level lists its own.</param>
public sealed record StandardFigures(ImmutableArray<BaseFigure> BaseFigures, ImmutableArray<KeyFigure> KeyFigures)
{
    /// <summary>The standard base figures of a new product, their formulas at its level.</summary>
    public ImmutableArray<BaseFigure> BaseFiguresAt(LevelNumber level) =>
        [.. BaseFigures.Select(figure => figure with { Formula = figure.Formula?.At(level) })];

    /// <summary>The standard key figures of a new product, their formulas at its level.</summary>
    public ImmutableArray<KeyFigure> KeyFiguresAt(LevelNumber level) =>
        [.. KeyFigures.Select(figure => figure with { Formula = figure.Formula?.At(level) })];
}

/// <summary>An Amt or Fachbereich.</summary>
/// <param name="Id">The short name and inbox folder.</param>
/// <param name="Name">The name (Bezeichnung).</param>
/// <param name="Contact">Whom to ask, usually an e-mail address; null where not given.</param>
/// <param name="DeliversForAll">Whether it may deliver for every product (<c>liefert_fuer: alle</c>), as the Kämmerei.</param>
/// <param name="DeliversFor">Further products it may deliver for, beside those it answers for.</param>
public sealed record Department(
    DepartmentId Id, string Name, string? Contact, bool DeliversForAll, ImmutableArray<ProductNumber> DeliversFor)
{
    /// <summary>
    /// Departments of earlier years' catalogues whose work it goes on with: renamed or merged (<c>vorgaenger</c>).
    /// </summary>
    public ImmutableArray<DepartmentId> Predecessors { get; init; } = [];

    /// <summary>
    /// Whether it may deliver for a product of its catalogue: one it answers for, or delivers for beside these.
    /// </summary>
    public bool MayDeliver(Product product) => DeliversForAll || product.Department == Id || DeliversFor.Contains(product.Number);
}

/// <summary>A county-wide value with its source.</summary>
/// <param name="Id">The name in formulas.</param>
/// <param name="Name">The name as printed.</param>
/// <param name="Value">The value.</param>
/// <param name="AsOf">Stichtag.</param>
/// <param name="Source">Where the value was published.</param>
/// <param name="Unit">The unit as printed; empty for counts such as Einwohner.</param>
public sealed record ReferenceFigure(FigureId Id, string Name, decimal Value, DateOnly AsOf, string Source, string Unit);

/// <summary>
/// Which periods are reported (<c>zeitraeume</c>) and how many days after their end figures must be in (<c>meldeschluss</c>).
/// </summary>
/// <param name="Kinds">Quarter, half-year, year: those the county reports, short to long.</param>
/// <param name="DeadlineDays">Days after the end of a period of a kind, Europe/Berlin calendar.</param>
public sealed record ReportingRules(ImmutableArray<PeriodKind> Kinds, ImmutableDictionary<PeriodKind, int> DeadlineDays)
{
    /// <summary>Whether product reports have a page in Leichter Sprache (<c>leichteSprache</c>).</summary>
    public bool HasPlainLanguage { get; init; }

    /// <summary>Whether a report is released only once a second person has agreed (<c>vierAugen</c>).</summary>
    public bool IsReleasedByTwo { get; init; }

    /// <summary>Quarterly and annual; 30 days after a quarter or half-year, 60 after a year.</summary>
    public static ReportingRules Default { get; } = new(
        [PeriodKind.Quarter, PeriodKind.Year],
        ImmutableDictionary<PeriodKind, int>.Empty
            .Add(PeriodKind.Month, 30).Add(PeriodKind.Quarter, 30).Add(PeriodKind.HalfYear, 30).Add(PeriodKind.Year, 60));

    /// <summary>The Meldeschluss of a period: the last day on which its figures are in time.</summary>
    public DateOnly Deadline(Period period) => period.End.AddDays(DeadlineDays[period.Kind]);
}
