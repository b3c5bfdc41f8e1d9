using System.Collections.Immutable;

namespace Produktreport.Core.Catalogues;

/// <summary>What the county says of itself to everybody who opens the portal (<c>auftritt</c>).</summary>
public sealed record PublicFace
{
    /// <summary>A county that says nothing.</summary>
    public static PublicFace None { get; } = new();

    /// <summary>The Impressum (§ 5 DDG) as <see cref="FaceText"/> reads it; null where not given.</summary>
    public string? Imprint { get; init; }

    /// <summary>The Datenschutzerklärung (Art. 13 GDPR); null where not given.</summary>
    public string? Privacy { get; init; }

    /// <summary>The Erklärung zur Barrierefreiheit (Directive (EU) 2016/2102, Art. 7); null where not given.</summary>
    public string? Accessibility { get; init; }

    /// <summary>The mail address for feedback, barriers among it; null where not given.</summary>
    public string? Feedback { get; init; }

    /// <summary>The sites that may show single figures in a frame, as origins: <c>https://www.kreis.example</c>.</summary>
    public ImmutableArray<string> Embedders { get; init; } = [];

    /// <summary>The Datenbereitsteller-ID of GovData as an address; null where the county has none.</summary>
    public Uri? Contributor { get; init; }

    /// <summary>The keys whose texts the law asks for and that are not given.</summary>
    public IEnumerable<string> Missing
    {
        get
        {
            (string Key, string? Text)[] wanted =
            [
                ("impressum", Imprint), ("datenschutz", Privacy), ("barrierefreiheit", Accessibility), ("rueckmeldung", Feedback),
            ];
            return wanted.Where(each => each.Text is null).Select(each => each.Key);
        }
    }
}

/// <summary>A text of the public face, part by part: parts are parted by blank lines.</summary>
/// <param name="Text">The part; a heading without its mark.</param>
/// <param name="IsHeading">Whether it is a heading: a line that begins with <c>#</c>.</param>
public sealed record FaceText(string Text, bool IsHeading)
{
    /// <summary>The parts of a text.</summary>
    public static IEnumerable<FaceText> Of(string text) =>
        from part in text.ReplaceLineEndings("\n").Split("\n\n")
        let trimmed = part.Trim()
        where trimmed.Length > 0
        let isHeading = trimmed[0] == '#' && !trimmed.Contains('\n', StringComparison.Ordinal)
        select new FaceText(isHeading ? trimmed.TrimStart('#').TrimStart() : trimmed, isHeading);

    /// <summary>A word that is a mail address or that of a page, and what follows it: a stop, a comma.</summary>
    /// <returns>The address, the word without what follows, and the rest; a null address for any other word.</returns>
    public static (string? Address, string Word, string After) Linked(string word)
    {
        var core = word.TrimEnd('.', ',', ';', ':', ')');
        var address = KeyText.IsMailAddress(core) ? "mailto:" + core
            : core.StartsWith("https://", StringComparison.Ordinal) && Uri.TryCreate(core, UriKind.Absolute, out _) ? core
            : null;
        return address is null ? (null, word, "") : (address, core, word[core.Length..]);
    }
}
