using Produktreport.Core.Catalogues.Profiles;
using Produktreport.Core.Deliveries.Tables;

namespace Produktreport.Core.Deliveries.Profiles;

/// <summary>A <see cref="RowCondition"/> with its columns found: whether the current row matches.</summary>
internal sealed class RowTest(RowSource rows, IEnumerable<(int Column, string Pattern)> patterns)
{
    private readonly CellTest[] tests = [.. patterns.Select(pattern => new CellTest(pattern.Column, pattern.Pattern))];

    /// <summary>Whether every pattern matches the current row.</summary>
    public bool IsMatch()
    {
        foreach (var test in tests)
        {
            if (!test.IsMatch(Blanks.Trim(rows.Cell(test.Column))))
                return false;
        }

        return true;
    }

    /// <summary>One pattern; empty ones and those with one wildcard at the end, nearly all, are compared directly.</summary>
    private readonly struct CellTest(int column, string pattern)
    {
        private readonly string? start = pattern.Length > 0 && pattern.AsSpan().IndexOfAny('*', '?') == pattern.Length - 1 && pattern[^1] == '*' ? pattern[..^1] : null;

        // Account numbers have no case: a plain comparison is enough where the start has no letter.
        private readonly bool isCaseless = !pattern.AsSpan().ContainsAnyExceptInRange(' ', '@');

        public int Column => column;

        public bool IsMatch(ReadOnlySpan<char> text) =>
            pattern.Length == 0 ? text.IsEmpty
            : start is not null ? (isCaseless ? text.StartsWith(start) : text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            : PathPattern.MatchesText(pattern, text);
    }
}
