using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Numbers;

/// <summary>A unit that a title, a note or a remark declares for amounts of money.</summary>
/// <param name="Unit">
/// The unit; <see cref="CellUnit.Other"/> for thousands of nobody knows what, <see cref="CellUnit.Foreign"/> for cents.
/// </param>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">The text that says so.</param>
internal sealed record DeclaredUnit(CellUnit Unit, CellPlace Place, string Text)
{
    /// <summary>What amounts are multiplied with.</summary>
    public Factor Factor { get; } = Unit == CellUnit.Euro ? Factor.One : new Factor(MoneyUnit.FactorOf(Unit));

    /// <summary>Whether amounts that were multiplied with this mean something else by it.</summary>
    public bool Contradicts(Factor taken) => MoneyUnit.IsUnclear(Unit) || Factor.Value != Math.Abs(taken.Value);

    /// <summary>
    /// What the current row, a title or a note, declares; null where it declares nothing. Of several units in one row none
    /// holds for all amounts.
    /// </summary>
    public static DeclaredUnit? In(RowSource rows)
    {
        DeclaredUnit? first = null;
        for (var column = 0; column < rows.Count; column++)
        {
            var text = Blanks.Trim(rows.Cell(column));
            if (text.IsEmpty || UnitOf(rows, column, text) is not (var unit and not CellUnit.None))
                continue;
            if (first is not null && first.Unit != unit)
                return new DeclaredUnit(CellUnit.Other, new CellPlace(rows.Line, column), text.ToString());
            first ??= new DeclaredUnit(unit, new CellPlace(rows.Line, column), text.ToString());
        }

        return first;
    }

    /// <summary>What the name of a file declares; null where it declares nothing.</summary>
    /// <param name="path">The file below the inbox.</param>
    public static DeclaredUnit? InName(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var stem = name[..(name.LastIndexOf('.') is var dot and > 0 ? dot : name.Length)];
        return UnitSentence.DeclaredInName(stem) is var unit && MoneyUnit.IsMoney(unit)
            ? new DeclaredUnit(unit, new CellPlace(0), name) : null;
    }

    /// <summary>The unit in a cell; a number declares one behind its name in the cell before: <c>Faktor;1000</c>.</summary>
    private static CellUnit UnitOf(RowSource rows, int column, ReadOnlySpan<char> text) =>
        char.IsAsciiDigit(text[0]) && column > 0 ? UnitSentence.DeclaredIn($"{Blanks.Trim(rows.Cell(column - 1))} {text}")
        : column > 0 && Blanks.Trim(rows.Cell(column - 1)).TrimEnd(':').Equals("Währung", StringComparison.OrdinalIgnoreCase)
            ? UnitSentence.DeclaredIn($"Währung: {text}")
        : rows.KindOf(column) == CellType.Text ? UnitSentence.DeclaredInTitle(text)
        : CellUnit.None;
}
