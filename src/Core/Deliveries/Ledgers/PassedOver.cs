using System.Runtime.InteropServices;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.German;
using Produktreport.Core.Tables.Rows;
using static Produktreport.Core.Tables.Rows.CellFindings;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>Rows that no condition of a profile takes: which, and what stands in the columns the conditions ask about.</summary>
/// <param name="rows">The rows.</param>
/// <param name="columns">The columns the conditions ask about, by their names in the profile.</param>
internal sealed class PassedOver(RowSource rows, IReadOnlyList<(string Name, int Column)> columns)
{
    private const int MostContents = 1000;
    private const int Shown = 5;
    private readonly Dictionary<string, int> contents = new(StringComparer.Ordinal);

    /// <summary>The rows.</summary>
    public LineSet Lines { get; } = new();

    /// <summary>Takes the current row.</summary>
    public void Add()
    {
        Lines.Add(rows.Line);
        var content = string.Join(", ",
            columns.Select(each => $"{each.Name} = {Quote(Blanks.Trim(rows.Cell(each.Column)).ToString())}"));
        if (contents.Count < MostContents || contents.ContainsKey(content))
            CollectionsMarshal.GetValueRefOrAddDefault(contents, content, out _)++;
    }

    /// <summary>What stands there, the most frequent first: <c>Art = „Aufwand“ (2 Zeilen)</c>.</summary>
    public override string ToString()
    {
        var words = contents.OrderByDescending(each => each.Value).ThenBy(each => each.Key, StringComparer.Ordinal).Take(Shown)
            .Select(each => $"{each.Key} ({(each.Value == 1 ? "1 Zeile" : $"{GermanFormat.Exact(each.Value)} Zeilen")})")
                .ToList();
        return string.Join("; ", words)
            + (contents.Count > Shown ? $" und {GermanFormat.Exact(contents.Count - Shown)} weitere" : "");
    }
}
