using System.Diagnostics.CodeAnalysis;

namespace Produktreport.Core.Catalogues;

/// <summary>The alphabets of the catalogue's keys: narrow, because keys become file names, table keys and URLs.</summary>
internal static class KeyText
{
    // A report's file is called like its product: „gesamt“ is the combined report, „1111.v2“ a version of „1111“.
    private static readonly string[] EndingsOfFiles = ["oeffentlich", "freigabe"];

    public static bool IsNumber([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= 20 } && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') && !IsNameOfFile(text);

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
}
