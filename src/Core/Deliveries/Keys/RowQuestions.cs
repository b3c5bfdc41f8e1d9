using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Keys;

/// <summary>
/// Questions about the key columns of a file, however many. Each is asked once for every distinct text of its column; all of
/// them together cost a row one look at each column.
/// </summary>
internal sealed class RowQuestions(RowSource rows)
{
    private QuestionWord[] words = [];

    /// <summary>Adds a question that is answered with yes where all of its columns say yes.</summary>
    public RowQuestion Add(IEnumerable<(int Column, TextQuestion Question)> parts)
    {
        if (words is not [.., { IsFull: false }])
            words = [.. words, new QuestionWord(rows)];
        return words[^1].Add(parts);
    }

    /// <summary>Adds a question about one column.</summary>
    public RowQuestion Add(int column, TextQuestion question) => Add([(column, question)]);

}

/// <summary>One of the questions.</summary>
internal sealed class RowQuestion(QuestionWord word, ulong bit)
{
    /// <summary>The answer for the current row.</summary>
    public bool IsMatch() => (word.OfRow() & bit) != 0;
}

/// <summary>
/// As many questions as a word has bits. Each text of a column has a word with the questions that the text does not deny. A row
/// has what is left of them in all columns.
/// </summary>
internal sealed class QuestionWord(RowSource rows)
{
    /// <summary>Tells a word that has been found from one that has not.</summary>
    private const ulong Known = 1UL << 63;

    /// <summary>How many questions fit.</summary>
    private const int Most = 63;

    private Column[] columns = [];
    private ulong next = 1;
    private ulong current;
    private int line;

    /// <summary>Whether no further question fits.</summary>
    public bool IsFull => next == 1UL << Most;

    /// <summary>Adds a question.</summary>
    public RowQuestion Add(IEnumerable<(int Column, TextQuestion Question)> parts)
    {
        foreach (var (index, question) in parts)
        {
            if (Array.Find(columns, each => each.Index == index) is not { } column)
                columns = [.. columns, column = new Column(index)];
            column.Questions.Add((next, question));
        }

        var added = new RowQuestion(this, next);
        next <<= 1;
        return added;
    }

    /// <summary>The questions that the current row answers with yes.</summary>
    public ulong OfRow() => line == rows.Line ? current : Find();

    private ulong Find()
    {
        var found = ulong.MaxValue;
        foreach (var column in columns)
        {
            var number = rows.TextNumber(column.Index);
            var known = column.WordOf(number);
            found &= known != 0 ? known : column.Ask(number, Blanks.Trim(rows.Cell(column.Index)));
        }

        (line, current) = (rows.Line, found);
        return found;
    }

    /// <summary>The questions about one column, and what its texts answer.</summary>
    private sealed class Column(int index)
    {
        private ulong[] words = new ulong[64];

        public int Index => index;

        public List<(ulong Bit, TextQuestion Ask)> Questions { get; } = [];

        /// <summary>What the text of a number does not deny; 0 where it was not asked yet.</summary>
        public ulong WordOf(int number) => unchecked((uint)number) < (uint)words.Length ? words[number] : 0;

        public ulong Ask(int number, ReadOnlySpan<char> text)
        {
            var word = ulong.MaxValue;
            foreach (var (bit, ask) in Questions)
                word &= ask(text) ? word : ~bit;
            if (number >= words.Length)
                words = [.. words, .. new ulong[number]];
            if (number >= 0)
                words[number] = word;
            return word;
        }
    }
}
