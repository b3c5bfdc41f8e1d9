using Produktreport.Core.Deliveries.Numbers;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>A unit behind a header's name: <c>Erträge (T€)</c>, <c>Erträge in €</c>, <c>Erträge [TEUR]</c>.</summary>
internal static class UnitSuffix
{
    private static readonly string[] Thousands =
        ["T€", "TEUR", "T EUR", "Tsd. €", "Tsd. Euro", "Tsd. EUR", "Tausend €", "Tausend Euro", "1.000 €", "1000 €", "1.000 Euro", "1.000 EUR"];

    private static readonly string[] Plain = ["€", "EUR", "Euro"];

    /// <summary>Splits a label into name, unit and factor; the unit is empty where there is none.</summary>
    public static (string Name, string Unit, Factor Factor) Split(string label, IReadOnlySet<string> figureUnits)
    {
        foreach (var unit in Thousands)
        {
            if (Without(label, unit) is { } name)
                return (name, "€", new Factor(1000));
        }

        foreach (var unit in Plain)
        {
            if (Without(label, unit) is { } name)
                return (name, "€", Factor.One);
        }

        foreach (var unit in figureUnits)
        {
            if (unit.Length > 0 && Without(label, unit) is { } name)
                return (name, unit, Factor.One);
        }

        return (label, "", Factor.One);
    }

    private static string? Without(string label, string unit)
    {
        foreach (var suffix in (ReadOnlySpan<string>)[$"({unit})", $"[{unit}]", $"in {unit}", $"/ {unit}", $", {unit}"])
        {
            if (label.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && label.Length > suffix.Length)
                return label[..^suffix.Length].TrimEnd(' ', ',');
        }

        return label.EndsWith(" " + unit, StringComparison.OrdinalIgnoreCase) ? label[..^(unit.Length + 1)].TrimEnd() : null;
    }
}
