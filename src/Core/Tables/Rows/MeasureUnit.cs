using System.Collections.Immutable;

namespace Produktreport.Core.Tables.Rows;

/// <summary>
/// Units that are no money, under all the names people write for them: <c>Std.</c> for hours, <c>qm</c> for m². The one list of
/// them.
/// </summary>
internal static class MeasureUnit
{
    private static readonly ImmutableArray<ImmutableArray<string>> Units =
    [
        ["%", "Prozent", "v.H.", "v. H.", "vH"], ["‰", "Promille", "v.T."],
        ["h", "Std", "Stunde", "Stunden"], ["min", "Minute", "Minuten"], ["s", "Sek", "Sekunde", "Sekunden"], ["Tag", "Tage"],
        ["m²", "m2", "qm", "Quadratmeter"], ["ha", "Hektar"], ["km²", "km2", "qkm", "Quadratkilometer"],
        ["m³", "m3", "cbm", "Kubikmeter"], ["m", "Meter"], ["km", "Kilometer"],
        ["kg", "Kilogramm"], ["t", "Tonne", "Tonnen"], ["kWh", "Kilowattstunden"], ["MWh", "Megawattstunden"],
        ["Stück", "Stk", "Anzahl"], ["VZÄ", "VZAE", "Vollzeitäquivalente"],
    ];

    private static readonly ImmutableArray<string> Labels =
        ["Angabe", "Angaben", "Wert", "Werte", "Zahl", "Zahlen", "Meldung", "Betrag", "Beträge"];

    /// <summary>Whether two texts name one unit; a unit without a name of its own is one of pieces.</summary>
    public static bool IsSame(ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
        IsName(one, other) || (NamesOf(one.IsEmpty ? "Stück" : one) is { IsEmpty: false } names
            && names == NamesOf(other.IsEmpty ? "Stück" : other));

    /// <summary>All names of a unit; none where it has no other.</summary>
    public static ImmutableArray<string> NamesOf(ReadOnlySpan<char> unit)
    {
        foreach (var names in Units)
        {
            foreach (var name in names)
            {
                if (IsName(name, unit))
                    return names;
            }
        }

        return [];
    }

    /// <summary>
    /// The unit that a remark declares for the number beside it: <c>in Minuten</c>, <c>Angabe in Prozent</c>; empty where it says
    /// anything else.
    /// </summary>
    public static ReadOnlySpan<char> DeclaredIn(ReadOnlySpan<char> remark)
    {
        var blank = remark.IndexOf(' ');
        if (blank > 0 && IsLabel(remark[..blank]))
            remark = remark[(blank + 1)..];
        return remark.StartsWith("in ", StringComparison.OrdinalIgnoreCase) && NamesOf(remark[3..].Trim()) is { IsEmpty: false }
            ? remark[3..].Trim()
            : default;
    }

    private static bool IsLabel(ReadOnlySpan<char> word)
    {
        foreach (var label in Labels)
        {
            if (word.Equals(label, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>In any case, but for single letters: <c>t</c> are tons, <c>T</c> thousands.</summary>
    private static bool IsName(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        one = one.TrimEnd('.');
        other = other.TrimEnd('.');
        return one.Length == 1 ? one.SequenceEqual(other) : one.Equals(other, StringComparison.OrdinalIgnoreCase);
    }
}
