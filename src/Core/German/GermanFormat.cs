using System.Globalization;
using Produktreport.Core.Periods;

namespace Produktreport.Core.German;

/// <summary>
/// The one place that rounds and writes numbers and dates for readers. German form (<c>-1.234,50</c> with a true minus sign),
/// from explicit formats, so that it is the same on every machine whatever culture data is installed.
/// </summary>
public static class GermanFormat
{
    /// <summary>What stands in a table for a missing or undefined value.</summary>
    public const string Missing = "–";

    private static readonly NumberFormatInfo Numbers = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NumberGroupSizes = [3],
        NegativeSign = "−",
        NumberNegativePattern = 1,
    };

    private static readonly string[] Months =
        ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];

    /// <summary>Rounds half away from zero (kaufmännisch, DIN 1333) to <paramref name="decimals"/> places, 0 to 10.</summary>
    public static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>A number with thousands points and exactly <paramref name="decimals"/> places, rounded; never "−0".</summary>
    public static string Number(decimal value, int decimals)
    {
        var rounded = Round(value, decimals);
        return (rounded == 0 ? 0m : rounded).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Numbers);
    }

    /// <summary>The same number without the zeros behind its last place: <c>1.50</c> is <c>1.5</c>.</summary>
    public static decimal WithoutZeros(decimal value) => value / 1.0000000000000000000000000000m;

    /// <summary>A number and its unit; the number alone where it is a count.</summary>
    public static string WithUnit(string number, string unit, char blank = ' ') =>
        unit.Length == 0 ? number : $"{number}{blank}{unit}";

    /// <summary>A number with its sign always shown: <c>+3,2</c>, <c>−3,2</c>, <c>±0,0</c>.</summary>
    public static string Signed(decimal value, int decimals) => Round(value, decimals) switch
    {
        > 0 => "+" + Number(value, decimals),
        < 0 => Number(value, decimals),
        _ => "±" + Number(0, decimals),
    };

    /// <summary>
    /// A number with as many places as it has, at most ten, without trailing zeros: for values quoted back to the sender.
    /// </summary>
    public static string Exact(decimal value)
    {
        var rounded = WithoutZeros(Round(value, 10));
        return Number(rounded, rounded.Scale);
    }

    /// <summary>A date as <c>22.11.2026</c>.</summary>
    public static string Date(DateOnly date) => date.ToString("dd'.'MM'.'yyyy", CultureInfo.InvariantCulture);

    /// <summary>A period in words: <c>Juli 2026</c>, <c>3. Quartal 2026</c>, <c>2. Halbjahr 2026</c>, <c>Jahr 2026</c>.</summary>
    public static string Name(Period period) => period.Kind switch
    {
        PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Months[period.Number - 1]} {period.Year}"),
        PeriodKind.Year => string.Create(CultureInfo.InvariantCulture, $"Jahr {period.Year}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{period.Number}. {period.Kind.GermanName()} {period.Year}"),
    };

    /// <summary>The German name of a month, 1 to 12.</summary>
    public static string Month(int month) => Months[month - 1];

    /// <summary>A text whose units € and % stay on the line of their numbers.</summary>
    public static string KeepUnits(string text) =>
        text.Replace(" €", "\u00A0€", StringComparison.Ordinal).Replace(" %", "\u00A0%", StringComparison.Ordinal);

    /// <summary>The words, at most so many: where there are more, the last says how many further ones there are.</summary>
    public static string[] AtMost(int most, IReadOnlyList<string> words, Func<int, string> further) =>
        words.Count <= most ? [.. words] : [.. words.Take(most - 1), further(words.Count - most + 1)];

    /// <summary>Words joined as in a sentence: <c>a</c>, <c>a und b</c>, <c>a, b und c</c>.</summary>
    public static string Enumerate(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => string.Join(", ", words.Take(words.Count - 1)) + " und " + words[^1],
    };
}
