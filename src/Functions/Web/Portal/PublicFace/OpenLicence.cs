namespace Produktreport.Functions.Web.Portal.PublicFace;

/// <summary>A licence for open data, as DCAT-AP.de names it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Address">Its address in the vocabulary <c>http://dcat-ap.de/def/licenses</c>.</param>
internal sealed record OpenLicence(string Name, string Address)
{
    private const string Vocabulary = "http://dcat-ap.de/def/licenses/";

    // As people write them in the catalogue, without blanks, slashes and signs.
    private static readonly Dictionary<string, OpenLicence> Known = new(StringComparer.Ordinal)
    {
        ["dldeby20"] = new("Datenlizenz Deutschland – Namensnennung – Version 2.0", Vocabulary + "dl-by-de/2.0"),
        ["dldezero20"] = new("Datenlizenz Deutschland – Zero – Version 2.0", Vocabulary + "dl-zero-de/2.0"),
        ["dlbyde20"] = new("Datenlizenz Deutschland – Namensnennung – Version 2.0", Vocabulary + "dl-by-de/2.0"),
        ["dlzerode20"] = new("Datenlizenz Deutschland – Zero – Version 2.0", Vocabulary + "dl-zero-de/2.0"),
        ["ccby40"] = new("Creative Commons Namensnennung 4.0 International", Vocabulary + "cc-by/4.0"),
        ["cc0"] = new("Creative Commons Zero 1.0", Vocabulary + "cc-zero"),
        ["cc010"] = new("Creative Commons Zero 1.0", Vocabulary + "cc-zero"),
        ["cczero"] = new("Creative Commons Zero 1.0", Vocabulary + "cc-zero"),
    };

    /// <summary>The licence a catalogue names; null where it names none, or one nobody knows.</summary>
    public static OpenLicence? Of(string? text) => text is null
        ? null
        : Known.GetValueOrDefault(string.Concat(text.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)));
}
