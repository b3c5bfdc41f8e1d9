using System.Globalization;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>Reads single values: exact decimals with a point, ISO dates. The same on every machine.</summary>
internal static class Scalars
{
    /// <summary>
    /// An exact decimal such as <c>-12.50</c>; null for anything else, an exponent or more than 28 digits included.
    /// </summary>
    public static decimal? Number(string text)
    {
        var digits = text.StartsWith('-') ? text[1..] : text;
        var parts = digits.Split('.');
        var plain = parts.Length <= 2 && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit)) && digits.Length <= 29;
        return plain && (parts[0] == "0" || parts[0][0] != '0')
            && decimal.TryParse(
                text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    /// <summary>A date as <c>2025-06-30</c>; null for anything else.</summary>
    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>
    /// Whether YAML 1.1 or 1.2 would take an unquoted text for a number or truth value. Another program (Excel, an editor, a
    /// schema checker) would then read something else than text. For it <c>0111</c> is 73.
    /// </summary>
    public static bool LooksLikeNumber(YamlScalar scalar)
    {
        if (scalar.IsQuoted || scalar.Text.Length == 0)
            return false;
        var text = scalar.Text;
        return text is "true" or "false"
            || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) && text.Any(char.IsAsciiDigit)
            || (text.StartsWith("0x", StringComparison.Ordinal) || text.StartsWith("0o", StringComparison.Ordinal))
                && text.Length > 2 && text[2..].All(char.IsAsciiHexDigit);
    }
}
