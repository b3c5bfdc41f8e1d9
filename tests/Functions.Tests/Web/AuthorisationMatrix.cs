
namespace Produktreport.Functions.Tests.Web;

/// <summary>
/// What each role gets on each route, own and foreign. A status for each role: without sign-in, Leser, Fachamt (Büro Landrat),
/// Controlling, Administration. The order matters where a row changes something.
/// </summary>
internal static class AuthorisationMatrix
{
    public const string Text = """
        # method route                                            | address                                                       | ohne leser fach contr admin
        GET /                                                     | /                                                             | 401  200   200  200   200
        GET /suche                                                | /suche?q=personal                                             | 401  200   200  200   200
        GET /offene-daten                                         | /offene-daten                                                 | 401  200   200  200   200
        GET /offene-daten.jsonld                                  | /offene-daten.jsonld                                          | 401  404   404  404   404
        GET /einbetten/{produkt}/{periode}/{ebene}/{id}           | /einbetten/1111/2025-Q1/1111/ergebnis                         | 401  404   404  404   404
        GET /impressum                                            | /impressum                                                    | 200  200   200  200   200
        GET /datenschutz                                          | /datenschutz                                                  | 200  200   200  200   200
        GET /barrierefreiheit                                     | /barrierefreiheit                                             | 200  200   200  200   200
        GET /wappen                                               | /wappen                                                       | 200  200   200  200   200
        GET /produkte/{produkt}/{periode}                         | /produkte/1111/2025-Q1                                        | 401  404   200  200   200
        GET /produkte/{produkt}/{periode}                         | /produkte/1121/2025-Q1                                        | 401  404   404  200   200
        GET /produkte/{produkt}/zahlen/{ebene}/{id}               | /produkte/1111/zahlen/1111/ergebnis                           | 401  404   200  200   200
        GET /produkte/{produkt}/zahlen/{ebene}/{id}               | /produkte/1121/zahlen/1121/ergebnis                           | 401  404   404  200   200
        GET /produkte/{produkt}/zahlen/{ebene}/{id}               | /produkte/1121/zahlen/1111/ergebnis                           | 401  404   404  404   404
        GET /produkte/vergleich                                   | /produkte/vergleich?zahl=1111.ergebnis&zahl=1121.ergebnis     | 401  200   200  200   200
        GET /produkte/{produkt}/{periode}/warum/{ebene}/{id}/{feld} | /produkte/1111/2025-Q1/warum/1111/ergebnis/istPeriode       | 401  404   200  200   200
        GET /produkte/{produkt}/{periode}/warum/{ebene}/{id}/{feld} | /produkte/1121/2025-Q1/warum/1121/ergebnis/istPeriode       | 401  404   404  200   200
        GET /lieferungen                                          | /lieferungen                                                  | 401  403   302  302   302
        GET /lieferungen/{amt}                                    | /lieferungen/buero-landrat                                    | 401  403   200  200   200
        GET /lieferungen/{amt}                                    | /lieferungen/personalamt                                      | 401  403   403  200   200
        POST /lieferungen/{amt}                                   | /lieferungen/buero-landrat                                    | 401  403   400  400   400
        POST /lieferungen/{amt}                                   | /lieferungen/personalamt                                      | 401  403   403  400   400
        GET /lieferungen/{amt}/eingabe/{periode}                  | /lieferungen/buero-landrat/eingabe/2025-Q2                    | 401  403   302  302   302
        GET /lieferungen/{amt}/eingabe/{periode}                  | /lieferungen/personalamt/eingabe/2025-Q2                      | 401  403   403  302   302
        GET /lieferungen/{amt}/eingabe/{periode}/{produkt}        | /lieferungen/buero-landrat/eingabe/2025-Q2/1111               | 401  403   200  200   200
        GET /lieferungen/{amt}/eingabe/{periode}/{produkt}        | /lieferungen/buero-landrat/eingabe/2025-Q2/1121               | 401  403   404  404   404
        GET /lieferungen/{amt}/eingabe/{periode}/{produkt}        | /lieferungen/personalamt/eingabe/2025-Q2/1121                 | 401  403   403  200   200
        POST /lieferungen/{amt}/eingabe/{periode}/{produkt}       | /lieferungen/buero-landrat/eingabe/2025-Q2/1111               | 401  403   400  400   400
        POST /lieferungen/{amt}/eingabe/{periode}/{produkt}       | /lieferungen/personalamt/eingabe/2025-Q2/1121                 | 401  403   403  400   400
        GET /lieferungen/{amt}/zurueckziehen/{**datei}            | /lieferungen/buero-landrat/zurueckziehen/2025-ist.csv         | 401  403   200  200   200
        GET /lieferungen/{amt}/zurueckziehen/{**datei}            | /lieferungen/personalamt/zurueckziehen/2025-ist.csv           | 401  403   403  200   200
        POST /lieferungen/{amt}/zurueckziehen/{**datei}           | /lieferungen/buero-landrat/zurueckziehen/2025-ist.csv         | 401  403   400  400   400
        POST /lieferungen/{amt}/zurueckziehen/{**datei}           | /lieferungen/personalamt/zurueckziehen/2025-ist.csv           | 401  403   403  400   400
        GET /quittungen/{amt}/{**datei}                           | /quittungen/buero-landrat/2025-ist.csv                        | 401  403   200  200   200
        GET /quittungen/{amt}/{**datei}                           | /quittungen/personalamt/2025-ist.csv                          | 401  403   403  200   200
        GET /quellen/{amt}/{**datei}                              | /quellen/buero-landrat/2025-ist.csv?zeile=3                   | 401  403   200  200   200
        GET /quellen/{amt}/{**datei}                              | /quellen/personalamt/2025-ist.csv                             | 401  403   403  200   200
        GET /fristen                                              | /fristen                                                      | 401  403   200  200   200
        GET /freigabe                                             | /freigabe                                                     | 401  403   403  200   200
        POST /freigabe                                            | /freigabe?zeitraum=2025-Q1                                    | 401  403   403  400   400
        POST /freigabe/pruefen                                    | /freigabe/pruefen?zeitraum=2025-Q1                            | 401  403   403  400   400
        GET /versionen/{periode}/{name}                           | /versionen/2025-Q1/1111                                       | 401  404   200  200   200
        GET /versionen/{periode}/{name}                           | /versionen/2025-Q1/1121                                       | 401  404   404  200   200
        GET /versionen/{periode}/{name}                           | /versionen/2025-Q1/gesamt                                     | 401  404   404  200   200
        POST /versionen/{periode}/{name}                          | /versionen/2025-Q1/1111                                       | 401  403   403  400   400
        GET /katalog                                              | /katalog                                                      | 401  403   403  200   200
        GET /katalog/pruefung                                     | /katalog/pruefung                                             | 401  403   403  200   200
        POST /katalog                                             | /katalog                                                      | 401  403   403  403   400
        GET /stoerungen                                           | /stoerungen                                                   | 401  403   403  200   200
        POST /stoerungen                                          | /stoerungen                                                   | 401  403   403  403   400
        GET /nachrichten                                          | /nachrichten                                                  | 401  403   403  200   200
        POST /nachrichten                                         | /nachrichten                                                  | 401  403   403  400   400
        GET /zugaenge                                             | /zugaenge                                                     | 401  403   403  403   200
        POST /zugaenge                                            | /zugaenge                                                     | 401  403   403  403   400
        GET /zugaenge/{name}                                      | /zugaenge/leser                                               | 401  403   403  403   200
        POST /zugaenge/{name}                                     | /zugaenge/leser                                               | 401  403   403  403   400
        GET /protokoll                                            | /protokoll                                                    | 401  403   403  403   200
        GET /schnittstelle                                        | /schnittstelle                                                | 200  200   200  200   200
        GET /anmelden                                             | /anmelden                                                     | 200  200   200  200   200
        POST /anmelden                                            | /anmelden                                                     | 400  400   400  400   400
        POST /abmelden                                            | /abmelden                                                     | 400  400   400  400   400
        GET /api/v1/berichte                                      | /api/v1/berichte                                              | 401  200   200  200   200
        GET /api/v1/berichte/atom.xml                             | /api/v1/berichte/atom.xml                                     | 401  200   200  200   200
        GET /api/v1/berichte/{periode}.zip                        | /api/v1/berichte/2025-Q1.zip                                  | 401  404   200  200   200
        GET /api/v1/berichte/{periode}.zip                        | /api/v1/berichte/2025-Q2.zip                                  | 401  404   404  404   404
        HEAD /api/v1/berichte/{periode}.zip                       | /api/v1/berichte/2025-Q1.zip                                  | 401  404   200  200   200
        GET /api/v1/berichte/{periode}/{datei}                    | /api/v1/berichte/2025-Q1/1111.pdf                             | 401  404   200  200   200
        GET /api/v1/berichte/{periode}/{datei}                    | /api/v1/berichte/2025-Q1/1121.json                            | 401  404   404  200   200
        GET /api/v1/berichte/{periode}/{datei}                    | /api/v1/berichte/2025-Q1/1111.csv                             | 401  404   200  200   200
        GET /api/v1/berichte/{periode}/{datei}                    | /api/v1/berichte/2025-Q1/1121.csv                             | 401  404   404  200   200
        HEAD /api/v1/berichte/{periode}/{datei}                   | /api/v1/berichte/2025-Q1/1121.pdf                             | 401  404   404  200   200
        GET /api/v1/berichte/{periode}/{datei}                    | /api/v1/berichte/2025-Q1/gesamt.pdf                           | 401  404   404  200   200
        GET /api/v1/berichte/{periode}/{datei}                    | /api/v1/berichte/2025-Q1/gesamt.csv                           | 401  404   404  200   200
        GET /api/v1/berichte/{periode}/werte.{endung}             | /api/v1/berichte/2025-Q1/werte.xlsx                           | 401  404   200  200   200
        GET /api/v1/berichte/{periode}/werte.{endung}             | /api/v1/berichte/2025-Q2/werte.csv                            | 401  404   404  404   404
        GET /api/v1/berichte/{periode}/{name}/werte.{endung}      | /api/v1/berichte/2025-Q1/1111/werte.csv                       | 401  404   200  200   200
        GET /api/v1/berichte/{periode}/{name}/werte.{endung}      | /api/v1/berichte/2025-Q1/1121/werte.json                      | 401  404   404  200   200
        GET /api/v1/berichte/{periode}/{name}/freigabe            | /api/v1/berichte/2025-Q1/1111/freigabe                        | 401  404   200  200   200
        GET /api/v1/berichte/{periode}/{name}/freigabe            | /api/v1/berichte/2025-Q1/1121/freigabe                        | 401  404   404  200   200
        GET /api/v1/berichte/{periode}/{name}/freigabe            | /api/v1/berichte/2025-Q1/gesamt/freigabe                      | 401  404   404  200   200
        POST /api/v1/berichte/{periode}/{name}/freigabe           | /api/v1/berichte/2025-Q1/1111/freigabe                        | 401  403   403  409   409
        POST /api/v1/berichte/{periode}/{name}/freigabe           | /api/v1/berichte/2025-Q1/gesamt/freigabe                      | 401  403   403  409   409
        POST /api/v1/berichte/{periode}/{name}/ruecknahme         | /api/v1/berichte/2025-Q1/1111/ruecknahme                      | 401  403   403  400   400
        POST /api/v1/berichte/{periode}/{name}/ruecknahme         | /api/v1/berichte/2025-Q1/gesamt/ruecknahme                    | 401  403   403  400   400
        GET /api/v1/berichte/{periode}/{name}/versionen           | /api/v1/berichte/2025-Q1/1111/versionen                       | 401  404   200  200   200
        GET /api/v1/berichte/{periode}/{name}/versionen           | /api/v1/berichte/2025-Q1/1121/versionen                       | 401  404   404  200   200
        GET /api/v1/berichte/{periode}/{name}/versionen           | /api/v1/berichte/2025-Q1/gesamt/versionen                     | 401  404   404  200   200
        GET /api/v1/berichte/{periode}/{datei}                    | /api/v1/berichte/2025-Q1/1111.v1.pdf                          | 401  404   200  200   200
        GET /api/v1/berichte/{periode}/{datei}                    | /api/v1/berichte/2025-Q1/1121.v1.json                         | 401  404   404  200   200
        GET /api/v1/berichte/{periode}/{datei}                    | /api/v1/berichte/2025-Q1/1121.v9.json                         | 401  404   404  404   404
        GET /api/v1/berichte/{periode}/{name}/vorschau            | /api/v1/berichte/2025-Q2/1111/vorschau                        | 401  403   200  200   200
        GET /api/v1/berichte/{periode}/{name}/vorschau            | /api/v1/berichte/2025-Q2/1121/vorschau                        | 401  403   404  200   200
        GET /api/v1/berichte/{periode}/{name}/vorschau            | /api/v1/berichte/2025-Q2/gesamt/vorschau                      | 401  403   404  200   200
        GET /api/v1/kennzahlen/{ebene}/{id}                       | /api/v1/kennzahlen/1111/ergebnis                              | 401  404   200  200   200
        GET /api/v1/kennzahlen/{ebene}/{id}                       | /api/v1/kennzahlen/1121/ergebnis                              | 401  404   404  200   200
        GET /api/v1/lieferungen                                   | /api/v1/lieferungen                                           | 401  403   200  200   200
        GET /api/v1/lieferungen                                   | /api/v1/lieferungen?amt=personalamt                           | 401  403   403  200   200
        GET /api/v1/quittungen/{amt}/{**datei}                    | /api/v1/quittungen/buero-landrat/2025-ist.csv                 | 401  403   200  200   200
        GET /api/v1/quittungen/{amt}/{**datei}                    | /api/v1/quittungen/personalamt/2025-ist.csv                   | 401  403   403  200   200
        GET /api/v1/eingang/{amt}/{**datei}                       | /api/v1/eingang/buero-landrat/2025-ist.csv                    | 401  403   200  200   200
        GET /api/v1/eingang/{amt}/{**datei}                       | /api/v1/eingang/personalamt/2025-ist.csv                      | 401  403   403  200   200
        GET /api/v1/vorlagen/{amt}/{datei}                        | /api/v1/vorlagen/buero-landrat/2025-Q2.xlsx                   | 401  403   200  200   200
        GET /api/v1/vorlagen/{amt}/{datei}                        | /api/v1/vorlagen/buero-landrat/2025-Q2.csv                    | 401  403   200  200   200
        GET /api/v1/vorlagen/{amt}/{datei}                        | /api/v1/vorlagen/personalamt/2025-Q2.xlsx                     | 401  403   403  200   200
        GET /api/v1/vorlagen/{amt}/{datei}                        | /api/v1/vorlagen/personalamt/2025-Q2.csv                      | 401  403   403  200   200
        GET /api/v1/herkunft/{amt}/{**datei}                      | /api/v1/herkunft/buero-landrat/2025-ist.csv?zeile=3&spalte=F  | 401  403   200  200   200
        GET /api/v1/herkunft/{amt}/{**datei}                      | /api/v1/herkunft/personalamt/2025-ist.csv?zeile=3&spalte=F    | 401  403   403  200   200
        PUT /api/v1/eingang/{amt}/{datei}                         | /api/v1/eingang/buero-landrat/leer.exe                        | 401  403   400  400   400
        PUT /api/v1/eingang/{amt}/{datei}                         | /api/v1/eingang/personalamt/leer.exe                          | 401  403   403  400   400
        DELETE /api/v1/eingang/{amt}/{**datei}                    | /api/v1/eingang/buero-landrat/2025-ist.csv                    | 401  403   400  400   400
        DELETE /api/v1/eingang/{amt}/{**datei}                    | /api/v1/eingang/personalamt/2025-ist.csv                      | 401  403   403  400   400
        POST /api/v1/pruefung/{amt}/{datei}                       | /api/v1/pruefung/buero-landrat/leer.exe                       | 401  403   400  400   400
        POST /api/v1/pruefung/{amt}/{datei}                       | /api/v1/pruefung/personalamt/leer.exe                         | 401  403   403  400   400
        GET /api/v1/zeitraeume                                    | /api/v1/zeitraeume                                            | 401  403   200  200   200
        GET /api/v1/zeitraeume/{periode}/status                   | /api/v1/zeitraeume/2025-Q1/status                             | 401  403   200  200   200
        GET /api/v1/zeitraeume/{periode}/status                   | /api/v1/zeitraeume/2019-Q1/status                             | 401  403   404  404   404
        GET /api/v1/stoerungen                                    | /api/v1/stoerungen                                            | 401  403   403  200   200
        POST /api/v1/stoerungen/{id}/wiederholen                  | /api/v1/stoerungen/keine/wiederholen                          | 401  403   403  403   404
        DELETE /api/v1/stoerungen/{id}                            | /api/v1/stoerungen/keine                                      | 401  403   403  403   404
        GET /api/v1/protokoll/{datei}                             | /api/v1/protokoll/2025-05.csv                                 | 401  403   403  403   200
        GET /api/v1/protokoll/{datei}                             | /api/v1/protokoll/2025-05.json                                | 401  403   403  403   200
        GET /api/v1/protokoll/{datei}                             | /api/v1/protokoll/2025-5.json                                 | 401  403   403  403   404
        GET /openapi/{documentName}.json                          | /openapi/v1.json                                              | 200  200   200  200   200
        GET /health/live                                          | /health/live                                                  | 200  200   200  200   200
        GET /health/ready                                         | /health/ready                                                 | 200  200   200  200   200
        """;

    public static IReadOnlyList<Row> Rows { get; } = Read(Text);

    private static IReadOnlyList<Row> Read(string text) =>
        [.. text.Split('\n').Where(line => !line.StartsWith('#')).Select(line => line.Split('|')).Select(cells => new Row(
            cells[0].Trim().Split(' ')[0],
            cells[0].Trim().Split(' ')[1],
            cells[1].Trim(),
            [.. cells[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture))]))];

    /// <summary>One row.</summary>
    public sealed record Row(string Method, string Route, string Address, IReadOnlyList<int> Expected)
    {
        /// <summary>A body of the kind the route reads; null for one that reads none.</summary>
        public HttpContent? SampleContent() =>
            Method is not ("POST" or "PUT") ? null
            : Address.StartsWith("/api", StringComparison.Ordinal)
                ? new StringContent("{}", System.Text.Encoding.UTF8, "application/json")
            : Address.StartsWith("/lieferungen", StringComparison.Ordinal)
                ? new MultipartFormDataContent { { new StringContent("x"), "x" } }
            : new FormUrlEncodedContent([]);
    }
}
