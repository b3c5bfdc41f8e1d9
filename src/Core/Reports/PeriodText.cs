using System.Globalization;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Reports;

/// <summary>Reads the canonical text of a period back: <c>2026-07</c>, <c>2026-Q3</c>, <c>2026-H2</c>, <c>2026</c>.</summary>
public static class PeriodText
{
    /// <summary>The period a report's folder or JSON names.</summary>
    /// <exception cref="FormatException">The text is not a period in canonical form.</exception>
    public static Period Parse(string text) =>
        TryParse(text, out var period) ? period : throw new FormatException($"'{text}' is not a period.");

    /// <summary>Whether the text is a period in canonical form, and which.</summary>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        if (text is null || text.Length < 4 || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return false;
        foreach (var kind in Enum.GetValues<PeriodKind>())
        {
            if (year is < 1900 or > 2199)
                return false;
            foreach (var candidate in Period.AllOf(year, kind))
            {
                if (candidate.ToString() == text)
                {
                    period = candidate;
                    return true;
                }
            }
        }

        return false;
    }
}
