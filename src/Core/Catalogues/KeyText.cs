using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Produktreport.Core.Catalogues;

/// <summary>The alphabets of the catalogue's keys: narrow, because keys become file names, table keys and URLs.</summary>
internal static class KeyText
{
    // A report's file is called like its product: „gesamt“ is the combined report, „1111.v2“ a version of „1111“.
    private static readonly string[] EndingsOfFiles = ["oeffentlich", "freigabe"];

    public static bool IsNumber([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= 20 } && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') && !IsNameOfFile(text);

    /// <summary>
    /// Whether a text is a day with its whole year, as which Excel saves <c>11.11.01</c>: it reads years of two digits as 1930 to
    /// 2029.
    /// </summary>
    public static bool IsDate(string text) => DateOnly.TryParseExact(text, "d.M.yyyy", CultureInfo.InvariantCulture,
        DateTimeStyles.None, out var day) && day.Year is > 1929 and < 2030;

    /// <summary>
    /// A number of groups of digits with points between them, whatever blanks stand there: <c>11 11 01</c>. Any other text as it
    /// is, thousands among them.
    /// </summary>
    public static string Pointed(string text)
    {
        var groups = text.Split([' ', '\u00a0', '\u202f']);
        return groups.Length > 1 && Array.TrueForAll(groups, group => group.Length > 0 && group.All(char.IsAsciiDigit))
            && !groups.Skip(1).All(group => group.Length == 3)
                ? string.Join('.', groups)
                : text;
    }

    private static bool IsNameOfFile(string text)
    {
        if (text.Equals("gesamt", StringComparison.OrdinalIgnoreCase))
            return true;
        var ending = text[(text.LastIndexOf('.') + 1)..];
        return ending.Length < text.Length
            && (EndingsOfFiles.Contains(ending, StringComparer.OrdinalIgnoreCase)
                || (ending is ['v' or 'V', .. { Length: > 0 } version] && version.All(char.IsAsciiDigit)));
    }

    public static bool IsId([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= 60 } && char.IsAsciiLetterLower(text[0])
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    public static bool IsDepartment([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= 60 } && char.IsAsciiLetterOrDigit(text[0])
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>Whether a text is an e-mail address as people write them: no quotes or comments, a domain with a point.</summary>
    public static bool IsMailAddress([NotNullWhen(true)] string? text) =>
        text?.Split('@') is [{ Length: > 0 and <= 64 } name, var domain]
        && name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+/=?^_`{|}~.-".Contains(c))
        && domain.Split('.') is { Length: >= 2 } labels && labels[^1].Length >= 2 && labels[^1].All(char.IsAsciiLetterOrDigit)
        && labels.All(label => label is { Length: > 0 and <= 63 } && label[0] != '-' && label[^1] != '-'
            && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
}
