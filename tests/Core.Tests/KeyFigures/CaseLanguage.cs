using System.Globalization;
using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.German;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.KeyFigures.Values;
using Produktreport.Core.Periods;
using static Produktreport.Tests.Support.County;

namespace Produktreport.Core.Tests.KeyFigures;

/// <summary>Reads the notation of <c>faelle.md</c> and answers its questions with the calculator.</summary>
internal static partial class CaseLanguage
{
    public static FigureSet Deliveries(string text)
    {
        var figures = FigureSet.Empty;
        var deliveries = text.Split("||", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var number = 0; number < deliveries.Length; number++)
            figures = figures.With(new AcceptedDelivery(Stamp(number + 1), [.. Values(deliveries[number])], []));
        return figures;
    }

    public static string Answer(FigureCalculator calculator, string question)
    {
        var words = question.Split(' ');
        var period = PeriodOf(words[^1]);
        return words switch
        {
            ["Ziel", var goal, _] => OfGoal(calculator, goal, period),
            ["Abweichung", var figure, _] => OfDeviation(calculator.Deviation(AddressOf(figure), period, cumulative: true)),
            ["Vorjahr", var figure, _] => OfValue(calculator.Previous(AddressOf(figure), period, 1, cumulative: false)),
            ["Jahresprognose", var figure, _] => OfValue(calculator.YearForecast(AddressOf(figure), period)),
            ["linear", var figure, _] => OfValue(calculator.LinearProjection(AddressOf(figure), period)),
            ["kum", "Plan", var figure, _] => OfValue(calculator.Cumulative(AddressOf(figure), period, Scenario.Plan)),
            ["kum", var figure, _] => OfValue(calculator.Cumulative(AddressOf(figure), period, Scenario.Actual)),
            ["Plan", var figure, _] => OfValue(calculator.Value(AddressOf(figure), period, Scenario.Plan)),
            [var figure, _] => OfValue(calculator.Value(AddressOf(figure), period, Scenario.Actual)),
            _ => throw new FormatException($"Frage nicht verstanden: {question}"),
        };
    }

    private static IEnumerable<DeliveredValue> Values(string delivery)
    {
        FigureAddress? address = null;
        foreach (var item in delivery.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var match = Item().Match(item);
            Assert.True(match.Success, $"Lieferung nicht verstanden: {item}");
            address = match.Groups["figure"].Success ? AddressOf(match.Groups["figure"].Value) : address;
            var scenario = match.Groups[
                "art"].Value switch
            { "Plan" => Scenario.Plan, "Prognose" => Scenario.Forecast, _ => Scenario.Actual };
            yield return County.Value(
                address!.Value, PeriodOf(match.Groups["period"].Value), Number(match.Groups["value"].Value), scenario,
                    match.Groups["kum"].Success);
        }
    }

    private static decimal? Number(string text) =>
        text == "k.A." ? null : decimal.Parse(text.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture);

    private static FigureAddress AddressOf(string text)
    {
        var parts = text.Split('.');
        return At(parts[0], parts[1], parts[0][..4]);
    }

    private static Period PeriodOf(string text)
    {
        var parts = text.Split('/');
        var year = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 2026;
        var number = parts[0].Length > 1 ? int.Parse(parts[0][1..], CultureInfo.InvariantCulture) : 1;
        var kind = parts[0][
            0] switch
        { 'M' => PeriodKind.Month, 'Q' => PeriodKind.Quarter, 'H' => PeriodKind.HalfYear, _ => PeriodKind.Year };
        return Period.Of(year, kind, number);
    }

    private static string OfValue(CalculatedValue value) => value switch
    {
        CalculatedValue.Known { Origin: Derivation.RolledUp { WeightsMissing: true } } known =>
            $"{GermanFormat.Exact(known.Value)} (Gewichte fehlen)",
        CalculatedValue.Known known => GermanFormat.Exact(known.Value),
        CalculatedValue.Undefined undefined => $"– {undefined.Reason.Text}",
        _ => throw new InvalidOperationException(),
    };

    private static string OfDeviation(PlanDeviation deviation) => deviation switch
    {
        { Absolute: null } => $"– {deviation.Reason}; {deviation.Status.GermanName()}",
        { Percent: { } percent } =>
            $"{GermanFormat.Exact(deviation.Absolute.Value)}; {GermanFormat.Exact(percent)} %; {deviation.Status.GermanName()}",
        _ => $"{GermanFormat.Exact(deviation.Absolute.Value)}; – {deviation.Reason}; {deviation.Status.GermanName()}",
    };

    private static string OfGoal(FigureCalculator calculator, string id, Period period)
    {
        var product = calculator.Catalogues.For(period.Year)!.Find(Office)!;
        var assessed = calculator.Assess(Office, product.Goals.Single(goal => goal.Id.Text == id), period);
        var achieved = assessed.IsAchieved switch { true => "erreicht", false => "nicht erreicht", _ => "offen" };
        var degree = assessed.Degree is { } percent ? $"; {GermanFormat.Exact(percent)} %"
            : assessed.Actual is CalculatedValue.Known ? $"; {assessed.Note}" : "";
        return $"{OfValue(assessed.Actual)}{degree}; {achieved}; {assessed.Status.GermanName()}";
    }

    [GeneratedRegex(
        @"^(?:(?<kum>kum) )?(?:(?<art>Plan|Prognose) )?(?:(?<figure>\d+\.\w+) )?(?<period>[MQHJ]\d*(?:/\d+)?)=(?<value>.+)$",
            RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Item();
}
