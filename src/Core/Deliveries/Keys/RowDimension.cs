namespace Produktreport.Core.Deliveries.Keys;

/// <summary>What a row says beside its values.</summary>
internal enum RowDimension
{
    /// <summary>Produkt.</summary>
    Product,

    /// <summary>Leistung.</summary>
    Service,

    /// <summary>Grundzahl.</summary>
    Figure,

    /// <summary>Periode.</summary>
    Period,

    /// <summary>Jahr, beside the part of it.</summary>
    Year,

    /// <summary>Halbjahr, beside the year.</summary>
    HalfYear,

    /// <summary>Quartal, beside the year.</summary>
    Quarter,

    /// <summary>Monat, beside the year.</summary>
    Month,

    /// <summary>Art.</summary>
    Scenario,

    /// <summary>Bemerkung.</summary>
    Remark,

    /// <summary>Korrekturgrund.</summary>
    Reason,

    /// <summary>kumuliert.</summary>
    Cumulative,

    /// <summary>Einheit.</summary>
    Unit,
}

/// <summary>The German names of what a row says.</summary>
internal static class RowFields
{
    /// <summary>The name as the header of a column.</summary>
    public static string GermanName(this RowDimension field) => field switch
    {
        RowDimension.Product => "Produkt",
        RowDimension.Service => "Leistung",
        RowDimension.Figure => "Grundzahl",
        RowDimension.Period => "Periode",
        RowDimension.Year => "Jahr",
        RowDimension.HalfYear => "Halbjahr",
        RowDimension.Quarter => "Quartal",
        RowDimension.Month => "Monat",
        RowDimension.Scenario => "Art",
        RowDimension.Remark => "Bemerkung",
        RowDimension.Reason => "Korrekturgrund",
        RowDimension.Unit => "Einheit",
        _ => "kumuliert",
    };
}
