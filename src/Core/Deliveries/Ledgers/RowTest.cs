using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>A <see cref="RowCondition"/> with its columns found: whether the current row matches.</summary>
internal sealed class RowTest(RowSource rows, RowCondition condition, ProfileColumns header)
{
    private readonly KeyTest[] tests =
        [.. condition.Patterns.Select(each => new KeyTest(rows, header[each.Column], text => IsMatch(each.Patterns, text)))];

    /// <summary>The condition.</summary>
    public RowCondition Condition => condition;

    /// <summary>Whether every column matches in the current row.</summary>
    public bool IsMatch()
    {
        foreach (var test in tests)
        {
            if (!test.IsMatch())
                return false;
        }

        return true;
    }

    private static bool IsMatch(ImmutableArray<string> patterns, ReadOnlySpan<char> text)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Length == 0 ? text.IsEmpty : PathPattern.MatchesText(pattern, text))
                return true;
        }

        return false;
    }
}
