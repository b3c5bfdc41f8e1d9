using System.Collections.Immutable;
using System.Globalization;
using Produktreport.Core.Catalogues.Reading;

namespace Produktreport.Core.Catalogues.Authoring;

/// <summary>A product as the nodes of its file: the opposite of reading it.</summary>
internal sealed class ProductNodes
{
    private readonly StandardFigures standard;

    private ProductNodes(StandardFigures standard) => this.standard = standard;

    /// <summary>The file of a product; what is the county's standard is left out.</summary>
    public static YamlMap Of(Product product, StandardFigures standard) => new ProductNodes(standard).Product(product);

    /// <summary>A section from keys and values; keys whose value is null are left out.</summary>
    public static YamlMap Map(params IEnumerable<(string Key, YamlNode? Value)> entries) =>
        new(0, [.. entries.Where(entry => entry.Value is not null).Select(entry => new YamlEntry(0, entry.Key, entry.Value!))]);

    /// <summary>A list; null where it has no entries.</summary>
    public static YamlList? List(IEnumerable<YamlNode> items) =>
        items.ToImmutableArray() is { IsEmpty: false } list ? new YamlList(0, list) : null;

    /// <summary>A text; null where there is none.</summary>
    public static YamlScalar? Text(string? text) => string.IsNullOrEmpty(text) ? null : YamlScalar.Of(text);

    /// <summary>A text; blank where there is none.</summary>
    public static YamlScalar TextOrBlank(string? text) => Text(text) ?? YamlScalar.Blank;

    /// <summary>An exact number; null where there is none.</summary>
    public static YamlScalar? Number(decimal? number) =>
        number is { } value ? YamlScalar.Plain(value.ToString(CultureInfo.InvariantCulture)) : null;

    /// <summary>A step of the hierarchy.</summary>
    public static YamlMap Step(HierarchyStep step) => Map(("nummer", Text(step.Number)), ("bezeichnung", Text(step.Name)));

    private YamlMap Product(Product product) => Map(
    [
        ("produkt", Text(product.Number.Text)), ("bezeichnung", Text(product.Name)),
        ("hauptproduktbereich", Step(product.Hierarchy.MainArea)), ("produktbereich", Step(product.Hierarchy.Area)),
            ("produktgruppe", Step(product.Hierarchy.Group)),
        ("amt", TextOrBlank(product.Department.Text)), ("art_der_aufgabe", TextOrBlank(product.TaskKind)),
        ("auftraggeber", TextOrBlank(product.Principal)), ("produktart", TextOrBlank(product.ProductKind)),
        ("produktverantwortlich", TextOrBlank(product.Responsible)), ("beschreibung", TextOrBlank(product.Description)),
        ("auftragsgrundlage", TextOrBlank(product.LegalBasis)), ("zielgruppe", TextOrBlank(product.TargetGroup)),
        ("vorgaenger", Predecessors(product, product.LevelNumber)),
        ("ziele", List(product.Goals.Select(goal => Goal(goal, product)))),
        .. Figures(product),
        ("leistungen", List(product.Services.Select(service => Service(service, product)))),
    ]);

    private YamlMap Service(Service service, Product product) => Map(
    [
        ("nummer", Text(service.Number.Text)), ("bezeichnung", Text(service.Name)),
            ("art", Text(Words.Of(Words.ServiceKinds, service.Kind))),
        ("beschreibung", Text(service.Description)), ("vorgaenger", Predecessors(product, service.Number)), .. Figures(service),
    ]);

    private static YamlList? Predecessors(Product product, LevelNumber level) => List(
        product.Predecessors.Where(predecessor => predecessor.Level == level).Select(predecessor => Map(
            ("produkt", Text(predecessor.FormerProduct.Text)),
            ("leistung", predecessor.FormerLevel.Text == predecessor.FormerProduct.Text ? null
                : Text(predecessor.FormerLevel.Text)),
            ("anteil", predecessor.Share == 1 ? null : Number(predecessor.Share)))));

    private static YamlMap Goal(Goal goal, Product product) => Map(
        ("id", Text(goal.Id.Text)), ("text", Text(goal.Text)),
        ("misst", Text(goal.Level == product.LevelNumber ? goal.Figure.Text : $"{goal.Level}.{goal.Figure}")),
        ("vergleich", Text(Words.Of(Words.Comparisons, goal.Comparison))),
        ("ziel", Number(goal.Target) ?? YamlScalar.Blank), ("zeitraum", Text(Words.Of(Words.PeriodKinds, goal.Span))));

    private IEnumerable<(string Key, YamlNode? Value)> Figures(Level level)
    {
        var ownBase = level.BaseFigures.Where(
            figure => !standard.BaseFiguresAt(level.LevelNumber).Any(known => IsSame(known, figure)));
        var isStandard = level.KeyFigures.Length == standard.KeyFigures.Length
            && level.KeyFigures.Zip(standard.KeyFiguresAt(level.LevelNumber)).All(pair => IsSame(pair.First, pair.Second));
        yield return ("grundzahlen", List(ownBase.Select(FigureNodes.BaseFigure)));
        yield return ("kennzahlen", isStandard ? null : new YamlList(0, [.. level.KeyFigures.Select(FigureNodes.KeyFigure)]));
    }

    /// <summary>Same as written: equal nodes are equal text.</summary>
    private static bool IsSame(Figure left, Figure right) => left.Id == right.Id && Written(left) == Written(right);

    private static string Written(Figure figure) => figure is BaseFigure number
        ? YamlWriter.Write(FigureNodes.BaseFigure(number), CatalogueFormat.BaseFigure)
        : YamlWriter.Write(FigureNodes.KeyFigure((KeyFigure)figure), CatalogueFormat.KeyFigure);
}
