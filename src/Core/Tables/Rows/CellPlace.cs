namespace Produktreport.Core.Tables.Rows;

/// <summary>A cell of a file as the clerk sees it in Excel.</summary>
/// <param name="Line">The row number, from 1. Excel counts records. A line break inside a quoted cell does not add a row, and a
/// <c>sep=</c> line is not shown. 0 = what is said of the whole sheet or file, as its name or the head and foot of its
/// pages.</param>
/// <param name="Column">The column, from 0; −1 = the whole row.</param>
public readonly record struct CellPlace(int Line, int Column = -1)
{
    /// <summary>The sheet it stands on; null where the file has only one.</summary>
    public string? Sheet { get; init; }

    /// <summary>In a sentence: <c>Zeile 7, Spalte F</c>; <c>Blatt „Plan“, Zeile 7, Spalte F</c>.</summary>
    public override string ToString() =>
        Line == 0
            ? Sheet is null ? "der Datei" : $"Blatt {CellFindings.Quote(Sheet)}"
            : (Sheet is null ? "" : $"Blatt {CellFindings.Quote(Sheet)}, ")
                + (Column < 0 ? $"Zeile {Line}" : $"Zeile {Line}, Spalte {ColumnLetters.Of(Column)}");
}
