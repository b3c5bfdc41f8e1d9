using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Keys;

/// <summary>What is asked of the trimmed text of a key.</summary>
internal delegate bool TextQuestion(ReadOnlySpan<char> text);

/// <summary>A question about the cells of a key column, asked once for each of its texts.</summary>
internal sealed class KeyTest(RowSource rows, int column, TextQuestion question)
{
    private bool?[] answers = new bool?[64];

    /// <summary>The answer for the current row.</summary>
    public bool IsMatch()
    {
        var number = rows.TextNumber(column);
        return number >= 0 && number < answers.Length && answers[number] is { } known ? known : Ask(number);
    }

    private bool Ask(int number)
    {
        var answer = question(Blanks.Trim(rows.Cell(column)));
        if (number >= answers.Length)
            Array.Resize(ref answers, number * 2);
        if (number >= 0)
            answers[number] = answer;
        return answer;
    }
}
