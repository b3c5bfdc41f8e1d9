using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Reports.Assembly;

internal static class GoalAssembly
{
    public static ReportGoal Of(FigureCalculator calculator, Product product, Goal goal, Period period)
    {
        var assessment = calculator.Assess(product.Number, goal, period);
        var figure = product.FindLevel(goal.Level)?.Find(goal.Figure);
        return new ReportGoal
        {
            Id = goal.Id,
            Text = ReportWords.GoalText(goal),
            Target = goal.Target,
            Actual = assessment.Actual.Amount,
            Expected = assessment.Expected,
            IsReached = assessment.IsAchieved,
            Status = assessment.Status,
            AchievementPercent = assessment.Degree,
            Comparison = goal.Comparison,
            Span = assessment.Span,
            Level = goal.Level,
            Figure = goal.Figure,
            Unit = figure?.Unit ?? "",
            Decimals = figure?.Decimals ?? 0,
            Remark = assessment.Note,
        };
    }
}
