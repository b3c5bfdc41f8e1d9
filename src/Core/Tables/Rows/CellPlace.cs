namespace Produktreport.Core.Tables.Rows;

/// <summary>A cell of a file as the clerk sees it in Excel.</summary>
/// <param name="Line">
/// The row number, from 1. Excel counts records: a line break inside a quoted cell does not add a row, a <c>sep=</c> line is
/// not shown.
/// </param>
/// <param name="Column">The column, from 0; −1 = the whole row.</param>
public readonly record struct CellPlace(int Line, int Column = -1)
{
    /// <summary>In a sentence: <c>Zeile 7, Spalte F</c>.</summary>
    public override string ToString() =>
        Column < 0 ? $"Zeile {Line}" : $"Zeile {Line}, Spalte {ColumnLetters.Of(Column)}";
}
