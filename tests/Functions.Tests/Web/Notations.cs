using System.Globalization;
using System.Text.RegularExpressions;
using Produktreport.Core.German;

namespace Produktreport.Functions.Tests.Web;

/// <summary>How a number can be written: exactly or rounded, in full or in thousands, in German or for machines.</summary>
internal static partial class Notations
{
    // Fewer stand everywhere, by chance: pages, days, years.
    private const int LeastDigits = 5;
    private const int Checksum = 64; // SHA-256, as 0-9a-f

    /// <summary>All notations with enough digits to tell the number, without its sign.</summary>
    public static IEnumerable<string> Of(decimal value)
    {
        var size = Math.Abs(value);
        var rounded = Enumerable.Range(0, 7).SelectMany(places => new[] { size, size / 1000 }.Select(number => (places, number)));
        return new[] { GermanFormat.Exact(size), size.ToString(CultureInfo.InvariantCulture) }
            .Concat(rounded.SelectMany(each => new[]
            {
                GermanFormat.Number(each.number, each.places),
                GermanFormat.Number(each.number, each.places).Replace(".", "", StringComparison.Ordinal),
                Math.Round(each.number, each.places).ToString(CultureInfo.InvariantCulture),
            }))
            .Where(text => text.Trim('0', ',', '.').Count(char.IsAsciiDigit) >= LeastDigits)
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>The numbers that stand in a text, as they are written; digits of a checksum are none.</summary>
    public static HashSet<string> In(string text) =>
        [.. Written().Matches(text).Select(match => match.Value).Where(number => number.Length < Checksum)];

    [GeneratedRegex(@"[0-9a-f]{64}|\d+(?:[.,]\d+)*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}
