using Produktreport.Core.Catalogues;
using Produktreport.Core.German;

namespace Produktreport.Core.Reports.Contents;

/// <summary>A deviation in percent as it is printed.</summary>
/// <param name="Value">The exact value.</param>
/// <param name="Decimals">With how many places; 1, where one more would not tell more.</param>
public sealed record Percentage(decimal Value, int Decimals)
{
    /// <summary>From here on, in percent, the base is so small that the amount tells more.</summary>
    public const decimal Meaningless = 1000;

    private const int MostDecimals = 4;

    /// <summary>Whether a percentage says something: beside a plan near zero it does not.</summary>
    public bool IsMeaningful => Math.Abs(Value) < Meaningless;

    /// <summary>As tables show it, in the report as in the portal: „–“ where the amount tells more.</summary>
    public string Shown => IsMeaningful ? Signed : GermanFormat.Missing;

    /// <summary>The value without its sign.</summary>
    public string Size => GermanFormat.Number(Math.Abs(Value), Decimals);

    /// <summary>The value with its sign.</summary>
    public string Signed => GermanFormat.Signed(Value, Decimals);

    /// <summary>
    /// How many places a percentage needs so that rounding moves it over no limit of the Ampel: 5.04 is „5,04“ where green
    /// reaches to 5, or it would be a yellow 5,0.
    /// </summary>
    internal static int PlacesFor(decimal? value, StatusTolerance tolerance)
    {
        var size = Math.Abs(value ?? 0);
        decimal[] limits = [tolerance.GreenPercent, tolerance.YellowPercent];
        return Enumerable.Range(1, MostDecimals)
            .First(places => places == MostDecimals
                || Array.TrueForAll(limits, limit => size <= limit == GermanFormat.Round(size, places) <= limit));
    }
}
