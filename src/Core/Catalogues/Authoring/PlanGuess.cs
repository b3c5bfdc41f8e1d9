using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues.Reading;

namespace Produktreport.Core.Catalogues.Authoring;

/// <summary>Where number and name of a product stand in a plan whose header does not say so: what looks like them.</summary>
/// <param name="Number">The column of the numbers.</param>
/// <param name="Name">The column of the names.</param>
/// <param name="FirstRow">The first row with a product.</param>
internal sealed partial record PlanGuess(int Number, int Name, int FirstRow)
{
    private const int FewestRows = 2;

    /// <summary>
    /// The first column whose cells are mostly numbers of products, or some of one length where headings, sums and notes stand
    /// between them. With it the first column to its right whose words are the same for the same number. Null where there is no
    /// such pair.
    /// </summary>
    /// <param name="rows">The rows.</param>
    /// <param name="number">The column of the numbers where it is known.</param>
    public static PlanGuess? Of(ImmutableArray<TextRow> rows, int? number)
    {
        var width = rows.Select(row => row.Cells.Length).DefaultIfEmpty(0).Max();
        var columns = number is { } known ? new[] { known }.AsEnumerable()
            : Enumerable.Range(0, width).OrderBy(column => rows.Any(row => Former().IsMatch(row[column])));
        foreach (var column in columns)
        {
            var products = rows.Where(row => IsNumber(PlanLevels.NumberIn(row[column]))).ToList();
            if (products.DistinctBy(row => row[column]).Count() < FewestRows
                || (products.Count * 2 < rows.Length && !AreAlike(products.Select(row => row[column]))))
                continue;
            var names = Enumerable.Range(column + 1, width - column - 1)
                .Where(other => products.Count(row => IsName(row[other])) * 4 > products.Count * 3)
                .Where(other => products.Select(row => (row[column], row[other])).Distinct().Count() * 4
                    <= products.Select(row => row[column]).Distinct().Count() * 5)
                // A text that all products share is no name.
                .Where(other => products.DistinctBy(row => row[other]).Skip(1).Any()).ToList();
            if (names.Count > 0)
                return new PlanGuess(column, names[0], rows.IndexOf(products[0]));
        }

        return null;
    }

    // Two digits at least, and no year: lines are numbered too, and years stand in many columns.
    private static bool IsNumber(string text) =>
        KeyText.IsNumber(text) && text.Count(char.IsAsciiDigit) > 1 && text is not (['1', '9', _, _] or ['2', '0', _, _]);

    // Amounts are of many lengths.
    private static bool AreAlike(IEnumerable<string> numbers)
    {
        var lengths = numbers.Distinct().Select(number => number.Length).ToList();
        return lengths.GroupBy(length => length).Max(group => group.Count()) * 5 >= lengths.Count * 4;
    }

    /// <summary>A header of numbers that no longer hold.</summary>
    [GeneratedRegex(@"^(alte |bisherige |frühere ).*|.*[ (.-](alt|bisher|früher|vorher)[ )]*$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Former();

    private static bool IsName(string text) => text.Count(char.IsLetter) > 2;
}
