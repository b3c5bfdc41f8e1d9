namespace Produktreport.Core.Catalogues;

/// <summary>Units as the catalogue writes them.</summary>
internal static class UnitText
{
    /// <summary>The catalogue's word for a unit of the statistical offices; empty for counts.</summary>
    public static string Plain(string unit) => unit switch
    {
        "Anzahl" => "",
        "qkm" => "km²",
        "EUR" or "Euro" => "€",
        "Prozent" => "%",
        _ => unit,
    };
}
