using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>A <see cref="RowCondition"/> with its columns found: whether the current row matches.</summary>
internal sealed class RowTest
{
    private readonly RowQuestion question;

    /// <summary>Finds the columns of a condition, all of which exist.</summary>
    public RowTest(RowQuestions questions, RowCondition condition, ProfileColumns header)
    {
        Condition = condition;
        Reason = Exclusions.ReasonOf(condition);
        question = questions.Add(condition.Patterns.Select(
            each => (header[each.Column], new TextQuestion(text => IsMatch(each.Patterns, text)))));
    }

    /// <summary>The condition.</summary>
    public RowCondition Condition { get; }

    /// <summary>Why it may leave rows out that would be read.</summary>
    public Exclusion Reason { get; }

    /// <summary>Whether every column matches in the current row.</summary>
    public bool IsMatch() => question.IsMatch();

    private static bool IsMatch(ImmutableArray<string> patterns, ReadOnlySpan<char> text)
    {
        text = TextFormula.Unwrap(text);
        foreach (var pattern in patterns)
        {
            if (pattern.Length == 0 ? text.IsEmpty : PathPattern.MatchesText(pattern, text))
                return true;
        }

        return false;
    }
}
