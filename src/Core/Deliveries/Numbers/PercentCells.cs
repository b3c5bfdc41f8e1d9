using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.German;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Numbers;

/// <summary>
/// Whether the percentages of a file are all written alike. <c>0,45</c> beside <c>45 %</c> may be 45 % or less than one. A
/// number typed into a cell that Excel shows as a percentage is a hundred times as large as it was meant.
/// </summary>
internal sealed class PercentCells(FindingList findings)
{
    /// <summary>No share of anything; growth as large as that is delivered without a sign.</summary>
    private const decimal Largest = 1000;

    private readonly Dictionary<FigureId, Notations> figures = [];

    /// <summary>Takes a cell.</summary>
    /// <param name="figure">A figure in percent.</param>
    /// <param name="value">How many percent it says, as written.</param>
    /// <param name="isSigned">Whether the cell shows the sign.</param>
    /// <param name="text">Its text.</param>
    /// <param name="place">Where it stands.</param>
    public void Look(Figure figure, decimal value, bool isSigned, ReadOnlySpan<char> text, CellPlace place)
    {
        var size = Math.Abs(value);
        var found = isSigned ? $"{GermanFormat.Exact(value)} %" : Blanks.Trim(text).ToString();
        if (isSigned && size > Largest && !(figure is BaseFigure { Maximum: { } maximum } && value <= maximum))
            findings.Add(DeliveryFindings.PercentTooLarge(place, found, figure.Name, $"{GermanFormat.Exact(value / 100)} %"));
        if (!figures.TryGetValue(figure.Id, out var known))
            figures.Add(figure.Id, known = new Notations(figure.Name));
        if (isSigned && size > 1)
            known.Signed ??= found;
        else if (!isSigned && size > 1)
            known.HasWhole = true;
        else if (!isSigned && size > 0)
            known.Share ??= (place, found);
    }

    /// <summary>Asks about shares of one beside percentages.</summary>
    public void Report()
    {
        foreach (var figure in figures.Values)
        {
            if (figure is { Share: var (place, found), Signed: { } signed, HasWhole: false })
                findings.Add(DeliveryFindings.ShareBesidePercent(place, found, signed, figure.Name));
        }
    }

    private sealed class Notations(string name)
    {
        public string Name => name;

        /// <summary>The first percentage with a sign.</summary>
        public string? Signed { get; set; }

        /// <summary>The first number without a sign that may be a share of one.</summary>
        public (CellPlace Place, string Text)? Share { get; set; }

        /// <summary>Whether numbers without a sign are percentages.</summary>
        public bool HasWhole { get; set; }
    }
}
