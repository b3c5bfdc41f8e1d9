using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Numbers;

/// <summary>A unit behind a header's name: <c>Erträge (T€)</c>, <c>Erträge in Mio. €</c>, <c>Erträge [TEUR]</c>.</summary>
internal static class UnitSuffix
{
    /// <summary>Splits a label into name, unit and factor; the unit is empty where there is none.</summary>
    public static (string Name, string Unit, Factor Factor) Split(string label, IReadOnlySet<string> figureUnits)
    {
        // The longest end that is a unit: of „Erträge Tsd. €“ all of „Tsd. €“.
        for (var at = 1; at < label.Length; at++)
        {
            if (label[at - 1] is not (' ' or '(' or '[' or '/' or '_'))
                continue;
            var money = MoneyUnit.Of(Bare(label.AsSpan(at)));
            if (money != CellUnit.None)
                return (NameBefore(label, at), "€", money == CellUnit.Euro ? Factor.One : new Factor(MoneyUnit.FactorOf(money)));
        }

        foreach (var unit in figureUnits)
        {
            if (unit.Length > 0 && Without(label, unit) is { } name)
                return (name, unit, Factor.One);
        }

        return (label, "", Factor.One);
    }

    /// <summary>What stands between brackets, or all of it, without <c>in</c>.</summary>
    public static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(" )]").TrimStart(" ([");
        return text.StartsWith("in ", StringComparison.OrdinalIgnoreCase) ? text[3..] : text;
    }

    private static string NameBefore(string label, int end)
    {
        var name = label[..end].TrimEnd(' ', '(', '[', '/', ',', ':', '_', '-', '–');
        return name.EndsWith(" in", StringComparison.OrdinalIgnoreCase) ? name[..^3].TrimEnd(' ', ',', '-', '–') : name;
    }

    private static string? Without(string label, string unit)
    {
        // Of single letters the case tells: t are tons, T thousands.
        var comparison = unit.Length == 1 ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        if (!unit.EndsWith('.'))
            label = label.TrimEnd('.').Replace(".)", ")", StringComparison.Ordinal).Replace(".]", "]", StringComparison.Ordinal);
        foreach (var suffix in (ReadOnlySpan<string>)[$"({unit})", $"[{unit}]", $"in {unit}", $"/ {unit}", $", {unit}"])
        {
            if (label.EndsWith(suffix, comparison) && label.Length > suffix.Length)
                return label[..^suffix.Length].TrimEnd(' ', ',');
        }

        return label.EndsWith(" " + unit, comparison) ? label[..^(unit.Length + 1)].TrimEnd() : null;
    }
}
