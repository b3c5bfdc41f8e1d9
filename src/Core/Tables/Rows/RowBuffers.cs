namespace Produktreport.Core.Tables.Rows;

/// <summary>What rows are read into; empty buffers are replaced when they are needed.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Cells">The cells of all rows, one row behind the other, each counted from the beginning of its row.</param>
internal sealed record RowBuffers(char[] Text, (int Start, int Length)[] Cells)
{
    /// <summary>No buffers yet.</summary>
    public static readonly RowBuffers None = new([], []);
}
