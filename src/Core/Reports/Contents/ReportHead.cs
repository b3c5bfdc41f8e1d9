using System.Text.Json.Serialization;
using Produktreport.Core.Catalogues;

namespace Produktreport.Core.Reports.Contents;

/// <summary>The head of a product report: whose it is and where the product stands.</summary>
public sealed record ReportHead
{
    /// <summary>The county.</summary>
    [JsonPropertyName("koerperschaft")]
    public required string County { get; init; }

    /// <summary>The county's Wappen on page one; null where there is none.</summary>
    [JsonPropertyName("wappen")]
    public ReportLogo? Logo { get; init; }

    /// <summary>Hauptproduktbereich, number and name.</summary>
    [JsonPropertyName("hauptproduktbereich")]
    public required NumberedName MainArea { get; init; }

    /// <summary>Produktbereich, number and name.</summary>
    [JsonPropertyName("produktbereich")]
    public required NumberedName Area { get; init; }

    /// <summary>Produktgruppe, number and name.</summary>
    [JsonPropertyName("produktgruppe")]
    public required NumberedName Group { get; init; }

    /// <summary>The id of the department that answers for the product.</summary>
    [JsonPropertyName("amt")]
    public required DepartmentId Department { get; init; }

    /// <summary>The department's name; its id where the catalogue does not list it.</summary>
    [JsonPropertyName("amtBezeichnung")]
    public required string DepartmentName { get; init; }

    /// <summary>Whom to ask; null where the catalogue gives nobody.</summary>
    [JsonPropertyName("kontakt")]
    public string? Contact { get; init; }

    /// <summary>Produktverantwortlicher; null where the form is blank.</summary>
    [JsonPropertyName("produktverantwortlich")]
    public string? Responsible { get; init; }
}

/// <summary>A numbered, named step of the hierarchy: „11 Innere Verwaltung“.</summary>
/// <param name="Number">The number, text.</param>
/// <param name="Name">The name; empty where the catalogue gives none.</param>
public sealed record NumberedName(
    [property: JsonPropertyName("nummer")] string Number,
    [property: JsonPropertyName("bezeichnung")] string Name)
{
    internal static NumberedName Of(HierarchyStep step) => new(step.Number, step.Name);

    /// <summary>Number and name: <c>11 Innere Verwaltung</c>.</summary>
    public override string ToString() => Name.Length == 0 ? Number : $"{Number} {Name}";
}

/// <summary>A sentence of page one.</summary>
/// <param name="Topic">What it is about, one or two words: „Ergebnis“, „Ziele“.</param>
/// <param name="Text">The sentence or two.</param>
public sealed record KeyMessage(
    [property: JsonPropertyName("thema")] string Topic,
    [property: JsonPropertyName("text")] string Text);

/// <summary>Which Wappen a report shows; the picture itself stays in the catalogue, so that reports as data stay small.</summary>
/// <param name="Text">What it shows, for those who do not see it.</param>
/// <param name="Sha256">Identifies it, see <see cref="Logo.Sha256"/>: another picture makes another version of the
/// report.</param>
public sealed record ReportLogo(
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("sha256")] string Sha256)
{
    /// <summary>The mark of the catalogue's logo; null where there is none.</summary>
    internal static ReportLogo? Of(Logo? logo) => logo is null ? null : new ReportLogo(logo.Text, logo.Sha256);
}

/// <summary>The product itself or one of its services, as a heading over rows.</summary>
/// <param name="Number">The number of the product or service.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Product, internal or external service.</param>
/// <param name="Description">Beschreibung der Leistung; null where blank, and for the product.</param>
public sealed record ReportLevel(
    [property: JsonPropertyName("ebene")] LevelNumber Number,
    [property: JsonPropertyName("bezeichnung")] string Name,
    [property: JsonPropertyName("art")] LevelKind Kind,
    [property: JsonPropertyName("beschreibung")] string? Description);

/// <summary>What a level is.</summary>
public enum LevelKind
{
    /// <summary>The product itself.</summary>
    Product,

    /// <summary>An interne Leistung.</summary>
    InternalService,

    /// <summary>An externe Leistung.</summary>
    ExternalService,
}
