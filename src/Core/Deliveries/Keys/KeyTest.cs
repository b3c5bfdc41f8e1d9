using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Keys;

/// <summary>A question about the cells of a key column, asked once for each of its texts.</summary>
internal sealed class KeyTest(RowSource rows, int column, TextQuestion question)
{
    private readonly TextMemo<bool> answers = new(rows, column);

    /// <summary>The answer for the current row.</summary>
    public bool IsMatch() => answers.OfRow() ?? answers.Keep(question(Blanks.Trim(rows.Cell(column))));
}
