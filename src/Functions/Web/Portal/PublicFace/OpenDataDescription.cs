using System.Text.Json.Nodes;

namespace Produktreport.Functions.Web.Portal.PublicFace;

/// <summary>
/// The published figures described by DCAT-AP.de as JSON-LD, for GovData and others that harvest it. One dataset a period; its
/// distributions are the CSV and JSON files everybody can download.
/// </summary>
/// <param name="Base">The address of the portal, without a slash at its end.</param>
/// <param name="Catalogue">The catalogue in force.</param>
/// <param name="Licence">The licence.</param>
internal sealed record OpenDataDescription(string Base, Catalogue Catalogue, OpenLicence Licence)
{
    private const string Authority = "http://publications.europa.eu/resource/authority/";
    private const string Geocoding = "http://dcat-ap.de/def/politicalGeocoding/";

    // By its Amtlicher Schlüssel a Kreis has five digits.
    private const int DistrictKeyLength = 5;

    /// <summary>The description of these datasets.</summary>
    public JsonObject Of(IReadOnlyList<OpenDataset> datasets) => new()
    {
        ["@context"] = new JsonObject
        {
            ["dcat"] = "http://www.w3.org/ns/dcat#",
            ["dct"] = "http://purl.org/dc/terms/",
            ["dcatde"] = "http://dcat-ap.de/def/dcatde/",
            ["foaf"] = "http://xmlns.com/foaf/0.1/",
            ["vcard"] = "http://www.w3.org/2006/vcard/ns#",
            ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
        },
        ["@id"] = Base + OpenDataPages.Description,
        ["@type"] = "dcat:Catalog",
        ["dct:title"] = German($"Kennzahlen: {Catalogue.County}"),
        ["dct:description"] = German($"Grund- und Kennzahlen der Produkte: {Catalogue.County}."),
        ["dct:publisher"] = Publisher,
        ["dct:language"] = Reference(Authority + "language/DEU"),
        ["foaf:homepage"] = Reference(Base + "/"),
        ["dcat:dataset"] = new JsonArray([.. datasets.Select(Dataset)]),
    };

    private JsonObject Publisher => new()
    {
        ["@id"] = Base + "/#herausgeber",
        ["@type"] = "foaf:Organization",
        ["foaf:name"] = Catalogue.County,
    };

    private JsonObject Dataset(OpenDataset dataset)
    {
        var (period, address) = (dataset.Period, $"{Base}{OpenDataPages.Page}#{dataset.Period}");
        var described = new JsonObject
        {
            ["@id"] = address,
            ["@type"] = "dcat:Dataset",
            ["dct:title"] = German($"Produktberichte {GermanFormat.Name(period)}: {Catalogue.County}"),
            ["dct:description"] = German(
                $"Ist, Plan, Abweichung und Vorjahr aller veröffentlichten Grund- und Kennzahlen, {GermanFormat.Name(period)}."),
            ["dct:identifier"] = address,
            ["dct:publisher"] = Publisher,
            ["dcat:contactPoint"] = Contact,
            ["dcat:theme"] = Reference(Authority + "data-theme/GOVE"),
            ["dct:language"] = Reference(Authority + "language/DEU"),
            ["dct:modified"] = Day(dataset.AsOf),
            ["dct:temporal"] = new JsonObject
            {
                ["@type"] = "dct:PeriodOfTime",
                ["dcat:startDate"] = Day(period.Start),
                ["dcat:endDate"] = Day(period.End),
            },
            ["dcat:landingPage"] = Reference(Base + OpenDataPages.Page),
            ["dcatde:politicalGeocodingLevelURI"] = Reference(Geocoding + "Level/administrativeDistrict"),
            ["dcat:distribution"] = new JsonArray([.. dataset.Reports.SelectMany(Distributions)]),
        };
        if (Catalogue.CountyKey is { Length: DistrictKeyLength } key)
            described["dcatde:politicalGeocodingURI"] = Reference(Geocoding + "districtKey/" + key);
        if (Catalogue.Face.Contributor is { } contributor)
            described["dcatde:contributorID"] = Reference(contributor.OriginalString);
        return described;
    }

    private JsonObject Contact
    {
        get
        {
            var contact = new JsonObject { ["@type"] = "vcard:Organization", ["vcard:fn"] = Catalogue.County };
            if (Catalogue.Face.Feedback is { } address)
                contact["vcard:hasEmail"] = Reference("mailto:" + address);
            return contact;
        }
    }

    private IEnumerable<JsonNode> Distributions(VisibleReport report)
    {
        yield return Distribution(report, ".csv", "CSV", "text/csv");
        yield return Distribution(report, ".json", "JSON", "application/json");
    }

    private JsonObject Distribution(VisibleReport report, string ending, string format, string mediaType)
    {
        var address = Base + OpenDataPages.Download(report, ending);
        return new JsonObject
        {
            ["@id"] = address,
            ["@type"] = "dcat:Distribution",
            ["dct:title"] = German($"{report.Summary.Name} als {format}"),
            ["dcat:accessURL"] = Reference(Base + OpenDataPages.Page),
            ["dcat:downloadURL"] = Reference(address),
            ["dct:format"] = Reference(Authority + "file-type/" + format),
            ["dcat:mediaType"] = Reference("https://www.iana.org/assignments/media-types/" + mediaType),
            ["dct:license"] = Reference(Licence.Address),
            ["dcatde:licenseAttributionByText"] = German(Catalogue.County),
        };
    }

    private static JsonObject Reference(string address) => new() { ["@id"] = address };

    private static JsonObject German(string text) => new() { ["@value"] = text, ["@language"] = "de" };

    private static JsonObject Day(DateOnly day) => new()
    {
        ["@value"] = day.ToString("O", CultureInfo.InvariantCulture),
        ["@type"] = "xsd:date",
    };
}
