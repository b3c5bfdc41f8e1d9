using System.Collections.Immutable;

namespace Produktreport.Core.Catalogues.Reading.FormulaSyntax;

/// <summary>
/// What kind of quantity a term is: the exponents of its units (<c>€ / Stellen</c> → € 1, Stellen −1). Plain counts and percent
/// have none.
/// </summary>
/// <param name="Exponents">By unit; no exponent is 0.</param>
/// <param name="Scale">How many base units one is (T€ = 1000 €); null where a factor in the formula may have changed it.</param>
/// <param name="IsConstant">Whether it is made of written numbers only: those may be of any unit.</param>
internal sealed record Quantity(ImmutableSortedDictionary<string, int> Exponents, decimal? Scale, bool IsConstant = false)
{
    /// <summary>A written number.</summary>
    public static Quantity Constant { get; } = new(ImmutableSortedDictionary<string, int>.Empty, null, true);

    /// <summary>Whether it is a bare count, share or percentage.</summary>
    public bool IsPlain => Exponents.IsEmpty;

    /// <summary>
    /// The dimension of a unit as the catalogue writes it: <c>€</c>, <c>T€</c>, <c>€/h</c>, <c>€ je Stelle</c>; empty for counts.
    /// </summary>
    public static Quantity Of(string unit)
    {
        var parts = unit.Replace(" je ", "/", StringComparison.Ordinal).Replace(" pro ", "/", StringComparison.Ordinal)
            .Split('/');
        var result = Single(parts[0]);
        return parts.Skip(1).Aggregate(result, (numerator, part) => numerator.Over(Single(part)));
    }

    public Quantity Times(Quantity other) => Combine(other, 1);

    public Quantity Over(Quantity other) => Combine(other, -1);

    /// <summary>Whether the two can be added or compared; a written number goes with anything.</summary>
    public bool FitsWith(Quantity other) =>
        IsConstant || other.IsConstant
        || (Exponents.SequenceEqual(other.Exponents) && (Scale is null || other.Scale is null || Scale == other.Scale));

    /// <summary>As a reader writes it: „€ / Stellen“; „eine Anzahl“ where there is no unit.</summary>
    public override string ToString()
    {
        if (IsPlain)
            return "eine Anzahl ohne Einheit";
        var over = string.Join(" · ", Exponents.Where(pair => pair.Value > 0).Select(Power));
        var under = string.Join(" · ", Exponents.Where(pair => pair.Value < 0).Select(Power));
        var name = over == "€" && Scale == 1000 ? "T€" : over.Length == 0 ? "1" : over;
        return under.Length == 0 ? name : $"{name} / {under}";
    }

    private static string Power(KeyValuePair<string, int> pair) =>
        Math.Abs(pair.Value) == 1 ? pair.Key : pair.Key + "^" + Math.Abs(pair.Value);

    private Quantity Combine(Quantity other, int sign)
    {
        var exponents = Exponents.ToBuilder();
        foreach (var (unit, exponent) in other.Exponents)
            exponents[unit] = exponents.GetValueOrDefault(unit) + sign * exponent;
        var kept = exponents.Where(pair => pair.Value != 0).ToImmutableSortedDictionary();
        var scale = Scale is { } left && other.Scale is { } right ? (decimal?)(sign > 0 ? left * right : left / right) : null;
        return new Quantity(
            kept, kept.IsEmpty ? (IsConstant || other.IsConstant ? null : scale) : scale, IsConstant && other.IsConstant);
    }

    private static Quantity Single(string unit)
    {
        var name = unit.Trim().TrimStart('0', '1', '.', ' ');
        var (symbol, scale) = name switch
        {
            "" or "%" or "Prozent" or "Anzahl" or "Stück" => ("", 1m),
            "EUR" or "Euro" => ("€", 1m),
            "T€" or "TEUR" or "Tsd. €" => ("€", 1000m),
            "Mio. €" or "Mio €" or "Mio. EUR" => ("€", 1_000_000m),
            "Std." or "Std" or "Stunde" or "Stunden" => ("h", 1m),
            "Minuten" or "Min." or "min" => ("h", 1m / 60),
            "Stelle" or "VZÄ" => ("Stellen", 1m),
            var other => (other, 1m),
        };
        var exponents = ImmutableSortedDictionary<string, int>.Empty.WithComparers(StringComparer.Ordinal);
        return new Quantity(symbol.Length == 0 ? exponents : exponents.Add(symbol, 1), scale);
    }
}
