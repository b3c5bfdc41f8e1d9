using Produktreport.Core.Deliveries.Tables;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.Profiles;

/// <summary>The rows of one product (service, period): what its slots are and have summed up.</summary>
/// <param name="Figures">The figure of each slot; null where its rows are left out or faulty.</param>
/// <param name="Periods">The period of each slot.</param>
/// <param name="IsSkipped">Whether the rows are left out on purpose: an unknown product under <c>hinweis</c>.</param>
internal sealed record ProfileGroup(FigureKey?[] Figures, Period[] Periods, bool IsSkipped)
{
    /// <summary>The rows of all periods, in which slots with a period of their own are summed up; null where there are no such slots, or rows name no period.</summary>
    public ProfileGroup? Whole { get; init; }

    /// <summary>The sums, slot by slot; null while nothing was added.</summary>
    public SlotSum?[] Sums { get; } = new SlotSum?[Figures.Length];
}
