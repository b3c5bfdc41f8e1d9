using Produktreport.Core.Catalogues;

namespace Produktreport.Core.KeyFigures;

/// <summary>Which of several Stichtage of a reference figure holds for a period.</summary>
public static class ReferenceFigures
{
    /// <summary>
    /// The latest value whose Stichtag is not after <paramref name="end"/>; where all are later, the earliest; null where the
    /// catalogue does not have the figure.
    /// </summary>
    public static ReferenceFigure? InForce(Catalogue catalogue, FigureId id, DateOnly end)
    {
        ReferenceFigure? latest = null;
        ReferenceFigure? earliest = null;
        foreach (var figure in catalogue.ReferenceFigures)
        {
            if (figure.Id != id)
                continue;
            if (figure.AsOf <= end && (latest is null || figure.AsOf > latest.AsOf))
                latest = figure;
            if (earliest is null || figure.AsOf < earliest.AsOf)
                earliest = figure;
        }

        return latest ?? earliest;
    }
}
