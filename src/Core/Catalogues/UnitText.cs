using System.Text.RegularExpressions;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Catalogues;

/// <summary>Units as the catalogue writes them.</summary>
internal static partial class UnitText
{
    /// <summary>The catalogue's word for a unit of the statistical offices; empty for counts.</summary>
    public static string Plain(string unit) => unit switch
    {
        "Anzahl" or "number" or "Number" => "",
        "qkm" or "sqkm" or "km2" => "km²",
        "EUR" or "Euro" => "€",
        "Prozent" or "percent" or "v.H." => "%",
        _ => unit,
    };

    /// <summary>
    /// A unit in thousands or more as what it is thousands of, and how many: <c>1000 EUR</c> are 1000 €, <c>Tsd.</c> 1000.
    /// </summary>
    public static (decimal Factor, string Unit) Scaled(string unit)
    {
        if (MoneyUnit.FactorOf(MoneyUnit.Of(unit)) is var money and > 1)
            return (money, "€");
        return Scale().Match(unit) is { Success: true, Groups: var parts }
            ? (FactorOf(parts["scale"].Value), Plain(parts["unit"].Value))
            : (1, Plain(unit));
    }

    private static decimal FactorOf(string scale) => char.ToLowerInvariant(scale[0]) == 'm'
        ? scale.StartsWith("mrd", StringComparison.OrdinalIgnoreCase)
            || scale.StartsWith("milliard", StringComparison.OrdinalIgnoreCase)
            ? 1_000_000_000 : 1_000_000
        : scale.Count(c => c == '0') > 3 ? 1_000_000 : 1_000;

    [GeneratedRegex(
        @"^(in )?(?<scale>1[ .]?000([ .]?000)?|tsd\.?|tausend|mio\.?|mill\.?|millionen|mrd\.?|milliarden)( (?<unit>.+))?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Scale();
}
