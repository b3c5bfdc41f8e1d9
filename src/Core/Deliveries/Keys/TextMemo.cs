using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Keys;

/// <summary>What the texts of a key column mean, found out once for each text.</summary>
/// <param name="rows">The rows.</param>
/// <param name="column">The column, from 0; −1 where there is none.</param>
internal sealed class TextMemo<T>(RowSource rows, int column)
    where T : struct
{
    private T?[] meanings = new T?[64];

    /// <summary>What the current row's text means; null where that is not known yet, or cannot be kept.</summary>
    public T? OfRow()
    {
        if (column < 0)
            return null;
        var number = unchecked((uint)rows.TextNumber(column));
        return number < (uint)meanings.Length ? meanings[number] : null;
    }

    /// <summary>Keeps what the current row's text means, and returns it.</summary>
    public T Keep(T meaning)
    {
        var number = column < 0 ? -1 : rows.TextNumber(column);
        if (number >= meanings.Length)
            Array.Resize(ref meanings, number * 2);
        if (number >= 0)
            meanings[number] = meaning;
        return meaning;
    }
}
