using System.Globalization;
using System.Text.RegularExpressions;

namespace Produktreport.Core.Tests.Reports.Proof;

/// <summary>Numbers as a German reader reads them.</summary>
internal static class Printed
{
    /// <summary>A number with thousands points and decimal comma, with its sign.</summary>
    public const string Number = @"[+−±]?\d{1,3}(?:\.\d{3})*(?:,\d+)?";

    public static decimal Value(string number) => decimal.Parse(
        number.Replace(".", "", StringComparison.Ordinal).Replace(',', '.').Replace('−', '-').TrimStart('+', '±'),
        NumberStyles.Number | NumberStyles.AllowLeadingSign,
        CultureInfo.InvariantCulture);

    public static int Decimals(string number) =>
        number.IndexOf(',', StringComparison.Ordinal) is var comma and >= 0 ? number.Length - comma - 1 : 0;

    public static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>Whether a printed number is the exact one rounded to as many places as are printed.</summary>
    public static bool Is(string number, decimal? exact) => exact is { } value && Round(value, Decimals(number)) == Value(number);

    /// <summary>The same, printed with a certain number of places.</summary>
    public static bool Is(string number, decimal? exact, int decimals) => Decimals(number) == decimals && Is(number, exact);

    /// <summary>Whether a label says what a text beside it says in full: both are rounded from the same value.</summary>
    public static bool IsAbout(string label, decimal full, int divisor)
    {
        var (places, text) = (Decimals(label), full);
        var step = divisor / (decimal)Math.Pow(10, places);
        var textStep = 1 / (decimal)Math.Pow(10, text.Scale);
        return Math.Abs(Value(label) * divisor - text) <= (step + textStep) / 2;
    }

    /// <summary>A pattern for a number in a unit, as a group of that name; blanks may be no-break ones.</summary>
    public static string In(string unit, string group) =>
        $"(?<{group}>{Number})" + (unit.Length == 0 ? "" : @"[ \u00A0]" + Regex.Escape(unit));

    /// <summary>The unit of a difference: between two percentages there are points of them.</summary>
    public static string UnitOfDifference(string unit) => unit == "%" ? "Prozentpunkte" : unit;
}

/// <summary>Reads a text from its beginning, statement by statement.</summary>
internal sealed class Reading(string text)
{
    private string rest = text;

    public bool IsDone => rest.Length == 0;

    public string Rest => rest;

    /// <summary>The statement that begins the rest of the text, if it is one of this pattern.</summary>
    public Match? Take(string pattern)
    {
        var match = Patterns.First(rest, $"^(?:{pattern})(?: |$)");
        if (!match.Success)
            return null;
        rest = rest[match.Length..];
        return match;
    }
}

/// <summary>Patterns that give up instead of searching for ever.</summary>
internal static class Patterns
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.Singleline;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Match First(string text, string pattern) => Regex.Match(text, pattern, Options, Patience);

    public static MatchCollection All(string text, string pattern) => Regex.Matches(text, pattern, Options, Patience);

    public static bool Fits(string text, string pattern) => Regex.IsMatch(text, pattern, Options, Patience);
}
