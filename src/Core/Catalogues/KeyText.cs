using System.Diagnostics.CodeAnalysis;

namespace Produktreport.Core.Catalogues;

/// <summary>The alphabets of the catalogue's keys: narrow, because keys become file names, table keys and URLs.</summary>
internal static class KeyText
{
    public static bool IsNumber([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= 20 } && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');

    public static bool IsId([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= 60 } && char.IsAsciiLetterLower(text[0])
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    public static bool IsDepartment([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= 60 } && char.IsAsciiLetterOrDigit(text[0])
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
