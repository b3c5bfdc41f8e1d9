using System.Text;

namespace Produktreport.Functions.Tests.Web;

/// <summary>One generated request.</summary>
/// <param name="Kind">What it tries.</param>
/// <param name="Bytes">What goes over the wire.</param>
internal sealed record MalformedRequest(MalformedKind Kind, byte[] Bytes)
{
    /// <summary>Whether it is HTTP as RFC 9112 frames it: then it must be answered, whatever is wrong with it.</summary>
    public bool IsFramed => Kind != MalformedKind.Raw;
}

/// <summary>What a generated request tries.</summary>
internal enum MalformedKind
{
    /// <summary>Bytes that need not be HTTP.</summary>
    Raw,

    /// <summary>HTTP with a path, headers and a body nobody should send.</summary>
    Bent,

    /// <summary>A form with its cookie and token, and fields nobody can fill in.</summary>
    Form,

    /// <summary>A file nobody should deliver.</summary>
    Upload,
}

/// <summary>What a browser got with a page: the proof that a form is the program's own.</summary>
internal sealed record FormProof(string Cookie, string Token);

/// <summary>Makes a request from a number: a valid one, bent in a few places.</summary>
internal sealed class RequestGenerator(int seed, FormProof proof)
{
    /// <summary>The end of a request line in a version of HTTP that does not exist.</summary>
    public const string UnknownVersion = " HTTP/9.9";

    private static readonly string[] Methods =
        ["GET", "GET", "GET", "HEAD", "PUT", "PUT", "POST", "DELETE", "OPTIONS", "PATCH", "TRACE", "gEt", "PUT\t", "Ü"];

    // Of the longest names there can be: a few characters more are too many.
    private static readonly string Long = string.Concat(Enumerable.Repeat("%C3%A4", 118)) + ".csv";

    private static readonly string[] Paths =
    [
        "/", "/api/v1/berichte", "/api/v1/berichte/2025-Q1/1111.pdf", "/api/v1/berichte/2025-Q1.zip",
        "/api/v1/berichte/2025-Q1/1111/freigabe",
        "/api/v1/kennzahlen/1111/ergebnis", "/api/v1/eingang/buero-landrat/", "/api/v1/eingang/buero-landrat/x.csv",
        "/api/v1/quittungen/buero-landrat/2025-ist.csv",
        "/api/v1/zeitraeume/2025-Q1/status", "/produkte/1111/2025-Q1", "/produkte/1111/2025-Q1/warum/1111/ergebnis/istPeriode",
        "/lieferungen/buero-landrat",
        "/quellen/buero-landrat/2025-ist.csv?zeile=3", "/fristen?zeitraum=2025-Q1", "/freigabe", "/anmelden", "/health/ready",
        "/openapi/v1.json", "/vorlagen",
        "/api/v1/eingang/buero-landrat/2025-ist.csv/x", "/api/v1/eingang/buero-landrat/" + Long,
        "/api/v1/quittungen/buero-landrat/" + Long, "/quellen/buero-landrat/" + Long,
        "/api/v1/vorlagen/buero-landrat/2025-Q2.csv", "/protokoll?monat=2025-01", "/portal.css",
    ];

    private static readonly string[] Bends =
    [
        "..", "../..", "%2e%2e%2f", "..%2f..%2fzugang.json", "%5c..%5c", "....//", "/etc/passwd", "%00", "%", "%zz", "%c0%af",
        "\u00e4", "%F0%9F%92%A9", "%ED%A0%80",
        "*", "?", "#", ";a=b", " ", "\\", ":", "~", "//", "con", "nul.csv", ".csv", ".csv.", "a.csv ", "$DATA",
        "%0d%0aSet-Cookie:x=1", "{amt}", "99999999999999999999",
        "-1", "NaN", "2025-Q9", "0000-Q1", "9999", "gesamt", "?seite=-1", "?groesse=99999999999", "?zeile=99999999", "?zeile=-5",
        "?jahr=abc", "?weiter=//x", "'", "\"<script>",
    ];

    private static readonly string[] Headers =
    [
        "Range: bytes=0-0", "Range: bytes=9-1", "Range: bytes=-99999999999999999999", "Range: bytes=0-1,5-9,1-2", "Range: x",
        "If-None-Match: *", "If-None-Match: \"", "If-Range: W/\"x\"",
        "If-Modified-Since: gestern", "If-Match: \"a\"", "Accept-Language: ;;q=9,de;q=x", "Accept: text/html",
        "Accept-Encoding: \u00ff", "Content-Type: application/json",
        "Content-Type: multipart/form-data; boundary=", "Content-Type: multipart/form-data; boundary=x", "Content-Type: ///",
        "Content-Length: 5", "Content-Length: -1",
        "Content-Length: 99999999999999", "Transfer-Encoding: chunked", "Transfer-Encoding: gzip, chunked",
        "Expect: 100-continue", "Cookie: produktreport=AAAA", "Cookie: =;=",
        "X-MS-CLIENT-PRINCIPAL: e30=", "X-Forwarded-For: 1.2.3.4", "Origin: null", "Origin: http://x",
        "Sec-Fetch-Site: cross-site", "Host: ", "Host: a b", "Authorization: Basic ====",
        "Authorization: Bearer :", "Kaputt", ": leer", "X: " + "a\u0001b", "Upgrade: h2c", "Connection: close, x",
    ];

    private static readonly string[] Bodies =
        ["", "{", "{\"version\":", "{\"version\":1e999}", "{\"version\":\"x\"}", "[[[[[[[[", "\0\0\0\0", "a;b\n1;2",
            "--x\r\n\r\n--x--", "ffffffff\r\nx", "5\r\nabc", "\u00ff\u00fe;\u0000"];

    // Of the others, those that HTTP allows in any request.
    private static readonly string[] FramedHeaders =
        [.. Headers.Where(header => header.Split(':')[0] is "Range" or "If-None-Match" or "If-Range" or "If-Modified-Since"
            or "If-Match" or "Accept-Language" or "Accept" or "Cookie" or "X-MS-CLIENT-PRINCIPAL" or "X-Forwarded-For"
            or "Sec-Fetch-Site")];

    private static readonly string[] ContentTypes =
        ["application/json", "text/csv", "multipart/form-data; boundary=x", "multipart/form-data",
            "application/x-www-form-urlencoded", "text/plain; charset=nichts", "x"];

    private static readonly string[] FormTargets =
        ["/freigabe?zeitraum=2025-Q1", "/freigabe?zeitraum=2025-Q1", "/freigabe?zeitraum=x", "/lieferungen/buero-landrat",
            "/lieferungen/buero-landrat", "/lieferungen/hofamt", "/anmelden"];

    private static readonly string[] FormFields =
        ["bericht", "bericht", "datei", "name", "kennwort", "weiter", "formular2", "", "ä", "__proto__"];

    private static readonly string[] FormValues =
        ["", "1111:99", "1111:-1", "gesamt:99", "gesamt:99999999999", "1111", ":", "0000:1", "//x", "/\\x", "\0", "=cmd()",
            "<script>", "\r\nX: y", "\uFEFF", "💩"];

    private static readonly string[] Cells =
        ["1111", "11112", "9999", "Erträge", "Stellen", "Q1/2025", "2025-Q2", "Q9/2025", "Ist", "Plan", "1,5", "-1.234,56",
            "1e999", "99999999999999999999999999999", "k.A.", "=cmd|' /C calc'!A0", "\"", "\"a\nb\"", "\0", "ß", "", "Summe"];

    private readonly Random random = new(seed);

    /// <summary>The request: raw bytes in three of eight cases.</summary>
    public MalformedRequest Next() => (seed % 8) switch
    {
        < 3 => new(MalformedKind.Raw, Raw()),
        < 6 => new(MalformedKind.Bent, Bent()),
        6 => new(MalformedKind.Form, Form()),
        _ => new(MalformedKind.Upload, Upload()),
    };

    private byte[] Bent()
    {
        var path = Pick(Paths);
        for (var bends = random.Next(4); bends > 0; bends--)
            path = path.Insert(random.Next(1, path.Length + 1), Pick(Bends));
        var method = Pick(["GET", "GET", "GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS", "PATCH"]);
        List<string> headers = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Pick(FramedHeaders))
            .Distinct(), $"Content-Type: {Pick(ContentTypes)}"];
        return Framed(method, path, headers, Encoding.Latin1.GetBytes(Pick(Bodies)));
    }

    private byte[] Form()
    {
        var isMultipart = random.Next(2) == 0;
        var fields = Enumerable.Range(0, random.Next(6)).Select(_ => (Name: Pick(FormFields), Value: Pick(FormValues)))
            .Append((Name: "formular", Value: proof.Token)).ToList();
        using HttpContent content = isMultipart
            ? Multipart(fields)
            : new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var body = new MemoryStream();
        content.CopyTo(body, context: null, CancellationToken.None);
        return Framed("POST", Pick(FormTargets), [$"Cookie: {proof.Cookie}", $"Content-Type: {content.Headers.ContentType}"],
            body.ToArray());
    }

    private MultipartFormDataContent Multipart(IEnumerable<(string Name, string Value)> fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            if (name == "datei")
                content.Add(new ByteArrayContent(Table()), name,
                    $"formular-{seed}{Pick([".csv", ".xlsx", ".exe", "", "../x.csv"])}");
            else
                content.Add(new StringContent(value), name.Length == 0 ? "leer" : Uri.EscapeDataString(name));
        }

        return content;
    }

    private byte[] Upload() => Framed(
        "PUT",
        "/api/v1/eingang/buero-landrat/"
            + $"zufall-{seed}"
            + Pick([".csv", ".csv", ".csv", ".xlsx", ".tsv", ".txt", ".pdf", "%00.csv", "%2f.csv", " .csv", ".csv "]),
        [$"Content-Type: {Pick(ContentTypes)}"],
        Table());

    /// <summary>A table of a department, or what is left of one.</summary>
    private byte[] Table()
    {
        var separator = Pick([";", ";", ",", "\t"]);
        var lines = Enumerable.Range(0, random.Next(40))
            .Select(_ => string.Join(separator, Enumerable.Range(0, random.Next(9)).Select(_ => Pick(Cells))));
        var text = string.Join(Pick(["\n", "\r\n", "\r"]),
            lines.Prepend(string.Join(separator, "Produkt", "Leistung", "Grundzahl", "Periode", "Art", "Wert")));
        var bytes = (random.Next(3) switch { 0 => Encoding.Latin1, 1 => Encoding.Unicode, _ => Encoding.UTF8 }).GetBytes(text);
        for (var flips = random.Next(3) == 0 ? random.Next(20) : 0; flips > 0; flips--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    /// <summary>A request whose target holds only what may stand there, with a body exactly as long as it says.</summary>
    private byte[] Framed(string method, string path, IEnumerable<string> headers, byte[] body)
    {
        var target =
            string.Concat(
                path.Select(letter => letter is > ' ' and < '\u007f'
                and not '#' ? letter.ToString() : Uri.EscapeDataString(letter.ToString())));
        string[] start =
            [$"{method} {target} HTTP/1.1", "Host: localhost", "Authorization: Bearer administration:ein-langes-Kennwort",
                "Connection: close", .. headers];
        if (random.Next(4) == 0)
            return [.. Head([.. start, "Transfer-Encoding: chunked"]), .. Chunked(body)];
        return [.. Head([.. start, $"Content-Length: {body.Length}"]), .. body];
    }

    private static byte[] Head(IEnumerable<string> lines) => Encoding.Latin1.GetBytes(string.Join("\r\n", lines) + "\r\n\r\n");

    private static IEnumerable<byte> Chunked(byte[] body) =>
        body.Chunk(100).SelectMany(piece => (byte[])[.. Encoding.ASCII.GetBytes($"{piece.Length:x}\r\n"), .. piece, .. "\r\n"u8])
            .Concat("0\r\n\r\n"u8.ToArray());

    private byte[] Raw()
    {
        var path = Pick(Paths);
        for (var bends = random.Next(4); bends > 0; bends--)
            path = path.Insert(random.Next(1, path.Length + 1), Pick(Bends));
        if (random.Next(60) == 0)
            path += new string('a', random.Next(20_000));
        var text = new StringBuilder(Pick(Methods)).Append(' ').Append(path)
            .Append(random.Next(40) == 0 ? UnknownVersion : " HTTP/1.1").Append("\r\n");
        if (random.Next(20) != 0)
            text.Append("Host: localhost\r\n");
        if (random.Next(5) != 0)
            text.Append("Authorization: Bearer administration:ein-langes-Kennwort\r\n");
        for (var headers = random.Next(4); headers > 0; headers--)
            text.Append(Pick(Headers)).Append("\r\n");
        return Encoding.Latin1.GetBytes(text.Append("\r\n").Append(Pick(Bodies)).ToString());
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
