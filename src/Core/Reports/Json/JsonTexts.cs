using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Reports;

/// <summary>An enumeration that JSON writes as one of a few German words, fixed by <c>docs/bericht-json.md</c>.</summary>
internal abstract class WordJson<T>(params (T Value, string Word)[] words)
    : TextJson<T>(
        value => words.First(entry => entry.Value.Equals(value)).Word,
        word => words.Where(entry => entry.Word == word).Select(entry => (T?)entry.Value).FirstOrDefault()
            ?? throw new FormatException($"'{word}' is not one of {string.Join(", ", words.Select(entry => entry.Word))}."))
    where T : struct, Enum;

internal sealed class StateJson() : WordJson<ReportState>((ReportState.Draft, "entwurf"), (ReportState.Released, "freigegeben"));

internal sealed class EditionJson() : WordJson<ReportEdition>((ReportEdition.Internal, "intern"), (ReportEdition.Public, "oeffentlich"));

internal sealed class RowTypeJson() : WordJson<RowType>((RowType.BaseFigure, "grundzahl"), (RowType.KeyFigure, "kennzahl"));

internal sealed class LevelKindJson() : WordJson<LevelKind>(
    (LevelKind.Product, "produkt"), (LevelKind.InternalService, "intern"), (LevelKind.ExternalService, "extern"));

internal sealed class StatusJson() : WordJson<Status>(
    (Status.Green, "gruen"), (Status.Yellow, "gelb"), (Status.Red, "rot"), (Status.Grey, "grau"));

internal sealed class DirectionJson() : WordJson<Direction>(
    (Direction.Neutral, "neutral"), (Direction.HigherIsBetter, "hoeher_besser"), (Direction.LowerIsBetter, "niedriger_besser"));

internal sealed class ComparisonJson() : WordJson<Comparison>((Comparison.AtLeast, "mindestens"), (Comparison.AtMost, "hoechstens"));

internal sealed class ScenarioJson() : WordJson<Scenario>(
    (Scenario.Actual, "ist"), (Scenario.Plan, "plan"), (Scenario.Forecast, "prognose"));

internal sealed class ForecastBasisJson() : WordJson<ForecastBasis>(
    (ForecastBasis.Delivered, "geliefert"),
    (ForecastBasis.ActualPlusPlan, "ist_plus_plan"),
    (ForecastBasis.ByFormula, "formel"),
    (ForecastBasis.Linear, "linear"));

internal sealed class HierarchyLevelJson() : WordJson<HierarchyLevel>(
    (HierarchyLevel.County, "koerperschaft"),
    (HierarchyLevel.MainArea, "hauptproduktbereich"),
    (HierarchyLevel.Area, "produktbereich"),
    (HierarchyLevel.Group, "produktgruppe"));

internal sealed class RowFieldJson() : WordJson<RowField>(
    (RowField.ActualPeriod, "istPeriode"),
    (RowField.ActualToDate, "istKumuliert"),
    (RowField.PlanPeriod, "planPeriode"),
    (RowField.PlanToDate, "planKumuliert"),
    (RowField.PlanYear, "planJahr"),
    (RowField.FormerPeriod, "vorjahrPeriode"),
    (RowField.FormerToDate, "vorjahrKumuliert"),
    (RowField.Deviation, "abweichung"),
    (RowField.DeviationPercent, "abweichungProzent"),
    (RowField.ForecastYear, "prognoseJahr"),
    (RowField.ForecastLinear, "prognoseLinear"));
