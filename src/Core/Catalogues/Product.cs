using System.Collections.Immutable;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Catalogues;

/// <summary>A numbered, named step of the hierarchy: „11 Innere Verwaltung“.</summary>
/// <param name="Number">The number, text.</param>
/// <param name="Name">The name; empty where the catalogue gives none.</param>
public sealed record HierarchyStep(string Number, string Name);

/// <summary>Hauptproduktbereich, Produktbereich and Produktgruppe of a product: <c>1</c> → <c>11</c> → <c>111</c>.</summary>
public sealed record ProductHierarchy(HierarchyStep MainArea, HierarchyStep Area, HierarchyStep Group)
{
    /// <summary>
    /// What a product's number says of a step by itself. These are its first one, two or three characters, as in the
    /// Produktrahmenplan of every Land. Where points or hyphens part the number, they are as many parts: <c>1</c>, <c>1.1</c>
    /// and <c>1.1.1</c> of <c>1.1.1.01</c>.
    /// </summary>
    /// <param name="number">The product's number, or that of a step.</param>
    /// <param name="step">1 for the Hauptproduktbereich, 2 for the Produktbereich, 3 for the Produktgruppe.</param>
    public static string LeadingPart(string number, int step)
    {
        var leading = number[..Math.Min(step, number.Length)];
        if (number.AsSpan(0, Math.Min(3, number.Length)).IndexOfAny('.', '-') < 0)
            return leading;
        var parts = 0;
        for (var at = 0; at < number.Length; at++)
        {
            if (number[at] is '.' or '-' && ++parts == step)
                return number[..at];
        }

        return number;
    }
}

/// <summary>The steps of the Produktplan from the top down; each is the sum of the steps within it.</summary>
public enum HierarchyLevel
{
    /// <summary>The whole county: all products.</summary>
    County,

    /// <summary>Hauptproduktbereich.</summary>
    MainArea,

    /// <summary>Produktbereich.</summary>
    Area,

    /// <summary>Produktgruppe.</summary>
    Group,
}

/// <summary>The product itself or one of its services: where figures stand (Ebene).</summary>
public abstract record Level
{
    /// <summary>The number of the product or service.</summary>
    public abstract LevelNumber LevelNumber { get; }

    /// <summary>The name (Bezeichnung).</summary>
    public required string Name { get; init; }

    /// <summary>What it is (Beschreibung); null where the form leaves it blank.</summary>
    public string? Description { get; init; }

    /// <summary>The base figures of this level, the county's standard ones first, in the order of printing.</summary>
    public ImmutableArray<BaseFigure> BaseFigures { get; init; } = [];

    /// <summary>The key figures of this level in the order of printing.</summary>
    public ImmutableArray<KeyFigure> KeyFigures { get; init; } = [];

    /// <summary>Base figures, then key figures.</summary>
    public IEnumerable<Figure> Figures => BaseFigures.Concat<Figure>(KeyFigures);

    /// <summary>The figure with this id, or null.</summary>
    public Figure? Find(FigureId id)
    {
        foreach (var figure in BaseFigures)
        {
            if (figure.Id == id)
                return figure;
        }

        foreach (var figure in KeyFigures)
        {
            if (figure.Id == id)
                return figure;
        }

        return null;
    }
}

/// <summary>A product: one form „Produktbeschreibung“, field by field.</summary>
public sealed record Product : Level
{
    private readonly ProductNumber frameNumber;

    /// <summary>Produktkennziffer.</summary>
    public required ProductNumber Number { get; init; }

    /// <inheritdoc/>
    public override LevelNumber LevelNumber => LevelNumber.Of(Number);

    /// <summary>
    /// The number of the statistical Produktrahmen (<c>produktrahmen</c>) under which counties with other numbers of their own
    /// compare the product; the product's own where the catalogue gives none.
    /// </summary>
    public ProductNumber FrameNumber { get => frameNumber == default ? Number : frameNumber; init => frameNumber = value; }

    /// <summary>Where the product stands in the Produktplan.</summary>
    public required ProductHierarchy Hierarchy { get; init; }

    /// <summary>The department that answers for the product (<c>amt</c>).</summary>
    public required DepartmentId Department { get; init; }

    /// <summary>Art der Aufgabe; null where blank.</summary>
    public string? TaskKind { get; init; }

    /// <summary>Auftraggeber; null where blank.</summary>
    public string? Principal { get; init; }

    /// <summary>Produktart; null where blank.</summary>
    public string? ProductKind { get; init; }

    /// <summary>Produktverantwortlicher; null where blank.</summary>
    public string? Responsible { get; init; }

    /// <summary>Auftragsgrundlage; null where blank.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>Zielgruppe; null where blank.</summary>
    public string? TargetGroup { get; init; }

    /// <summary>The goals in the order of the form.</summary>
    public ImmutableArray<Goal> Goals { get; init; } = [];

    /// <summary>The services (Leistungen) in the order of the form.</summary>
    public ImmutableArray<Service> Services { get; init; } = [];

    /// <summary>Products of the previous year's catalogue whose figures this one continues (<c>vorgaenger</c>).</summary>
    public ImmutableArray<Predecessor> Predecessors { get; init; } = [];

    /// <summary>The product's own level, then its services in order.</summary>
    public IEnumerable<Level> Levels => Services.Prepend<Level>(this);

    /// <summary>Whether any of its figures is compared with those of other counties.</summary>
    public bool HasSharedFigures => Levels.SelectMany(level => level.Figures).Any(figure => figure.Shared is not null);

    /// <summary>
    /// The one level of the previous year that a level of this product continues whole; null where it has none, several or a
    /// part.
    /// </summary>
    public Predecessor? RenamedFrom(LevelNumber level) =>
        Predecessors.Where(former => former.Level == level).Take(2).ToList() is [{ Share: 1m } only] ? only : null;

    /// <summary>The product itself or the service with this number, or null.</summary>
    public Level? FindLevel(LevelNumber number)
    {
        if (LevelNumber == number)
            return this;
        foreach (var service in Services)
        {
            if (service.Number == number)
                return service;
        }

        return null;
    }
}

/// <summary>Whether a service is for the administration itself or for others.</summary>
public enum ServiceKind
{
    /// <summary><c>intern</c>.</summary>
    Internal,

    /// <summary><c>extern</c>.</summary>
    External,
}

/// <summary>A Leistung, part of a product.</summary>
public sealed record Service : Level
{
    /// <summary>Leistungs-Nr.</summary>
    public required LevelNumber Number { get; init; }

    /// <inheritdoc/>
    public override LevelNumber LevelNumber => Number;

    /// <summary>Interne or externe Leistung.</summary>
    public required ServiceKind Kind { get; init; }
}

/// <summary>
/// A level of an earlier year whose values count as this product's (or service's) past, also where it was renumbered, split or
/// merged.
/// </summary>
/// <param name="Level">The level here that continues it: the product's own number or a service's.</param>
/// <param name="FormerProduct">The product number then.</param>
/// <param name="FormerLevel">The level number then.</param>
/// <param name="Share">Which part of its additive values, over 0 to 1; 1 unless it was split.</param>
public sealed record Predecessor(LevelNumber Level, ProductNumber FormerProduct, LevelNumber FormerLevel, decimal Share);

/// <summary>How a goal's figure is held against its target.</summary>
public enum Comparison
{
    /// <summary><c>mindestens</c>.</summary>
    AtLeast,

    /// <summary><c>hoechstens</c>.</summary>
    AtMost,
}

/// <summary>A Ziel of the form.</summary>
public sealed record Goal
{
    /// <summary>The goal's short name, unique within the product.</summary>
    public required FigureId Id { get; init; }

    /// <summary>The sentence as in the form; <c>{ziel}</c> and <c>{zeitraum}</c> are replaced when printed.</summary>
    public required string Text { get; init; }

    /// <summary>The level of the figure that measures the goal.</summary>
    public required LevelNumber Level { get; init; }

    /// <summary>The figure that measures the goal.</summary>
    public required FigureId Figure { get; init; }

    /// <summary>At least or at most.</summary>
    public required Comparison Comparison { get; init; }

    /// <summary>The target; null where the form still leaves it blank: the goal is printed, its status is grey.</summary>
    public decimal? Target { get; init; }

    /// <summary>The span the target is for: a quarter's target is not a year's.</summary>
    public required PeriodKind Span { get; init; }
}
