using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Numbers;

/// <summary>A unit that a title, a note or a remark declares for amounts of money.</summary>
/// <param name="Unit">The unit; <see cref="CellUnit.Other"/> for thousands of nobody knows what.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">The text that says so.</param>
internal sealed record DeclaredUnit(CellUnit Unit, CellPlace Place, string Text)
{
    /// <summary>What amounts are multiplied with.</summary>
    public Factor Factor { get; } = Unit == CellUnit.Euro ? Factor.One : new Factor(MoneyUnit.FactorOf(Unit));

    /// <summary>Whether amounts that were multiplied with this mean something else by it.</summary>
    public bool Contradicts(Factor taken) => Unit == CellUnit.Other || Factor.Value != Math.Abs(taken.Value);

    /// <summary>What the current row, a title or a note, declares; null where it declares nothing.</summary>
    public static DeclaredUnit? In(RowSource rows)
    {
        for (var column = 0; column < rows.Count; column++)
        {
            var text = Blanks.Trim(rows.Cell(column));
            if (rows.KindOf(column) == CellType.Text && MoneyUnit.DeclaredIn(text) is var unit and not CellUnit.None)
                return new DeclaredUnit(unit, new CellPlace(rows.Line, column), text.ToString());
        }

        return null;
    }
}
