using Produktreport.Core.Reports.Words;

namespace Produktreport.Functions.Web.Portal.Origins;

/// <summary>The step from Ist and Plan to their deviation, with the numbers of the report.</summary>
internal static class LastStep
{
    /// <summary>The step in lines; none where the value is no deviation, or there is none.</summary>
    public static IEnumerable<string> Of(ReportRow row, RowField field)
    {
        if (field is not (RowField.Deviation or RowField.DeviationPercent)
            || row is not { ActualToDate: { } actual, PlanToDate: { } plan, Deviation: { } deviation })
            yield break;
        yield return $"{ReportWords.Of(RowField.Deviation)} = {ReportWords.Of(RowField.ActualToDate)} − "
            + $"{ReportWords.Of(RowField.PlanToDate)} = {Number(actual)} − {InBrackets(plan)} = "
            + GermanFormat.Signed(deviation, row.Decimals);
        if (field == RowField.DeviationPercent && row.Percent is { } percent)
            yield return $"{ReportWords.Of(RowField.DeviationPercent)} = Abweichung ÷ Betrag des Plans × 100 = "
                + $"{Number(deviation)} ÷ {Number(Math.Abs(plan))} × 100 = {percent.Signed}\u00A0%";

        string Number(decimal value) => GermanFormat.Number(value, row.Decimals);

        string InBrackets(decimal value) => value < 0 ? $"({Number(value)})" : Number(value);
    }
}
