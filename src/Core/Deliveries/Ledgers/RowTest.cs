using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>A <see cref="RowCondition"/> with its columns found: whether the current row matches.</summary>
internal sealed class RowTest(RowSource rows, IEnumerable<(int Column, string Pattern)> patterns)
{
    private readonly KeyTest[] tests = [.. patterns.Select(pattern => new KeyTest(rows, pattern.Column, text => IsMatch(pattern.Pattern, text)))];

    /// <summary>Whether every pattern matches the current row.</summary>
    public bool IsMatch()
    {
        foreach (var test in tests)
        {
            if (!test.IsMatch())
                return false;
        }

        return true;
    }

    private static bool IsMatch(string pattern, ReadOnlySpan<char> text) => pattern.Length == 0 ? text.IsEmpty : PathPattern.MatchesText(pattern, text);
}
