using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Keys;

/// <summary>What the key texts of rows mean together, found out once for all rows with the same ones.</summary>
/// <param name="rows">The rows.</param>
internal sealed class KeysMemo<T>(RowSource rows)
    where T : class
{
    private T?[] meanings = new T?[64];

    /// <summary>What the texts of the current row mean; null where that is not known yet, or cannot be kept.</summary>
    public T? OfRow()
    {
        var number = unchecked((uint)rows.KeysNumber());
        return number < (uint)meanings.Length ? meanings[number] : null;
    }

    /// <summary>Keeps what the texts of the current row mean, and returns it.</summary>
    public T Keep(T meaning)
    {
        var number = rows.KeysNumber();
        if (number >= meanings.Length)
            Array.Resize(ref meanings, number * 2);
        if (number >= 0)
            meanings[number] = meaning;
        return meaning;
    }
}
