using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Messages;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>What value columns of a profile with the same figure, period and Art add up to.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Period">The period; null where each row names it.</param>
/// <param name="Scenario">Ist, Plan or Prognose.</param>
/// <param name="Factors">The distinct factors of the columns.</param>
internal sealed record ProfileSlot(FigureId Figure, Period? Period, Scenario Scenario, IReadOnlyList<decimal> Factors)
{
    /// <summary>How factors and rows become the value, in German; null where one row is taken as it is.</summary>
    public string? RuleOf(LineSet lines)
    {
        var factor = Factors is [var only] ? new Factor(only).Rule : "mit den Faktoren des Importprofils";
        var sum = lines.Count > 1 ? $"Summe der {lines}" : null;
        return sum is null ? factor : factor is null ? sum : $"{sum}, {factor}";
    }
}

/// <summary>One value column of a profile, found in the file.</summary>
/// <param name="Slot">Which slot it adds to.</param>
/// <param name="Number">Which numeric column it is.</param>
/// <param name="Factor">What its cells are multiplied with.</param>
/// <param name="When">Which rows count; null = all.</param>
internal sealed record ProfileSource(int Slot, int Number, Factor Factor, RowTest? When);

/// <summary>The running value of one slot for one product (service, period).</summary>
internal sealed class SlotSum
{
    private RunningSum sum;

    /// <summary>The rows that went in.</summary>
    public LineSet Lines { get; } = new();

    /// <summary>The column of the first cell, from 0.</summary>
    public int Column { get; private set; }

    /// <summary>The raw text of the first cell.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The first row whose cell says unknown; 0 where none does. Then the sum is unknown.</summary>
    public int UnknownLine { get; private set; }

    /// <summary>Adds a cell.</summary>
    public void Add(in CellValue cell, Factor factor, int line, int column, ReadOnlySpan<char> text)
    {
        if (Lines.Count == 0)
            (Column, Text) = (column, text.ToString());
        Lines.Add(line);
        if (cell.Mark == CellMark.Unknown && UnknownLine == 0)
            UnknownLine = line;
        sum.Add(cell, factor);
    }

    /// <summary>The sum under a decimal mark; null where a part of it is unknown.</summary>
    public decimal? With(char? decimalMark) => UnknownLine > 0 ? null : sum.With(decimalMark);
}

/// <summary>The rows of one product (service, period): what its slots are and have summed up.</summary>
/// <param name="Figures">The figure of each slot; null where its rows are left out or faulty.</param>
/// <param name="Periods">The period of each slot.</param>
/// <param name="IsSkipped">Whether the rows are left out on purpose: an unknown product under <c>hinweis</c>.</param>
internal sealed record ProfileGroup(FigureKey?[] Figures, Period[] Periods, bool IsSkipped)
{
    /// <summary>
    /// The rows of all periods, in which slots with a period of their own are summed up; null where there are no such slots, or
    /// rows name no period.
    /// </summary>
    public ProfileGroup? Whole { get; init; }

    /// <summary>The sums, slot by slot; null while nothing was added.</summary>
    public SlotSum?[] Sums { get; } = new SlotSum?[Figures.Length];
}
