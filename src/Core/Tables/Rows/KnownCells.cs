using System.Runtime.CompilerServices;

namespace Produktreport.Core.Tables.Rows;

/// <summary>
/// What is known of the cells of some consecutive rows before anybody asks: the plain numbers in some columns, and the numbers
/// of the texts in others.
/// </summary>
internal sealed class KnownCells
{
    /// <summary>Nothing is known.</summary>
    public static readonly KnownCells None = new([], new KeyTexts([], []));

    private static readonly NumberReading NoNumber;
    private readonly int[] numbers;
    private readonly KeyTexts keys;
    private readonly int[] numberOf;
    private readonly int[] keyOf;
    private NumberReading[] readings;
    private int[] textNumbers;

    /// <summary>Room for a few rows.</summary>
    /// <param name="numbers">The columns of numbers, each once.</param>
    /// <param name="keys">The columns of texts, and the texts met there so far.</param>
    public KnownCells(int[] numbers, KeyTexts keys)
    {
        (this.numbers, this.keys) = (numbers, keys);
        (numberOf, keyOf) = (Places(numbers, 0), Places(keys.Columns, 1));
        (readings, textNumbers) = (new NumberReading[64 * numbers.Length], new int[64 * keys.Width]);
    }

    /// <summary>Where the numbers of a row begin, and where those of its texts do.</summary>
    public (int Numbers, int TextNumbers) PlacesOf(int row) => unchecked((row * numbers.Length, row * keys.Width));

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

    /// <summary>The number of all texts of a row together (<see cref="TextCombinations.Of"/>).</summary>
    /// <param name="place">Where the row's numbers of texts begin.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int KeysNumber(int place) => textNumbers[place];

    /// <summary>Where the numbers of some rows are put, each row's in the order of its columns.</summary>
    public Span<NumberReading> NumbersOf(int rows) => Room(ref readings, rows * numbers.Length);

    /// <summary>Where the numbers of the texts of some rows are put, each row's as <see cref="KeyTexts"/> orders them.</summary>
    public Span<int> TextNumbersOf(int rows) => Room(ref textNumbers, rows * keys.Width);

    private static Span<T> Room<T>(ref T[] all, int length)
    {
        if (length > all.Length)
            all = new T[Math.Max(length, all.Length * 2)];
        return all.AsSpan(0, length);
    }

    private static int[] Places(IReadOnlyList<int> columns, int first)
    {
        var places = new int[columns.Append(-1).Max() + 1];
        for (var place = 0; place < columns.Count; place++)
            places[columns[place]] = first + place;
        return places;
    }
}
