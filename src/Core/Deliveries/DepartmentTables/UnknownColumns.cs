using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.German;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>
/// Columns whose header means nothing: with numbers in them an error, since a number could get lost; with words only a hint;
/// blank ones are no matter.
/// </summary>
internal sealed class UnknownColumns(Header header, Vocabulary vocabulary, FindingList findings)
{
    private readonly List<State> columns = [.. header.Cells.OfType<HeaderCell.Unknown>().Select(cell => new State(cell))];

    /// <summary>Whether there are columns still to be looked at.</summary>
    public bool Any => columns.Exists(column => column.NumberLine == 0);

    /// <summary>Whether any has numbers.</summary>
    public bool HasNumbers => columns.Exists(column => column.NumberLine > 0);

    /// <summary>Looks at the current row.</summary>
    public void Look(RowSource rows)
    {
        foreach (var column in columns)
        {
            var text = column.NumberLine == 0 ? Blanks.Trim(rows.Cell(column.Header.Index)) : default;
            if (text.IsEmpty)
                continue;
            column.HasText = true;
            if (rows.KindOf(column.Header.Index) != CellType.Text || NumberText.TryRead(text, out _, out _))
                column.NumberLine = rows.Line;
        }
    }

    /// <summary>Adds the findings.</summary>
    public void Report()
    {
        foreach (var column in columns)
        {
            var place = new CellPlace(header.Line, column.Header.Index);
            var suggestion = vocabulary.WithoutNoteMark(column.Header.Text)
                ?? SpellingSuggestion.For(column.Header.Text, vocabulary.Words);
            if (column.NumberLine > 0 && MoneyUnit.IsUnclear(UnitSentence.DeclaredIn(column.Header.Text)))
            {
                findings.Add(DeliveryFindings.UnitUnclear(place, column.Header.Text));
            }
            else if (column.NumberLine > 0)
            {
                findings.Add(DeliveryFindings.UnknownColumnWithNumbers(
                    place, column.Header.Text, suggestion, new CellPlace(column.NumberLine, column.Header.Index)));
            }
            else if (column.HasText)
            {
                findings.Add(DeliveryFindings.UnreadColumn(place, column.Header.Text, suggestion));
            }
        }
    }

    private sealed class State(HeaderCell.Unknown header)
    {
        public HeaderCell.Unknown Header => header;

        public int NumberLine { get; set; }

        public bool HasText { get; set; }
    }
}
