using System.Runtime.CompilerServices;

namespace Produktreport.Core.Tables.Rows;

/// <summary>
/// What is known of the cells of some consecutive rows before anybody asks: the plain numbers in some columns, and the numbers
/// of the texts in others.
/// </summary>
internal sealed class KnownCells
{
    /// <summary>Nothing is known.</summary>
    public static readonly KnownCells None = new([], []);

    private static readonly NumberReading NoNumber;
    private readonly int[] numbers;
    private readonly int[] keys;
    private readonly int[] numberOf;
    private readonly int[] keyOf;
    private NumberReading[] readings;
    private int[] textNumbers;

    /// <summary>Room for a few rows.</summary>
    /// <param name="numbers">The columns of numbers, each once.</param>
    /// <param name="keys">The columns of texts, each once.</param>
    public KnownCells(int[] numbers, int[] keys)
    {
        (this.numbers, this.keys) = (numbers, keys);
        (numberOf, keyOf) = (Places(numbers), Places(keys));
        (readings, textNumbers) = (new NumberReading[64 * numbers.Length], new int[64 * keys.Length]);
    }

    /// <summary>Where the numbers of a row begin, and where those of its texts do.</summary>
    public (int Numbers, int TextNumbers) PlacesOf(int row) => unchecked((row * numbers.Length, row * keys.Length));

    /// <summary>The number in a row; no number where the column is none of numbers, or the cell needs a closer look.</summary>
    /// <param name="place">Where the row's numbers begin.</param>
    /// <param name="column">The column, from 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly NumberReading Number(int place, int column)
    {
        if (unchecked((uint)column) >= (uint)numberOf.Length)
            return ref NoNumber;
        return ref readings[unchecked(place + numberOf[column])];
    }

    /// <summary>The number of a text in a row (<see cref="ColumnTexts.Of"/>).</summary>
    /// <param name="place">Where the row's numbers of texts begin.</param>
    /// <param name="column">The column, one of texts.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int TextNumber(int place, int column) => textNumbers[unchecked(place + keyOf[column])];

    /// <summary>Where the numbers of a row are put, in the order of their columns.</summary>
    public Span<NumberReading> NumbersOf(int row)
    {
        if ((row + 1) * numbers.Length > readings.Length)
            Array.Resize(ref readings, readings.Length * 2);
        return readings.AsSpan(row * numbers.Length, numbers.Length);
    }

    /// <summary>Where the numbers of the texts of a row are put, in the order of their columns.</summary>
    public Span<int> TextNumbersOf(int row)
    {
        if ((row + 1) * keys.Length > textNumbers.Length)
            Array.Resize(ref textNumbers, textNumbers.Length * 2);
        return textNumbers.AsSpan(row * keys.Length, keys.Length);
    }

    private static int[] Places(int[] columns)
    {
        var places = new int[columns.Append(-1).Max() + 1];
        for (var place = 0; place < columns.Length; place++)
            places[columns[place]] = place;
        return places;
    }
}
