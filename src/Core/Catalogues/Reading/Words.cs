using System.Collections.Frozen;
using System.Collections.Immutable;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>The catalogue's German words for the values of enumerations, in the order they are offered.</summary>
internal static class Words
{
    public static readonly OrderedDictionary<string, PeerChoice> PeerChoices = Table(
        ("alle", PeerChoice.All), ("land", PeerChoice.SameState), ("aehnlich", PeerChoice.SimilarPopulation),
        ("liste", PeerChoice.Listed));

    public static readonly OrderedDictionary<string, Direction> Directions = Table(
        ("hoeher_besser", Direction.HigherIsBetter), ("niedriger_besser", Direction.LowerIsBetter),
        ("neutral", Direction.Neutral));

    public static readonly OrderedDictionary<string, PeriodKind> PeriodKinds = Table(
        ("monat", PeriodKind.Month), ("quartal", PeriodKind.Quarter), ("halbjahr", PeriodKind.HalfYear),
        ("jahr", PeriodKind.Year));

    public static readonly OrderedDictionary<string, Comparison> Comparisons = Table(
        ("mindestens", Comparison.AtLeast), ("hoechstens", Comparison.AtMost));

    public static readonly OrderedDictionary<string, ServiceKind> ServiceKinds = Table(
        ("intern", ServiceKind.Internal), ("extern", ServiceKind.External));

    public static readonly OrderedDictionary<string, Scenario> Scenarios = Table(
        ("ist", Scenario.Actual), ("plan", Scenario.Plan), ("prognose", Scenario.Forecast));

    public static readonly OrderedDictionary<string, UnknownProducts> UnknownProducts = Table(
        ("fehler", Catalogues.UnknownProducts.Error), ("hinweis", Catalogues.UnknownProducts.Hint),
        ("anlegen", Catalogues.UnknownProducts.Create));

    public static readonly OrderedDictionary<string, Audience> Audiences = Table(
        ("oeffentlich", Audience.Public), ("leser", Audience.Readers), ("fachamt", Audience.Department),
        ("controlling", Audience.Controlling));

    public static readonly OrderedDictionary<string, DayOfWeek> Weekdays = Table(
        ("montag", DayOfWeek.Monday), ("dienstag", DayOfWeek.Tuesday), ("mittwoch", DayOfWeek.Wednesday),
        ("donnerstag", DayOfWeek.Thursday), ("freitag", DayOfWeek.Friday));

    /// <summary>The kinds of events that programs are told of.</summary>
    public static readonly ImmutableArray<string> EventKinds =
        ["delivery.judged", "report.written", "report.released", "report.withdrawn", "catalogue.published"];

    /// <summary>Names a figure must not have: formulas and the departments' files use them for something else.</summary>
    public static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(
        ["produkt", "leistung", "leistungen", "grundzahl", "periode", "art", "wert", "bemerkung", "min", "max", "abs", "summe"]);

    public static string Of<T>(OrderedDictionary<string, T> words, T value) =>
        words.First(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Key;

    private static OrderedDictionary<string, T> Table<T>(params (string Word, T Value)[] words) =>
        new(words.Select(each => KeyValuePair.Create(each.Word, each.Value)));
}
