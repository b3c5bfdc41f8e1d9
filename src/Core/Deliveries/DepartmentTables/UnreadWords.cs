using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.German;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>
/// The texts of columns whose headers mean nothing, each looked at once: a <c>Plan</c>, <c>kumuliert</c>, <c>H</c> or
/// <c>Vorjahr</c> in them would change the value beside it, and must not go unread.
/// </summary>
internal sealed class UnreadWords(RowSource rows, Header header, SectionLines sections, FindingList findings)
{
    private static readonly HashSet<string> Signs = new(StringComparer.OrdinalIgnoreCase)
    {
        "Vorzeichen", "VZ", "Vz.", "+/-", "-/+", "+/–", "±",
    };

    /// <summary>What a column calls plans by, besides the words for the Art itself.</summary>
    private static readonly HashSet<string> OfPlan = new(StringComparer.OrdinalIgnoreCase)
    {
        "Budget", "HHPl", "HPl", "Haushaltsplan", "Haushalt", "Wirtschaftsplan", "Nachtrag", "Nachtragsplan",
        "Nachtragshaushalt",
    };

    private readonly Column[] columns = [.. header.Cells.OfType<HeaderCell.Unknown>().Select(cell => new Column(cell))];
    private int line;

    /// <summary>Whether there are such columns.</summary>
    public bool Any => columns.Length > 0;

    /// <summary>Looks at the current row, which has a value.</summary>
    /// <param name="period">The period of the value.</param>
    /// <param name="isScenarioOpen">Whether nothing says its Art, and it was taken as Ist.</param>
    /// <param name="isCumulativeOpen">Whether nothing says if it is cumulative.</param>
    public void Look(Period period, bool isScenarioOpen, bool isCumulativeOpen)
    {
        if (line == rows.Line)
            return;
        line = rows.Line;
        var open = (isScenarioOpen ? 1 : 0) | (isCumulativeOpen ? 2 : 0);
        foreach (var column in columns)
        {
            if (column.IsNew(rows.Cell(column.Header.Index), open))
                Take(column.Header, Blanks.Trim(rows.Cell(column.Header.Index)).ToString(), period, open);
        }
    }

    private void Take(HeaderCell.Unknown column, string text, Period period, int open)
    {
        var place = new CellPlace(rows.Line, column.Index);
        var remark = Statement.InRemark(text, place);
        if (IsSide(column.Text, text) || (Signs.Contains(column.Text) && text is [var sign] && Dashes.IsDash(sign)))
            findings.Add(DeliveryFindings.UnreadSign(place, column.Text, text));
        else if ((open & 1) != 0 && ScenarioOf(text, remark) is { } scenario and not Scenario.Actual)
            findings.Add(DeliveryFindings.UnreadScenario(place, column.Text, text, scenario.GermanName()));
        else if ((open & 2) != 0 && remark?.IsCumulative == true)
            findings.Add(DeliveryFindings.CumulativeInWords(place, text));
        else if (OtherYear.DirectionIn(text) is var direction and not 0)
            sections.TakeBeside(direction, period, DeliveryFindings.UnreadYear(place, column.Text, text, period));
    }

    private static Scenario? ScenarioOf(string text, Statement? remark) =>
        OfPlan.Contains(text.AsSpan().TrimEnd("0123456789/ ").ToString())
        ? Scenario.Plan
        : Scenarios.Parse(text) ?? remark?.Scenario;

    /// <summary>A single letter is a side only where the header speaks of them.</summary>
    private static bool IsSide(string header, string text) => BookingSide.IsSide(text)
        && (text.Length > 1 && !text.Equals("Soll", StringComparison.OrdinalIgnoreCase) || NamesSides(header));

    private static bool NamesSides(string header) =>
        header.Replace("/", "", StringComparison.Ordinal).Trim('-', '.').ToUpperInvariant() is "SH" or "HS" or "S-H" or "SHKZ"
        || header.Contains("soll", StringComparison.OrdinalIgnoreCase)
        || header.Contains("haben", StringComparison.OrdinalIgnoreCase)
        || header.Contains("seite", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("S/H", StringComparison.OrdinalIgnoreCase);

    /// <summary>A column and which of its texts were looked at, each for what was open beside it.</summary>
    private sealed class Column(HeaderCell.Unknown header)
    {
        private readonly ColumnTexts texts = new();
        private byte[] seen = new byte[16];

        public HeaderCell.Unknown Header => header;

        /// <summary>Whether a text has not been looked at where this was open.</summary>
        public bool IsNew(ReadOnlySpan<char> cell, int open)
        {
            var number = texts.Of(cell);
            if (number <= 0)
                return false;
            if (number >= seen.Length)
                Array.Resize(ref seen, number * 2);
            var before = seen[number];
            seen[number] |= (byte)(open | 4);
            return before != seen[number];
        }
    }
}
