using System.Collections.Immutable;
using Produktreport.Core.German;
using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Reports.Messages;

/// <summary>
/// The three to five key messages of a product report: the main figure against its plan with cause and explanation, the red
/// figures, the goals, what is missing, and what the year will bring. Deterministic: the same report says the same.
/// </summary>
internal static class ProductMessages
{
    private const int Fewest = 3;
    private const int NamedReds = 3;
    private const string NotDelivered = "nicht geliefert";
    private const int ExplanationLength = 220;
    private const int NameLength = 70;
    private const int NamedGoals = 2;

    /// <param name="report">The report, complete but for its messages.</param>
    /// <param name="cause">Why the main figure deviates, as a sentence; null where that cannot be said.</param>
    public static ImmutableArray<KeyMessage> Of(ProductReport report, string? cause)
    {
        var main = MainRow(report);
        KeyMessage?[] messages =
        [
            main is null ? null : MainFigure(report, main, cause),
            Statuses(report),
            Goals(report),
            Data(report),
            main is null ? null : Outlook(report, main),
        ];
        ImmutableArray<KeyMessage> said = [.. messages.OfType<KeyMessage>()];
        return said.Length >= Fewest || !report.IsComplete ? said
            : said.Add(new KeyMessage(Sentences.DataTopic, Sentences.Complete));
    }

    /// <summary>
    /// The figure page one is about: the product's main base figure with the greatest deviation in percent, € first.
    /// </summary>
    public static ReportRow? MainRow(ProductReport report)
    {
        var rows = report.RowsOf(report.Levels[0].Number).ToList();
        return rows.Where(row => row.IsMain)
            .OrderBy(row => row.Type)
            .ThenByDescending(row => row.Unit == ReportWords.Euro)
            .ThenByDescending(row => Math.Abs(row.DeviationPercent ?? 0))
            .FirstOrDefault() ?? rows.FirstOrDefault();
    }

    private static KeyMessage MainFigure(ProductReport report, ReportRow row, string? cause)
    {
        string?[] sentences = [Against(report, report.Period, row), row.Deviation is null ? null : cause, Explained(report, row)];
        return new KeyMessage(row.Name, string.Join(' ', sentences.OfType<string>()));
    }

    private static string Against(ProductReport report, Period period, ReportRow row) => row switch
    {
        { ActualToDate: null } =>
            Sentences.NoActual(period, row.Undefined.GetValueOrDefault(RowField.ActualToDate, GermanFormat.Missing))
                + Known(report, row),
        { PlanToDate: null } when row.Undefined.GetValueOrDefault(RowField.PlanToDate) is { } reason
            && !reason.StartsWith(NotDelivered, StringComparison.Ordinal) =>
            Sentences.ActualWithUnknownPlan(period, Amount(row, row.ActualToDate.Value), reason),
        { PlanToDate: null } => Sentences.ActualWithoutPlan(period, Amount(row, row.ActualToDate.Value)),
        { Deviation: null } => Sentences.ActualWithUnknownPlan(
            period, Amount(row, row.ActualToDate.Value), row.Undefined.GetValueOrDefault(
                RowField.Deviation, NoteTexts.NotAssessable)),
        _ => Sentences.Actual(
            period,
            Amount(row, row.ActualToDate.Value),
            Sentences.AgainstPlan(row.Deviation.Value, row.Percent, row.IsFavourable, row.Decimals, row.Unit),
            Amount(row, row.PlanToDate!.Value)),
    };

    /// <summary>What is known of an amount whose later parts are missing; nothing where its first part is.</summary>
    private static string Known(ProductReport report, ReportRow row)
    {
        var chart = report.Charts.FirstOrDefault(chart => chart.Level == row.Level && chart.Figure == row.Id);
        var known = chart?.Points.TakeWhile(point => point.Actual is not null).ToList() ?? [];
        return row is { Type: RowType.BaseFigure, Unit: ReportWords.Euro } && known.Count > 0
            ? " " + Sentences.KnownUntil(known[^1].Period, Amount(row, known.Sum(point => point.Actual!.Value)))
            : "";
    }

    private static string? Explained(ProductReport report, ReportRow row) =>
        MainExplanation.Of(report, row) is { } text ? Sentences.DepartmentSays(Shortened.Quote(ExplanationLength, text.Text))
            : null;

    private static KeyMessage Statuses(ProductReport report)
    {
        var assessed = report.Rows.Where(row => row.Status != Status.Grey).ToList();
        if (assessed.Count == 0)
            return new KeyMessage(Sentences.StatusTopic, Sentences.NothingAssessable);
        var reds = assessed.Where(row => row.Status == Status.Red)
            .OrderByDescending(row => row.IsMain)
            .ThenByDescending(row => Math.Abs(row.DeviationPercent ?? decimal.MaxValue))
            .ToList();
        var counts = Sentences.StatusCounts(
            (assessed.Count(row => row.Status == Status.Green), Status.Green),
            (assessed.Count(row => row.Status == Status.Yellow), Status.Yellow),
            (reds.Count, Status.Red));
        return new KeyMessage(Sentences.StatusTopic, reds.Count == 0 ? counts : $"{counts} {Reds(report, reds)}");
    }

    private static string Reds(ProductReport report, List<ReportRow> reds) =>
        Sentences.RedFigures([.. reds.Take(NamedReds).Select(row => Red(report, row))], Math.Max(0, reds.Count - NamedReds));

    private static string Red(ProductReport report, ReportRow row)
    {
        var level = report.LevelOf(row.Level);
        var deviation = row.Percent is { IsMeaningful: true } percent
            ? $"{percent.Signed} %"
            : Sentences.Signed(row.Deviation ?? 0, row.Decimals, Sentences.UnitOfDifference(row.Unit));
        return Sentences.RedFigure(
            Shortened.To(NameLength, row.Name),
            level.Kind == LevelKind.Product ? null : Shortened.To(NameLength, level.Name),
            deviation);
    }

    private static KeyMessage? Goals(ProductReport report)
    {
        if (report.Goals.IsEmpty)
            return null;
        var missed = report.Goals.Where(goal => goal.IsReached == false).ToList();
        var reached = report.Goals.Count(goal => goal.IsReached == true);
        var counts =
            Sentences.GoalCounts(reached, missed.Count, report.Goals.Length - reached - missed.Count);
        return new KeyMessage(Sentences.GoalsTopic, missed.Count == 0 ? counts : $"{counts} {Missed(missed)}");
    }

    private static string Missed(List<ReportGoal> missed)
    {
        var named = missed.Take(NamedGoals).ToList();
        return Sentences.MissedGoals(
            named.ConvertAll(goal => Shortened.To(ExplanationLength / named.Count, goal.Text.TrimEnd('.'))),
            missed.Count - named.Count);
    }

    private static KeyMessage? Data(ProductReport report)
    {
        if (report.IsComplete)
            return null;
        var departments = report.Missing.Select(missing => missing.DepartmentName).Distinct().ToList();
        var only = report.Missing.Length == 1 ? Sentences.MissingFigure(report.Missing[0].Name, report.Missing[0].Period) : null;
        var deadlines = report.Missing.Select(missing => missing.Deadline).Distinct().Order().Select(GermanFormat.Date).ToList();
        return new KeyMessage(
            Sentences.DataTopic,
            Sentences.Missing(
                report.Missing.Length, GermanFormat.Enumerate(departments), only, GermanFormat.Enumerate(deadlines)));
    }

    private static KeyMessage? Outlook(ProductReport report, ReportRow row) =>
        report.Period.Kind == PeriodKind.Year ? PreviousYear(row) : Forecast(report, row) ?? PreviousYear(row);

    private static KeyMessage? Forecast(ProductReport report, ReportRow row)
    {
        if (row.ForecastYear is not { } expected)
            return null;
        if (row.PlanYear is not { } plan)
            return new KeyMessage(
                Sentences.ForecastTopic, Sentences.ForecastWithoutPlan(
                report.Period.Year, Amount(row, expected), Sentences.Basis(row.ForecastBasis, report.Period)));
        var basis = Sentences.Basis(row.ForecastBasis, report.Period);
        var percent = plan == 0 ? null : new Percentage((expected - plan) * 100 / Math.Abs(plan), 1);
        var comparison = Sentences.AgainstPlan(
            expected - plan, percent, Favour.Of(expected - plan, row.Direction), row.Decimals, row.Unit);
        return new KeyMessage(
            Sentences.ForecastTopic, Sentences.Forecast(
                report.Period.Year, Amount(row, expected), basis, comparison, Amount(row, plan)));
    }

    private static KeyMessage? PreviousYear(ReportRow row)
    {
        if (row is not { ActualToDate: { } now, PreviousToDate: { } former })
            return null;
        var difference = now - former;
        var change = Sentences.SinceFormer(difference, Favour.Of(difference, row.Direction), row.Decimals, row.Unit);
        return new KeyMessage(Sentences.PreviousYearTopic, Sentences.AgainstPreviousYear(Amount(row, former), change));
    }

    private static string Amount(ReportRow row, decimal value) => Sentences.Amount(value, row.Decimals, row.Unit);
}
