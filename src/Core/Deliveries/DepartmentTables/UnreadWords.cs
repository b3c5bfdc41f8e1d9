using Produktreport.Core.Catalogues;
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

    private readonly Column[] columns =
        [.. header.Cells.OfType<HeaderCell.Unknown>().Select(cell => new Column(cell.Index, cell.Text, IsRemark: false)),
            .. header.Cells.OfType<HeaderCell.OfField>().Where(cell => cell.Field == RowDimension.Remark)
                .Select(cell => new Column(cell.Index, cell.Text, IsRemark: true))];

    private readonly HashSet<(string Text, Period Period)> asked = [];
    private int line;

    /// <summary>Looks at the current row, which has a value.</summary>
    /// <param name="period">The period of the value.</param>
    /// <param name="scenario">Its Art.</param>
    /// <param name="figure">What it is a value of.</param>
    /// <param name="isScenarioOpen">Whether nothing says its Art, and it was taken as Ist.</param>
    /// <param name="isCumulativeOpen">Whether nothing says if it is cumulative.</param>
    public void Look(Period period, Scenario scenario, BaseFigure figure, bool isScenarioOpen, bool isCumulativeOpen)
    {
        if (line == rows.Line)
            return;
        line = rows.Line;
        var open = (isScenarioOpen ? 1 : 0) | (isCumulativeOpen ? 2 : 0);
        foreach (var column in columns)
        {
            var cell = rows.Cell(column.Index);
            if (column.IsNew(cell, open, out var time) && !column.IsRemark)
                Take(column, Blanks.Trim(cell).ToString(), period, figure, open);
            if (time is not null)
                Hold(column, time, period, scenario, figure);
        }
    }

    /// <summary>
    /// Holds what a text says of time against the period of its value. Later times may be those at which it was written.
    /// </summary>
    private void Hold(Column column, PeriodReading time, Period period, Scenario scenario, BaseFigure figure)
    {
        var named = time is PeriodReading.WithoutYear part ? part.Of(period.Year) : ((PeriodReading.Whole)time).Period;
        var isWithin = period.Contains(named);
        if (named.Contains(period) || TitleTimes.IsOfWriting(column.Text) || (isWithin
                ? period.Kind != PeriodKind.Year || scenario != Scenario.Actual || figure.RollUp != RollUpRule.Sum
                    || WholeYears.NamesEnd(column.Text)
                : named.Start > period.Start && !Vocabulary.NamesTime(column.Text)))
            return;
        var (place, text) = (new CellPlace(rows.Line, column.Index), Blanks.Trim(rows.Cell(column.Index)).ToString());
        if (asked.Add((text, period)))
            findings.Add(isWithin ? DeliveryFindings.PartOfYearInWords(place, text, period.Year)
                : DeliveryFindings.OtherPeriodBeside(place, text, period));
    }

    private void Take(Column column, string text, Period period, BaseFigure figure, int open)
    {
        var place = new CellPlace(rows.Line, column.Index);
        var remark = Statement.InRemark(text, place);
        if (IsSide(column.Text, text) || (Signs.Contains(column.Text) && text is [var sign] && Dashes.IsDash(sign)))
            findings.Add(DeliveryFindings.UnreadSign(place, column.Text, text));
        else if ((open & 1) != 0 && ScenarioOf(text, remark) is { } scenario and not Scenario.Actual)
            findings.Add(DeliveryFindings.UnreadScenario(place, column.Text, text, scenario.GermanName()));
        else if ((open & 2) != 0 && remark?.IsCumulative == true)
            findings.Add(DeliveryFindings.CumulativeInWords(place, text));
        else if (remark?.IsCumulative == true && period.Kind == PeriodKind.Year && figure.RollUp == RollUpRule.Sum
            && !WholeYears.NamesEnd(column.Text) && PartOfYear.IsNamedIn(text, period.Year))
            findings.Add(DeliveryFindings.PartOfYearInWords(place, text, period.Year));
        else if (OtherYear.DirectionIn(text) is var direction and not 0)
            sections.TakeBeside(direction, period, DeliveryFindings.UnreadYear(place, column.Text, text, period));
    }

    private static Scenario? ScenarioOf(string text, Statement? remark) =>
        OfPlan.Contains(text.AsSpan().TrimEnd("0123456789/ ").ToString())
        ? Scenario.Plan
        : Scenarios.Parse(text)
            ?? (text.Equals("Planung", StringComparison.OrdinalIgnoreCase) ? null : remark?.Scenario); // may be an office

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
    private sealed record Column(int Index, string Text, bool IsRemark)
    {
        private const int LongestTime = 32;
        private readonly ColumnTexts texts = new();
        private (byte Seen, PeriodReading? Time)[] known = new (byte, PeriodReading?)[16];

        /// <summary>Whether a text has not been looked at where this was open; and the period that it is, if it is one.</summary>
        public bool IsNew(ReadOnlySpan<char> cell, int open, out PeriodReading? time)
        {
            time = null;
            var number = texts.Of(cell);
            if (number <= 0)
                return false;
            if (number >= known.Length)
                Array.Resize(ref known, number * 2);
            ref var text = ref known[number];
            var before = text.Seen;
            text.Seen |= (byte)(open | 4);
            if (before == 0 && cell.Length <= LongestTime)
                text.Time = PeriodText.Read(Blanks.Trim(cell)) is var read and (PeriodReading.Whole or PeriodReading.WithoutYear)
                    ? read : null;
            time = text.Time;
            return before != text.Seen;
        }
    }
}
