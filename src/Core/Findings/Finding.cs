namespace Produktreport.Core.Findings;

/// <summary>How much a <see cref="Finding"/> weighs.</summary>
public enum Severity
{
    /// <summary>Hinweis: worth knowing, nothing to do.</summary>
    Hint,

    /// <summary>Warnung: taken, but somebody should look.</summary>
    Warning,

    /// <summary>Fehler: what was sent is not taken.</summary>
    Error,
}

/// <summary>The German words for how much a finding weighs.</summary>
public static class Severities
{
    /// <summary>As people read it: <c>Fehler</c>, <c>Warnung</c>, <c>Hinweis</c>.</summary>
    public static string GermanName(this Severity severity) => severity switch
    {
        Severity.Error => "Fehler",
        Severity.Warning => "Warnung",
        _ => "Hinweis",
    };

    /// <summary>As files, metrics and styles have it: <c>fehler</c>, <c>warnung</c>, <c>hinweis</c>.</summary>
    public static string Word(this Severity severity) => severity.GermanName().ToLowerInvariant();
}

/// <summary>
/// One thing found in an upload or a catalogue (Befund). A fault of the input is data, never an exception: all of them are
/// collected and answered at once.
/// </summary>
/// <param name="Code">The code under which <c>docs/befunde.md</c> explains cause and remedy: <c>PR-1001</c>.</param>
/// <param name="Severity">Hint, warning or error.</param>
/// <param name="Text">
/// What was found, where, what was expected and what to do: whole German sentences for a non-technical reader.
/// </param>
public sealed record Finding(string Code, Severity Severity, string Text)
{
    /// <summary>
    /// The file within the catalogue or inbox (<c>2026/produkte/1111.yaml</c>); null where there is only one file it can mean.
    /// </summary>
    public string? File { get; init; }

    /// <summary>The sheet of a workbook; null where the file has only one, and where the finding is about all of it.</summary>
    public string? Sheet { get; init; }

    /// <summary>The line as an editor or Excel counts it, from 1; null where the finding is about the whole file.</summary>
    public int? Line { get; init; }

    /// <summary>The column letter as Excel shows it (<c>C</c>, <c>AA</c>) for tables; null otherwise.</summary>
    public string? Column { get; init; }

    /// <summary>The offending text as it stands in the file; null where nothing stands there.</summary>
    public string? Found { get; init; }

    /// <summary>What would have been right, in German; null where that cannot be said in a few words.</summary>
    public string? Expected { get; init; }
}

/// <summary>Questions asked of a list of findings.</summary>
public static class FindingLists
{
    /// <summary>Whether any finding is an error, so that the input is not taken.</summary>
    public static bool HasErrors(this IEnumerable<Finding> findings) =>
        findings.Any(finding => finding.Severity == Severity.Error);
}
