using System.Globalization;
using System.Text.RegularExpressions;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>The forms of the catalogue's keys and other short texts.</summary>
internal static partial class TextForms
{
    private const string NamesOfFiles =
        "[Vv][0-9]+|[Oo][Ee][Ff][Ff][Ee][Nn][Tt][Ll][Ii][Cc][Hh]|[Ff][Rr][Ee][Ii][Gg][Aa][Bb][Ee]";

    public static readonly TextForm Number = new(
        "eine Nummer als Text in Anführungszeichen, wie \"1111\" (Buchstaben, Ziffern, Punkt, Bindestrich; höchstens 20 Zeichen)",
        $"^(?!([Gg][Ee][Ss][Aa][Mm][Tt]|.*\\.({NamesOfFiles}))$)[A-Za-z0-9]([A-Za-z0-9.\\-]{{0,18}}[A-Za-z0-9])?$",
        KeyText.IsNumber);

    public static readonly TextForm Id = new(
        "ein Kurzname wie kosten_je_stelle (Kleinbuchstaben ohne Umlaute, Ziffern, Unterstrich; beginnt mit einem Buchstaben)",
        "^[a-z][a-z0-9_]{0,59}$", KeyText.IsId);

    public static readonly TextForm Department = new(
        "ein Kurzname wie buero-landrat (Kleinbuchstaben ohne Umlaute, Ziffern, Bindestrich)",
        "^[a-z0-9][a-z0-9\\-]{0,59}$", KeyText.IsDepartment);

    public static readonly TextForm CountyKey = new(
        "der amtliche Schlüssel als Text in Anführungszeichen, wie \"07999\"", "^[0-9]{2,12}$",
        text => text.Length is >= 2 and <= 12 && text.All(char.IsAsciiDigit));

    public static readonly TextForm ProfileName = new(
        "ein Name wie sachkonten-2026 (Kleinbuchstaben ohne Umlaute, Ziffern, Bindestrich)", Department.Pattern,
            Department.Accepts);

    public static readonly TextForm PathPattern = new(
        "ein Pfad unterhalb von eingang/ wie \"kaemmerei/*.csv\" (* und ** als Platzhalter, kein .. und kein / am Anfang)",
        "^(?!/)(?!.*(^|/)\\.\\.(/|$))[^\\\\]{1,200}$",
        text => text.Length is > 0 and <= 200 && text[0] != '/' && !text.Contains('\\') && !text.Split('/').Contains(".."));

    public static readonly TextForm NamePattern = new(
        "ein Muster mit der Stelle der Produktnummer, wie \"teilplan_{nummer}*\" ({nummer}, {name} und * je ein Stück "
            + "des Namens)",
        "^[^{}/]*\\{nummer\\}([^{}/]*(\\{name\\}[^{}/]*)?)$", text => IsNamePattern(text));

    public static readonly TextForm CellPattern = new(
        "ein Muster mit der Stelle der Produktnummer, wie \"{nummer} {name}\" ({nummer}, {name} und * je ein Stück der Zelle; "
            + "{nummer:4} eine Nummer aus vier Zeichen)",
        "^[^{}]*\\{nummer(:[1-9][0-9]?)?\\}([^{}]*(\\{name\\}[^{}]*)?)$",
        text => IsNamePattern(Sized().Replace(text.Replace('/', ' '), "{nummer}")));

    public static readonly TextForm PictureFile = new(
        "der Name einer Bilddatei neben rahmen.yaml wie wappen.png (Kleinbuchstaben ohne Umlaute, Ziffern, Bindestrich, "
            + "Unterstrich; .png, .jpg oder .jpeg)",
        "^[a-z0-9][a-z0-9_\\-]{0,59}\\.(png|jpg|jpeg)$",
        text => text.Split('.') is [{ Length: > 0 and <= 60 } name, "png" or "jpg" or "jpeg"] && name[0] is not ('-' or '_')
            && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_'));

    public static readonly TextForm DataFile = new(
        "der Name einer CSV-Datei im Ordner rahmendaten/ wie 12411-0015_de_flat.csv (Buchstaben ohne Umlaute, Ziffern, Punkt, "
            + "Bindestrich, Unterstrich)",
        "^[A-Za-z0-9][A-Za-z0-9_.\\-]{0,99}\\.csv$",
        text => text.Length is > 4 and <= 104 && text.EndsWith(".csv", StringComparison.Ordinal)
            && char.IsAsciiLetterOrDigit(text[0])
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'));

    public static readonly TextForm Colour = new(
        "eine Farbe in Anführungszeichen wie \"#0b4f7d\"", "^#[0-9a-fA-F]{6}$",
        text => text.Length == 7 && text[0] == '#' && text[1..].All(char.IsAsciiHexDigit));

    public static readonly TextForm Period = new(
        "ein Zeitraum in Anführungszeichen: \"2026-07\", \"2026-Q3\", \"2026-H2\" oder \"2026\"",
        "^(19|20|21)[0-9]{2}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?$", text => PeriodText.Canonical(text) is not null);

    public static readonly TextForm RollUp = new(
        "summe, mittelwert, stichtag oder \"gewichtet: kurzname\"",
        "^(summe|mittelwert|stichtag|gewichtet: *[a-z][a-z0-9_]{0,59})$",
        text => text is "summe" or "mittelwert" or "stichtag" || WeightOf(text) is not null);

    public static readonly TextForm Target = new(
        "eine Kennung wie 11112.zufriedenheit oder, für das Produkt selbst, zufriedenheit",
        "^([A-Za-z0-9]([A-Za-z0-9.\\-]{0,18}[A-Za-z0-9])?\\.)?[a-z][a-z0-9_]{0,59}$",
        text =>
            text.LastIndexOf('.') is var dot && KeyText.IsId(text[(dot + 1)..]) && (dot < 0 || KeyText.IsNumber(text[..dot])));

    public static readonly TextForm MailAddress = new(
        "eine E-Mail-Adresse wie controlling@musterland.example",
        "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.\\-]{1,64}@([A-Za-z0-9]([A-Za-z0-9\\-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9]{2,63}$",
        KeyText.IsMailAddress);

    public static readonly TextForm TimeOfDay = new(
        "eine Uhrzeit in Anführungszeichen wie \"07:00\"", "^([01][0-9]|2[0-3]):[0-5][0-9]$",
        text => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    public static readonly TextForm SecureAddress = new(
        "eine Adresse wie https://berichte.musterland.example (https, höchstens 300 Zeichen)",
        "^https://[A-Za-z0-9]([A-Za-z0-9.\\-]*[A-Za-z0-9])?(:[0-9]{1,5})?(/[A-Za-z0-9._~/?&=%+\\-]*)?$",
        text => text.Length <= 300 && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
            && text.All(c => char.IsAsciiLetterOrDigit(c) || ":/._~?&=%+-".Contains(c)));

    public static readonly TextForm SiteOrigin = new(
        "die Adresse einer Website ohne Pfad wie https://www.musterland.example (https, Kleinbuchstaben)",
        "^https://[a-z0-9]([a-z0-9.\\-]{0,198}[a-z0-9])?(:[0-9]{1,5})?$",
        text => text.Length <= 220 && Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.GetLeftPart(UriPartial.Authority) == text && uri.Scheme == Uri.UriSchemeHttps
            && text[8..].All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || ".:-".Contains(c)));

    public static readonly TextForm LinkedDataAddress = new(
        "die Kennung als Adresse wie http://dcat-ap.de/def/contributors/landkreisMusterland",
        "^https?://[A-Za-z0-9.\\-]+/[A-Za-z0-9._~/#%\\-]{1,200}$",
        text => text.Length <= 300 && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.AbsolutePath.Length > 1
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            && text.All(c => char.IsAsciiLetterOrDigit(c) || ":/._~#%-".Contains(c)));

    [GeneratedRegex(@"\{nummer:[1-9][0-9]?}", RegexOptions.NonBacktracking)]
    private static partial Regex Sized();

    private static bool IsNamePattern(string text) =>
        text.Split("{nummer}") is [var before, var after] && after.Split("{name}") is { Length: <= 2 } rest
        && rest.Append(before).All(part => part.AsSpan().IndexOfAny('{', '}', '/') < 0);

    /// <summary>The figure after <c>gewichtet:</c>, or null for the other rules.</summary>
    public static string? WeightOf(string text) =>
        text.StartsWith("gewichtet:", StringComparison.Ordinal) && text["gewichtet:".Length..].Trim(' ') is var id
            && KeyText.IsId(id) ? id : null;
}
