namespace Produktreport.Core.Tables.Rows;

/// <summary>
/// What is known of the cells of some consecutive rows before anybody asks: the plain numbers in some columns, and the numbers
/// of the texts in others.
/// </summary>
internal sealed class KnownCells
{
    /// <summary>Nothing is known.</summary>
    public static readonly KnownCells None = new([], new KeyTexts([], []));

    private readonly int[] numbers;
    private readonly KeyTexts keys;
    private readonly int[] numberOf;
    private readonly int[] keyOf;
    private NumberReading[] readings;
    private int[] textNumbers;
    private bool[] marks = new bool[64];

    /// <summary>Room for a few rows.</summary>
    /// <param name="numbers">The columns of numbers, each once.</param>
    /// <param name="keys">The columns of texts, and the texts met there so far.</param>
    public KnownCells(int[] numbers, KeyTexts keys)
    {
        (this.numbers, this.keys) = (numbers, keys);
        (numberOf, keyOf) = (Places(numbers, 0), Places(keys.Columns, 1));
        (readings, textNumbers) = (new NumberReading[64 * numbers.Length], new int[64 * keys.Width]);
    }

    /// <summary>How many numbers a row has, and how many numbers of texts.</summary>
    public (int Numbers, int TextNumbers) Width => (numbers.Length, keys.Width);

    /// <summary>For each column up to the last of numbers its place among those of a row.</summary>
    public int[] NumberPlaces => numberOf;

    /// <summary>For each column up to the last of texts its place among the numbers of texts of a row.</summary>
    public int[] TextPlaces => keyOf;

    /// <summary>The numbers of the rows, each row's in the order of its columns.</summary>
    public NumberReading[] Numbers => readings;

    /// <summary>The numbers of the texts of the rows, each row's as <see cref="KeyTexts"/> orders them.</summary>
    public int[] TextNumbers => textNumbers;

    /// <summary>Where the numbers of some rows are put, each row's in the order of its columns.</summary>
    public Span<NumberReading> NumbersOf(int rows) => Room(ref readings, rows * numbers.Length);

    /// <summary>Where the numbers of the texts of some rows are put, each row's as <see cref="KeyTexts"/> orders them.</summary>
    public Span<int> TextNumbersOf(int rows) => Room(ref textNumbers, rows * keys.Width);

    /// <summary>For each row whether a cell that is watched is worth a look.</summary>
    public bool[] Marks => marks;

    /// <summary>Where the marks of some rows are put.</summary>
    public Span<bool> MarksOf(int rows) => Room(ref marks, rows);

    /// <summary>Knows of some rows what others know, which have the same columns.</summary>
    public void Copy(KnownCells others, int rows)
    {
        others.readings.AsSpan(0, rows * numbers.Length).CopyTo(NumbersOf(rows));
        others.textNumbers.AsSpan(0, rows * keys.Width).CopyTo(TextNumbersOf(rows));
        others.marks.AsSpan(0, rows).CopyTo(MarksOf(rows));
    }

    /// <summary>Numbers the texts of some rows together.</summary>
    public void Combine(int rows) => keys.Combine(textNumbers.AsSpan(0, rows * keys.Width));

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
