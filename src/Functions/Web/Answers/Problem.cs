
namespace Produktreport.Functions.Web.Answers;

/// <summary>An error the API answers with: RFC 9457 problem details in German or English.</summary>
/// <param name="Code">The last part of its <c>type</c>, stable for programs.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="German">Title and detail in German.</param>
/// <param name="English">Title and detail in English.</param>
internal sealed record Problem(string Code, int Status, ProblemText German, ProblemText English);

/// <summary>The words of an error.</summary>
/// <param name="Title">The same for every occurrence.</param>
/// <param name="Detail">What to do about this one.</param>
internal sealed record ProblemText(string Title, string Detail);

/// <summary>All errors of the API; no other text ever leaves it.</summary>
internal static class Problems
{
    /// <summary>Nothing there, or nothing the caller may know of.</summary>
    public static Problem NotFound { get; } = new(
        "nicht-gefunden",
        404,
        new("Nicht gefunden", "Unter dieser Adresse gibt es nichts – oder nichts, was Sie sehen dürfen."),
        new("Not found", "There is nothing at this address, or nothing you may see."));

    /// <summary>Nobody signed in.</summary>
    public static Problem NotSignedIn { get; } = new(
        "nicht-angemeldet",
        401,
        new("Nicht angemeldet",
            "Bitte melden Sie sich an. Programme senden den Kopf „Authorization: Bearer …“ mit: auf eigenem Rechner "
            + "NAME:KENNWORT eines Zugangs, in Azure ein Token von Microsoft Entra ID."),
        new("Not signed in",
            "Please sign in. Programs send the header \"Authorization: Bearer …\": on a machine of one's own NAME:PASSWORD of "
            + "an access, in Azure a token of Microsoft Entra ID."));

    /// <summary>Signed in, but not allowed.</summary>
    public static Problem Forbidden { get; } = new(
        "nicht-erlaubt",
        403,
        new("Nicht erlaubt", "Ihr Zugang reicht dafür nicht aus. Fragen Sie Ihre Administration."),
        new("Not allowed", "Your access does not cover this. Ask your administrator."));

    /// <summary>A request from another site.</summary>
    public static Problem ForeignOrigin { get; } = new(
        "fremde-herkunft",
        403,
        new("Fremde Herkunft", "Die Anfrage kommt von einer anderen Internetseite und wird deshalb nicht ausgeführt."),
        new("Foreign origin", "The request comes from another site and is therefore not carried out."));

    /// <summary>A request through a proxy to a program that takes everybody for the person at this machine.</summary>
    public static Problem ThroughProxy { get; } = new(
        "ueber-vermittler",
        403,
        new("Nicht über einen Proxy",
            "Ohne Zugänge ist das Portal nur an diesem Rechner selbst erreichbar. Legen Sie mit „zugang anlegen“ Zugänge an "
            + "und starten Sie das Programm neu."),
        new("Not through a proxy",
            "Without accesses the portal serves this machine only. Create accesses with \"zugang anlegen\" and start the "
            + "program again."));

    /// <summary>The method is not for this address.</summary>
    public static Problem BadMethod { get; } = new(
        "falsche-methode",
        405,
        new("Falsche Methode", "Diese Adresse kennt die HTTP-Methode nicht. Der Kopf „Allow“ nennt die erlaubten."),
        new("Wrong method", "This address does not know the HTTP method. The header \"Allow\" names those it does."));

    /// <summary>The request cannot be understood.</summary>
    public static Problem BadRequest { get; } = new(
        "unverstaendlich",
        400,
        new("Anfrage unverständlich", "Die Anfrage passt nicht zur Beschreibung dieser Adresse unter /schnittstelle."),
        new("Bad request", "The request does not fit the description of this address at /schnittstelle."));

    /// <summary>Not a period.</summary>
    public static Problem BadPeriod { get; } = new(
        "kein-zeitraum",
        400,
        new("Kein Zeitraum", "Ein Zeitraum heißt 2026-Q3, 2026-H1 oder 2026."),
        new("Not a period", "A period is written 2026-Q3, 2026-H1 or 2026."));

    /// <summary>A filter that does not exist.</summary>
    public static Problem BadFilter { get; } = new(
        "falscher-filter",
        400,
        new("Falscher Filter", "Ein Filter hat keinen zulässigen Wert. Die zulässigen stehen unter /schnittstelle."),
        new("Bad filter", "A filter has no valid value. The valid ones are listed at /schnittstelle."));

    /// <summary>The content type of a body.</summary>
    public static Problem BadMediaType { get; } = new(
        "falscher-medientyp",
        415,
        new("Falscher Medientyp", "Diese Adresse erwartet „Content-Type: application/json“."),
        new("Unsupported media type", "This address expects \"Content-Type: application/json\"."));

    /// <summary>An upload's name with characters that cannot be.</summary>
    public static Problem BadNameCharacters { get; } = new(
        "dateiname-zeichen",
        400,
        new("Dateiname nicht möglich",
            "Verwenden Sie Buchstaben, Ziffern, Punkt, Bindestrich und Leerzeichen, zum Beispiel 2026-q3.csv."),
        new("Impossible file name", "Use letters, digits, point, hyphen and blank, as in 2026-q3.csv."));

    /// <summary>An upload's name that is too long.</summary>
    public static Problem BadNameLength { get; } = new(
        "dateiname-laenge",
        400,
        new("Dateiname zu lang",
            "Der Dateiname darf höchstens 120 Zeichen haben; Zeichen fremder Schriften zählen mehrfach. Bitte kürzen Sie ihn."),
        new("File name too long", "A file name has 120 characters at most; characters of other scripts count more than once."));

    /// <summary>An upload with another ending.</summary>
    public static Problem BadEnding { get; } = new(
        "dateiendung",
        400,
        new("Dateiendung nicht möglich", "Angenommen werden Dateien mit den Endungen .csv, .xlsx, .txt und .tsv."),
        new("File type not taken", "Files ending in .csv, .xlsx, .txt and .tsv are taken."));

    /// <summary>A department no catalogue knows.</summary>
    public static Problem UnknownDepartment { get; } = new(
        "amt-unbekannt",
        404,
        new("Amt unbekannt", "Dieses Amt steht in keinem Katalog. Die Kurznamen der Ämter stehen in katalog/{jahr}/rahmen.yaml."),
        new("Unknown department", "No catalogue lists this department. Their short names are in katalog/{year}/rahmen.yaml."));

    /// <summary>A delivery is to be taken back without a word why, or with too many.</summary>
    public static Problem NoReason { get; } = new(
        "grund-fehlt",
        400,
        new("Grund fehlt", "Bitte geben Sie an, warum die Lieferung nicht gelten soll (höchstens 300 Zeichen)."),
        new("Reason missing", "Say why the delivery is not to count (300 characters at most)."));

    /// <summary>A delivery that does not count cannot be taken back.</summary>
    public static Problem DoesNotCount { get; } = new(
        "gilt-nicht",
        409,
        new("Gilt nicht", "Diese Lieferung ist nicht angenommen; es gibt nichts zurückzuziehen."),
        new("Does not count", "This delivery is not accepted; there is nothing to take back."));

    /// <summary>An upload that is too large.</summary>
    public static Problem TooLarge { get; } = new(
        "zu-gross",
        413,
        new("Zu groß",
            "Die Anfrage ist größer als erlaubt. Eine Lieferung darf höchstens 20 MiB haben; teilen Sie sie auf mehrere "
            + "Dateien auf."),
        new("Too large", "The request is larger than allowed. A delivery has 20 MiB at most; split it into several files."));

    /// <summary>A form whose proof of origin does not count (any more).</summary>
    public static Problem StalePage { get; } = new(
        "seite-veraltet",
        400,
        new("Seite veraltet",
            "Diese Seite ist veraltet, zum Beispiel weil Sie sich inzwischen neu angemeldet haben. Bitte laden Sie sie neu und "
            + "senden Sie das Formular noch einmal."),
        new("Page out of date",
            "This page is out of date, perhaps because you have signed in anew since. Load it again, then send the form once "
            + "more."));

    /// <summary>Too many requests.</summary>
    public static Problem TooMany { get; } = new(
        "zu-viele-anfragen",
        429,
        new("Zu viele Anfragen",
            "Bitte warten Sie eine Minute und versuchen Sie es dann wieder. (Für Programme: „Retry-After“ nennt die Sekunden.)"),
        new("Too many requests", "Please wait before you try again. The header \"Retry-After\" says how many seconds."));

    /// <summary>A body that came too slowly.</summary>
    public static Problem TooSlow { get; } = new(
        "zu-langsam",
        408,
        new("Zu langsam",
            "Die Datei kam zu langsam oder nur zum Teil an. Prüfen Sie die Verbindung und senden Sie die Datei noch einmal."),
        new("Too slow", "The file came too slowly, or only in part. Check the connection and send the file again."));

    /// <summary>No place for this work just now.</summary>
    public static Problem Busy { get; } = new(
        "ausgelastet",
        503,
        new("Zurzeit ausgelastet",
            "Gerade sind zu viele andere vor Ihnen an der Reihe; es wurde nichts gespeichert. Bitte versuchen Sie es gleich "
            + "noch einmal. (Für Programme: „Retry-After“ nennt die Sekunden.)"),
        new("Busy", "Too many others are in line just now; nothing was stored. Please try again soon. The header "
            + "\"Retry-After\" says in how many seconds."));

    /// <summary>A report that cannot be made.</summary>
    public static Problem NotRendered { get; } = new(
        "bericht-nicht-erstellt",
        503,
        new("Bericht nicht erstellt",
            "Die Freigabe ist vermerkt, der Bericht konnte aber nicht neu erstellt werden. Der nächste Lauf holt das nach."),
        new("Report not made", "The release is recorded, but the report could not be made again. The next run will do so."));

    /// <summary>The second person is the first one.</summary>
    public static Problem SamePerson { get; } = new(
        "zweite-person",
        409,
        new("Zweite Person fehlt",
            "Diese Freigabe haben Sie selbst vorgeschlagen. Der Katalog verlangt, dass eine andere Person zustimmt."),
        new("Second person missing",
            "You proposed this release yourself. The catalogue asks for another person to agree."));

    /// <summary>A note that cannot be kept.</summary>
    public static Problem BadNote { get; } = new(
        "vermerk",
        400,
        new("Vermerk nicht möglich", "Ein Vermerk ist Text von höchstens 500 Zeichen."),
        new("Impossible note", "A note is text of 500 characters at most."));

    /// <summary>A withdrawal without a reason.</summary>
    public static Problem BadReason { get; } = new(
        "grund",
        400,
        new("Grund fehlt", "Bitte nennen Sie den Grund der Rücknahme, in höchstens 500 Zeichen."),
        new("Reason missing", "Please give the reason of the withdrawal, in 500 characters at most."));

    /// <summary>A withdrawal of what nobody reads.</summary>
    public static Problem NotInForce { get; } = new(
        "gilt-nicht",
        409,
        new("Gilt nicht", "Diese Version ist nicht die, die alle Leser sehen; zurücknehmen lässt sich nur deren Freigabe."),
        new("Not in force", "This version is not the one that readers see; only that one's release can be withdrawn."));

    /// <summary>Something broke.</summary>
    public static Problem Internal { get; } = new(
        "interner-fehler",
        500,
        new("Interner Fehler",
            "Das Programm hat einen Fehler gemacht, nicht Sie. Bitte versuchen Sie es noch einmal; bleibt es dabei, sagen Sie "
            + "Ihrer Administration Tag und Uhrzeit."),
        new("Internal error",
            "The program made a mistake, not you. Please try again; if it stays, tell your administration day and time."));

    /// <summary>The name is taken by another file.</summary>
    public static Problem NameTaken(string freeName) => new(
        "name-vergeben",
        409,
        new("Name vergeben",
            "Unter diesem Namen liegt schon eine andere Datei; Lieferungen werden nie ersetzt. Senden Sie die Korrektur unter "
            + $"einem neuen Namen, zum Beispiel „{freeName}“: Ihre Werte gelten dann anstelle der früheren."),
        new("Name taken",
            "Another file has this name, and deliveries are never replaced. Send the correction under a new name such as "
            + $"\"{freeName}\": its values then count instead of the earlier ones."));

    /// <summary>Another version is current.</summary>
    public static Problem AnotherVersion(int current) => new(
        "andere-version",
        409,
        new("Andere Version", $"Inzwischen gibt es Version {current}. Sehen Sie sie an und geben Sie dann diese frei."),
        new("Another version", $"Version {current} is current by now. Look at it, then release that one."));

    /// <summary>Parts of the combined report are drafts.</summary>
    public static Problem PartsAreDrafts(IEnumerable<string> products) => new(
        "teile-sind-entwurf",
        409,
        new("Teile sind Entwurf",
            "Der Gesamtbericht kann erst freigegeben werden, wenn alle Produktberichte freigegeben sind. Noch Entwurf: "
            + $"{string.Join(", ", products)}."),
        new("Parts are drafts",
            $"The combined report can be released once all product reports are. Still drafts: {string.Join(", ", products)}."));

    /// <summary>A version that the released combined report consists of.</summary>
    public static Problem IsPart(int combined) => new(
        "teil-des-gesamtberichts",
        409,
        new("Teil des Gesamtberichts",
            $"Diese Version steht im freigegebenen Gesamtbericht (Version {combined}). "
                + "Nehmen Sie zuerst dessen Freigabe zurück."),
        new("Part of the combined report",
            $"This version is part of the released combined report (version {combined}). "
                + "Withdraw the release of that one first."));

    /// <summary>The error of a status that something below the API gave.</summary>
    public static Problem OfStatus(int status) => status switch
    {
        401 => NotSignedIn,
        403 => Forbidden,
        404 => NotFound,
        405 => BadMethod,
        408 => TooSlow,
        413 => TooLarge,
        415 => BadMediaType,
        429 => TooMany,
        >= 400 and < 500 => BadRequest with { Status = status },
        _ => Internal with { Status = status },
    };
}
