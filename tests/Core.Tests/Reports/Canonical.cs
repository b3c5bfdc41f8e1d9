using Produktreport.Core.Periods;

namespace Produktreport.Core.Tests.Reports;

/// <summary>Periods from their texts, for tests.</summary>
internal static class Canonical
{
    public static Period Period(string text) =>
        PeriodText.TryParse(text, out var period) ? period : throw new FormatException($"'{text}' is not a period.");
}
