using System.Collections.Immutable;

namespace Produktreport.Core.Comparisons.Files;

/// <summary>A field of the open format, as a column of CSV and as a member of JSON.</summary>
public enum OpenField
{
    /// <summary><c>schluessel</c></summary>
    Region,

    /// <summary><c>koerperschaft</c></summary>
    Body,

    /// <summary><c>jahr</c></summary>
    Year,

    /// <summary><c>produkt</c></summary>
    Product,

    /// <summary><c>kennzahl</c></summary>
    Figure,

    /// <summary><c>bezeichnung</c></summary>
    Name,

    /// <summary><c>wert</c></summary>
    Value,

    /// <summary><c>einheit</c></summary>
    Unit,

    /// <summary><c>einwohner</c></summary>
    Population,

    /// <summary><c>vergleichbarkeit</c></summary>
    Caveat,

    /// <summary><c>herkunft</c></summary>
    Provenance,

    /// <summary><c>lizenz</c></summary>
    Licence,
}

/// <summary>What is fixed about the fields.</summary>
internal static class OpenFields
{
    /// <summary>The longest text of a field.</summary>
    public const int LongestText = 1000;

    private static readonly ImmutableArray<OpenField> Optional =
        [OpenField.Body, OpenField.Name, OpenField.Population, OpenField.Caveat];

    /// <summary>All fields, in the order of the columns.</summary>
    public static ImmutableArray<OpenField> All { get; } = [.. Enum.GetValues<OpenField>()];

    /// <summary>The names of all fields, in the order of the columns.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(field => field.Name())];

    /// <summary>The fields that a JSON file states once for all its figures.</summary>
    public static ImmutableArray<OpenField> OfTheBody { get; } =
        [OpenField.Region, OpenField.Body, OpenField.Year, OpenField.Population, OpenField.Licence];

    /// <summary>Whether a column must be there.</summary>
    public static bool IsRequired(this OpenField field) => !Optional.Contains(field);

    /// <summary>Whether it must be filled in; a unit is empty for plain counts.</summary>
    public static bool MustBeFilled(this OpenField field) => field.IsRequired() && field != OpenField.Unit;

    /// <summary>Whether JSON has it as a number.</summary>
    public static bool IsNumber(this OpenField field) =>
        field is OpenField.Year or OpenField.Value or OpenField.Population;

    /// <summary>The name of a column or member.</summary>
    public static string Name(this OpenField field) => field switch
    {
        OpenField.Region => "schluessel",
        OpenField.Body => "koerperschaft",
        OpenField.Year => "jahr",
        OpenField.Product => "produkt",
        OpenField.Figure => "kennzahl",
        OpenField.Name => "bezeichnung",
        OpenField.Value => "wert",
        OpenField.Unit => "einheit",
        OpenField.Population => "einwohner",
        OpenField.Caveat => "vergleichbarkeit",
        OpenField.Provenance => "herkunft",
        OpenField.Licence => "lizenz",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
