using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Keys;

/// <summary>Says what is wrong with a period.</summary>
internal static class PeriodFindings
{
    /// <summary>The year in examples, where the file names none.</summary>
    private const int ExampleYear = 2026;

    /// <summary>Why a text is no period; <paramref name="year"/> is the year to show in an example, where one is known.</summary>
    public static Findings.Finding WhyNoPeriod(CellPlace place, string found, int? year) =>
        WhyNoPeriod(place, found, PeriodText.Read(found), year);

    /// <summary>Why what a text says of time is no period.</summary>
    public static Findings.Finding WhyNoPeriod(CellPlace place, string found, PeriodReading? time, int? year) => time switch
    {
        PeriodReading.WithoutYear part => DeliveryFindings.YearMissing(place, found, part.Of(year ?? ExampleYear)),
        PeriodReading.Day day => DeliveryFindings.DateAsPeriod(place, found, Period.Containing(day.Date, PeriodKind.Month)),
        PeriodReading.Stretch stretch =>
            DeliveryFindings.NoSinglePeriod(place, found, Period.Containing(stretch.Last, PeriodKind.Month)),
        _ => DeliveryFindings.UnknownPeriod(place, found),
    };
}
