using System.Collections.Immutable;
using Produktreport.Core.German;
using Produktreport.Core.Periods;

namespace Produktreport.Core.KeyFigures.Values;

/// <summary>The German words in which a value is undefined. All of them stand here.</summary>
internal static class Reasons
{
    private const int NamedPeriods = 6;

    public static CalculatedValue.Undefined NotInCatalogue(int year) =>
        Of(UndefinedKind.NotInCatalogue, $"im Katalog {year} nicht enthalten");

    public static CalculatedValue.Undefined NoCatalogue { get; } = Of(UndefinedKind.NotInCatalogue, "kein Katalog vorhanden");
    public static CalculatedValue.Undefined Overflow { get; } = Of(UndefinedKind.Overflow, "Ergebnis zu groß");
    public static CalculatedValue.Undefined Circular { get; } = Of(UndefinedKind.InputUndefined, "hängt von sich selbst ab");

    public static CalculatedValue.Undefined NoForecast { get; } =
        Of(UndefinedKind.NotDelivered, "keine Prognose geliefert; hochgerechnet werden nur Summen");

    public static CalculatedValue.Undefined OnlySumsAreProjected { get; } =
        Of(UndefinedKind.NotDelivered, "hochgerechnet werden nur Summen");

    public static CalculatedValue.Undefined NotAdded { get; } =
        Of(UndefinedKind.InputUndefined, "wird nicht über Produkte summiert");

    public static CalculatedValue.Undefined ProductsWithoutValue(IReadOnlyList<DerivedInput> undefined, int all) =>
        new(new UndefinedReason(
            UndefinedKind.InputUndefined,
            $"{undefined.Count} von {all} Produkten ohne Wert: "
                + $"{string.Join(", ", undefined.Take(3).Select(product => product.Name))} und {undefined.Count - 3} weitere")
        {
            Missing = [.. undefined.SelectMany(product => ReasonOf(product.Value).Missing).Distinct()],
        });

    public static CalculatedValue.Undefined MarkedUnknown(string when) =>
        Of(UndefinedKind.MarkedUnknown, $"unbekannt oder gesperrt (k.A.): {when}");

    public static CalculatedValue.Undefined CollectedLessOften(PeriodKind frequency, string when) =>
        Of(UndefinedKind.NotDelivered, $"kein Wert für {when}: wird je {frequency.GermanName()} erhoben");

    public static CalculatedValue.Undefined ZeroDivisor(string divisor) =>
        Of(UndefinedKind.DivisionByZero, $"Teiler ist 0: {divisor}");

    public static CalculatedValue.Undefined ZeroWeight(string weight) =>
        Of(UndefinedKind.DivisionByZero, $"Summe der Gewichte ist 0: {weight}");

    public static CalculatedValue.Undefined NotDelivered(bool inPart, IEnumerable<MissingValue> missing)
    {
        ImmutableArray<MissingValue> all = [.. missing.Distinct()];
        return new(new UndefinedReason(
            inPart ? UndefinedKind.PartsMissing : UndefinedKind.NotDelivered, NotDeliveredText(all))
        { Missing = all });
    }

    /// <summary>An undefined input makes the result undefined: its name and its own reason.</summary>
    public static CalculatedValue.Undefined Inputs(IReadOnlyList<DerivedInput> undefined) =>
        new(new UndefinedReason(
            UndefinedKind.InputUndefined,
            string.Join("; ", undefined.Select(input => $"{input.Name}: {ReasonOf(input.Value).Text}").Distinct()))
        {
            Missing = [.. undefined.SelectMany(input => ReasonOf(input.Value).Missing).Distinct()],
        });

    public static UndefinedReason ReasonOf(CalculatedValue value) => ((CalculatedValue.Undefined)value).Reason;

    /// <summary>A span in words: a period's name, or <c>Januar bis September 2026</c>.</summary>
    public static string Name(Span span) =>
        span.Period is { } period ? GermanFormat.Name(period)
        : $"{GermanFormat.Month(span.First)} bis {GermanFormat.Month(span.Last)} {span.Year}";

    private static string NotDeliveredText(ImmutableArray<MissingValue> missing)
    {
        string[] periods = [.. missing.Select(each => each.Period).Distinct().Order().Select(GermanFormat.Name)];
        var named = GermanFormat.AtMost(NamedPeriods, periods, count => $"{count} weitere");
        var what = missing.Any(each => each.Scenario == Scenario.Plan) ? "kein Plan geliefert" : "nicht geliefert";
        return named.Length == 0 ? what : $"{what}: {GermanFormat.Enumerate(named)}";
    }

    private static CalculatedValue.Undefined Of(UndefinedKind kind, string text) => new(new UndefinedReason(kind, text));
}
