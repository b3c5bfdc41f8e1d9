using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Figures;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Deliveries.Plausibility;

/// <summary>
/// Holds the signs a profile declares (its factors) against the data: Erträge and Aufwendungen are both positive (canonical
/// signs of the domain). Single negative ones are corrections; where most are negative, the file has other signs than declared.
/// </summary>
internal static class SignCheck
{
    private const int FewestForAnError = 3;
    private static readonly FigureId[] Positive = [FigureId.Of("ertraege"), FigureId.Of("aufwendungen"), FigureId.Of("kosten")];

    /// <summary>Whether a figure is positive by the domain's canonical signs.</summary>
    public static bool IsPositive(FigureId figure) => Array.IndexOf(Positive, figure) >= 0;

    /// <summary>Adds an error for each figure and period with mostly negative values.</summary>
    public static void Run(IEnumerable<DeliveredValue> values, FindingList findings)
    {
        foreach (var group in values.Where(value => IsPositive(value.Address.Figure) && value.Value is not (null or 0))
            .GroupBy(value => (value.Address.Figure, value.Period, value.Scenario)))
        {
            var negative = group.Where(value => value.Value < 0).ToList();
            if (negative.Count >= FewestForAnError && negative.Count * 2 > group.Count())
                findings.Add(
                    DeliveryFindings.SignsContradictProfile(Wording.PlaceOf(negative[0]), Wording.OfSeries(negative[0]),
                    negative.Count, group.Count()));
        }
    }
}
