using System.Collections.Immutable;

namespace Produktreport.Core.Comparisons.Files;

/// <summary>A field of the open format, as a column of CSV and as a member of JSON.</summary>
internal enum OpenField
{
    Region,
    Body,
    Year,
    Product,
    Figure,
    Name,
    Value,
    Unit,
    Population,
    Caveat,
    Provenance,
    Licence,
}

internal static class OpenFields
{
    /// <summary>The longest text of a field.</summary>
    public const int LongestText = 1000;

    private static readonly ImmutableArray<OpenField> Optional =
        [OpenField.Body, OpenField.Name, OpenField.Population, OpenField.Caveat];

    public static ImmutableArray<OpenField> All { get; } = [.. Enum.GetValues<OpenField>()];

    /// <summary>The names of all fields, in the order of the columns.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(field => field.Name())];

    /// <summary>The fields that a JSON file states once for all its figures.</summary>
    public static ImmutableArray<OpenField> OfTheBody { get; } =
        [OpenField.Region, OpenField.Body, OpenField.Year, OpenField.Population, OpenField.Licence];

    public static bool IsRequired(this OpenField field) => !Optional.Contains(field);

    /// <summary>Whether it must be filled in; a unit is empty for plain counts.</summary>
    public static bool MustBeFilled(this OpenField field) => field.IsRequired() && field != OpenField.Unit;

    /// <summary>Whether JSON has it as a number.</summary>
    public static bool IsNumber(this OpenField field) => field is OpenField.Year or OpenField.Value or OpenField.Population;

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
