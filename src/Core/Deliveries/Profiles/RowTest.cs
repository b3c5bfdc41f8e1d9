using Produktreport.Core.Catalogues.Profiles;
using Produktreport.Core.Deliveries.Tables;

namespace Produktreport.Core.Deliveries.Profiles;

/// <summary>A <see cref="RowCondition"/> with its columns found: whether the current row matches.</summary>
internal sealed class RowTest(RowSource rows, IReadOnlyList<(int Column, string Pattern)> patterns)
{
    /// <summary>Whether every pattern matches the current row.</summary>
    public bool IsMatch()
    {
        foreach (var (column, pattern) in patterns)
        {
            var text = Blanks.Trim(rows.Cell(column));
            if (pattern.Length == 0 ? !text.IsEmpty : !PathPattern.MatchesText(pattern, text))
                return false;
        }

        return true;
    }
}
