namespace Produktreport.Core.Tables.Rows;

/// <summary>
/// Columns in which few texts are worth a look. Whoever splits a file finds the rows that have one: the texts of all others need
/// not travel to the core on which the rows are read.
/// </summary>
/// <param name="columns">The columns, from 0.</param>
/// <param name="isWorthALook">Asked of the text of each cell that is not empty, with the blanks around it.</param>
internal sealed class CellWatch(IEnumerable<int> columns, TextQuestion isWorthALook)
{
    /// <summary>No columns.</summary>
    public static readonly CellWatch Nothing = new([], _ => false);

    /// <summary>The columns, each once.</summary>
    public IReadOnlyList<int> Columns { get; } = [.. columns.Distinct()];

    /// <summary>Whether the text of a cell is worth a look.</summary>
    public bool Meets(ReadOnlySpan<char> cell) => !cell.IsEmpty && isWorthALook(cell);
}
