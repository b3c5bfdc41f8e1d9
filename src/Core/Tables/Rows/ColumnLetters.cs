namespace Produktreport.Core.Tables.Rows;

/// <summary>Excel's names of columns: A … Z, AA … XFD.</summary>
public static class ColumnLetters
{
    private static readonly string[] Known = [.. Enumerable.Range(0, 702).Select(Spell)];

    /// <summary>The letters of a column counted from 0.</summary>
    public static string Of(int column) => column < Known.Length ? Known[column] : Spell(column);

    /// <summary>The column counted from 0 that letters such as <c>AB</c> name; −1 where they name none.</summary>
    public static int Parse(ReadOnlySpan<char> letters)
    {
        if (letters.IsEmpty || letters.Length > 3)
            return -1;
        var number = 0;
        foreach (var letter in letters)
        {
            if (!char.IsAsciiLetterUpper(letter))
                return -1;
            number = number * 26 + letter - 'A' + 1;
        }

        return number - 1;
    }

    private static string Spell(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }
}
