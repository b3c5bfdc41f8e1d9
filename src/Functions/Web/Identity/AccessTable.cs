using System.Collections.Frozen;
using static Produktreport.Functions.Web.Identity.Who;

namespace Produktreport.Functions.Web.Identity;

/// <summary>Who may call a route. What they see there is narrowed further by the report's state and the department.</summary>
internal enum Who
{
    /// <summary>Anybody, signed in or not.</summary>
    Everybody,

    /// <summary>
    /// Whoever is signed in; nobody else – unless the county publishes, then anybody, who sees the public edition of released
    /// reports.
    /// </summary>
    ReadersOfReports,

    /// <summary>Whoever delivers for a department: Fachamt, Controlling, Administration.</summary>
    Deliverers,

    /// <summary>
    /// As <see cref="Deliverers"/>; a Fachamt only for its own department, which the route names as <c>{amt}</c>.
    /// </summary>
    OwnDepartment,

    /// <summary>Controlling and Administration.</summary>
    Controllers,

    /// <summary>Administration.</summary>
    Administrators,
}

/// <summary>One row: a route, and who may call it.</summary>
/// <param name="Methods">HTTP methods, separated by blanks.</param>
/// <param name="Route">The route as it is mapped.</param>
/// <param name="Who">Who may.</param>
internal sealed record AccessRow(string Methods, string Route, Who Who);

/// <summary>
/// Every route of the program and who may call it. A route without a row is closed to everybody, and fails a test.
/// </summary>
internal static class AccessTable
{
    public static IReadOnlyList<AccessRow> Rows { get; } =
    [
        // Pages
        new("GET", "/", ReadersOfReports),
        new("GET", "/suche", ReadersOfReports),
        new("GET", "/produkte/vergleich", ReadersOfReports),
        new("GET", "/offene-daten", ReadersOfReports),
        new("GET", "/offene-daten.jsonld", ReadersOfReports),
        new("GET", "/einbetten/{produkt}/{periode}/{ebene}/{id}", ReadersOfReports),
        new("GET", "/impressum", Everybody),
        new("GET", "/datenschutz", Everybody),
        new("GET", "/barrierefreiheit", Everybody),
        new("GET", "/wappen", Everybody),
        new("GET", "/produkte/{produkt}/{periode}", ReadersOfReports),
        new("GET", "/produkte/{produkt}/zahlen/{ebene}/{id}", ReadersOfReports),
        new("GET", "/produkte/{produkt}/{periode}/warum/{ebene}/{id}/{feld}", ReadersOfReports),
        new("GET", "/lieferungen", Deliverers),
        new("GET", "/lieferungen/{amt}", OwnDepartment),
        new("POST", "/lieferungen/{amt}", OwnDepartment),
        new("GET", "/lieferungen/{amt}/eingabe/{periode}", OwnDepartment),
        new("GET POST", "/lieferungen/{amt}/eingabe/{periode}/{produkt}", OwnDepartment),
        new("GET POST", "/lieferungen/{amt}/zurueckziehen/{**datei}", OwnDepartment),
        new("GET", "/quittungen/{amt}/{**datei}", OwnDepartment),
        new("GET", "/quellen/{amt}/{**datei}", OwnDepartment),
        new("GET", "/fristen", Deliverers),
        new("GET", "/freigabe", Controllers),
        new("POST", "/freigabe", Controllers),
        new("POST", "/freigabe/pruefen", Controllers),
        new("GET", "/versionen/{periode}/{name}", ReadersOfReports),
        new("POST", "/versionen/{periode}/{name}", Controllers),
        new("GET", "/katalog", Controllers),
        new("GET", "/katalog/pruefung", Controllers),
        new("POST", "/katalog", Administrators),
        new("GET", "/stoerungen", Controllers),
        new("POST", "/stoerungen", Administrators),
        new("GET", "/nachrichten", Controllers),
        new("POST", "/nachrichten", Controllers),
        new("GET", "/zugaenge", Administrators),
        new("POST", "/zugaenge", Administrators),
        new("GET", "/zugaenge/{name}", Administrators),
        new("POST", "/zugaenge/{name}", Administrators),
        new("GET", "/protokoll", Administrators),
        new("GET", "/schnittstelle", Everybody),
        new("GET", "/anmelden", Everybody),
        new("POST", "/anmelden", Everybody),
        new("POST", "/abmelden", Everybody),

        // Programming interface
        new("GET", "/api/v1/berichte", ReadersOfReports),
        new("GET", "/api/v1/berichte/atom.xml", ReadersOfReports),
        new("GET HEAD", "/api/v1/berichte/{periode}.zip", ReadersOfReports),
        new("GET HEAD", "/api/v1/berichte/{periode}/{datei}", ReadersOfReports),
        new("GET", "/api/v1/berichte/{periode}/werte.{endung}", ReadersOfReports),
        new("GET", "/api/v1/berichte/{periode}/{name}/werte.{endung}", ReadersOfReports),
        new("GET", "/api/v1/berichte/{periode}/{name}/freigabe", ReadersOfReports),
        new("POST", "/api/v1/berichte/{periode}/{name}/freigabe", Controllers),
        new("POST", "/api/v1/berichte/{periode}/{name}/ruecknahme", Controllers),
        new("GET", "/api/v1/berichte/{periode}/{name}/versionen", ReadersOfReports),
        new("GET", "/api/v1/berichte/{periode}/{name}/vorschau", Deliverers),
        new("GET", "/api/v1/kennzahlen/{ebene}/{id}", ReadersOfReports),
        new("GET", "/api/v1/lieferungen", Deliverers),
        new("GET", "/api/v1/quittungen/{amt}/{**datei}", OwnDepartment),
        new("GET", "/api/v1/eingang/{amt}/{**datei}", OwnDepartment),
        new("GET", "/api/v1/herkunft/{amt}/{**datei}", OwnDepartment),
        new("GET", "/api/v1/vorlagen/{amt}/{datei}", OwnDepartment),
        new("PUT", "/api/v1/eingang/{amt}/{datei}", OwnDepartment),
        new("DELETE", "/api/v1/eingang/{amt}/{**datei}", OwnDepartment),
        new("POST", "/api/v1/pruefung/{amt}/{datei}", OwnDepartment),
        new("GET", "/api/v1/zeitraeume", Deliverers),
        new("GET", "/api/v1/zeitraeume/{periode}/status", Deliverers),
        new("GET", "/api/v1/stoerungen", Controllers),
        new("POST", "/api/v1/stoerungen/{id}/wiederholen", Administrators),
        new("DELETE", "/api/v1/stoerungen/{id}", Administrators),
        new("GET", "/api/v1/protokoll/{datei}", Administrators),
        new("GET", "/openapi/{documentName}.json", Everybody),
        new("GET", "/health/live", Everybody),
        new("GET", "/health/ready", Everybody),
    ];

    private static readonly FrozenDictionary<(string Method, string Route), AccessRow> ByCall = Rows
        .SelectMany(row => row.Methods.Split(' ').Select(method => (method, row)))
        .ToFrozenDictionary(call => (call.method, call.row.Route), call => call.row);

    /// <summary>The row of a route; null where there is none.</summary>
    public static AccessRow? Find(string method, string route) => ByCall.GetValueOrDefault((method.ToUpperInvariant(), route));

    /// <summary>Whether a visitor may call a route.</summary>
    /// <param name="row">The route's row.</param>
    /// <param name="visitor">Who asks.</param>
    /// <param name="department">The route's <c>{amt}</c>; null where it names none, or no department's id.</param>
    /// <param name="isPublic">Whether the county publishes.</param>
    public static bool Allows(AccessRow row, Visitor visitor, Core.Catalogues.DepartmentId? department, Func<bool> isPublic) =>
        row.Who switch
        {
            Everybody => true,
            ReadersOfReports => visitor.IsSignedIn || isPublic(),
            Deliverers => visitor.Role >= Role.Department,
            OwnDepartment => visitor.SeesAll || (department is { } own && visitor.WorksFor(own)),
            Controllers => visitor.Role >= Role.Controlling,
            Administrators => visitor.Role >= Role.Administration,
            _ => false,
        };
}
