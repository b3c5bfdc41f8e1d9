using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.German;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>
/// Where the columns that a profile names stand in a file: by the header, by <c>Name (2)</c> for the second of that name, and
/// where no header says so, by the letters Excel shows.
/// </summary>
internal sealed class ProfileColumns
{
    private readonly Dictionary<string, List<int>> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, string> joined = [];

    /// <param name="rows">The rows, at the last line of the header.</param>
    /// <param name="above">The lines of the header above it, from the top down.</param>
    private ProfileColumns(RowSource rows, IReadOnlyList<string[]> above)
    {
        Line = rows.Line;
        Count = above.Select(line => line.Length).Append(rows.Count).Max();
        string[][] lines = [.. above, TextsOf(rows)];
        for (var column = 0; column < Count; column++)
        {
            if (JoinedHeader.Of(lines, column) is { Length: > 0 } name)
            {
                joined[column] = name;
                Add(name, column);
            }
        }

        // What one line alone says is a name as well, where it is not that of another column.
        for (var column = 0; above.Count > 0 && column < rows.Count; column++)
        {
            if (lines[^1][column] is { Length: > 0 } own && (!byName.TryGetValue(own, out var known) || !known.Contains(column)))
                Add(own, column);
        }
    }

    /// <summary>The columns of a file without a header, as many as it likes.</summary>
    private ProfileColumns() => Count = int.MaxValue;

    /// <summary>The header's row, from 1; 0 without a header.</summary>
    public int Line { get; }

    /// <summary>How many columns the header has.</summary>
    public int Count { get; }

    /// <summary>What stands in the header of a column, from 0; null where nothing does.</summary>
    public string? NameOf(int column) => joined.GetValueOrDefault(column);

    /// <summary>The column of a name, from 0; −1 where there is none.</summary>
    public int this[string? name] =>
        name is null ? -1 : Named(Blanks.Collapse(name)) is var named and >= 0 ? named : Lettered(name);

    /// <summary>
    /// Goes to the header: the declared line, or the first that names the product column and a value column. Null where there is
    /// none; nothing is read where the profile says that there is none.
    /// </summary>
    public static ProfileColumns? Find(RowSource rows, ImportProfile profile, Metadata metadata, FindingList findings,
        ReadingLimits limits)
    {
        if (!profile.HasHeader)
            return new ProfileColumns();
        var above = new List<string[]>();
        while (rows.Line < (profile.HeaderLine ?? limits.HeaderSearchRows) && rows.Next())
        {
            var columns = new ProfileColumns(rows, above);
            if (profile.HeaderLine is { } line ? rows.Line == line : columns.Score(profile) > 0)
                return columns;
            if (rows.Line > profile.HeaderLine - profile.HeaderLines)
                above.Add(TextsOf(rows));
            else
                metadata.Take(rows, findings);
        }

        return null;
    }

    private static string[] TextsOf(RowSource rows) =>
        [.. Enumerable.Range(0, rows.Count).Select(column => Blanks.Collapse(rows.Cell(column)))];

    private void Add(string name, int column)
    {
        if (byName.TryGetValue(name, out var columns))
            columns.Add(column);
        else
            byName.Add(name, [column]);
    }

    /// <summary>How good rows are for a profile, to tell separators apart; 0 = not at all.</summary>
    public static int Score(RowSource rows, ImportProfile profile, ReadingLimits limits)
    {
        if (profile.HasHeader)
            return Find(rows, profile, new Metadata(), new FindingList(), limits)?.Score(profile) ?? 0;
        while (rows.Next())
        {
            if (!rows.IsEmpty)
                return profile.Columns.Count(name => !Blanks.Trim(rows.Cell(ColumnLetters.Parse(name))).IsEmpty);
        }

        return 0;
    }

    /// <summary>
    /// Whether this may be the header of a file for the profile: columns of it are named here, or all are there.
    /// </summary>
    public bool Fits(ImportProfile profile) => Score(profile) > 0 || profile.Columns.All(name => this[name] >= 0);

    /// <summary>Adds a finding for every column of the profile that is missing or stands twice.</summary>
    public void Check(ImportProfile profile, FindingList findings)
    {
        foreach (var name in profile.Columns)
        {
            if (this[name] < 0)
                findings.Add(
                    DeliveryFindings.ProfileColumnMissing(Line, name, profile.Name, SpellingSuggestion.For(name, byName.Keys),
                        [.. byName.Keys.Where(key => key.Length > 0)]));
            else if (byName.TryGetValue(Blanks.Collapse(name), out var columns) && columns.Count > 1)
                findings.Add(DeliveryFindings.ProfileColumnTwice(new CellPlace(Line, columns[0]), name, columns[1]));
        }
    }

    /// <summary>The columns, from 0, that hold numbers.</summary>
    public IEnumerable<int> NumbersOf(ImportProfile profile) => profile.NumberColumns.Select(name => this[name]);

    /// <summary>The columns, from 0, whose texts say what a row is about.</summary>
    public IEnumerable<int> KeysOf(ImportProfile profile) => profile.KeyColumns.Select(name => this[name]);

    /// <summary>The columns, from 0, that the profile does not read.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="count">How many columns there are.</param>
    public IEnumerable<int> UnreadBy(ImportProfile profile, int count) =>
        Enumerable.Range(0, count).Except(profile.Columns.Select(name => this[name]));

    /// <summary>
    /// How many of the profile's columns have a header; 0 without the product column, or where it is the only one.
    /// </summary>
    private int Score(ImportProfile profile)
    {
        if (profile.ProductColumn is { } product && this[product] < 0)
            return 0;
        var found = profile.Columns.Count(name => Named(Blanks.Collapse(name)) >= 0);
        var isProductNamed = profile.ProductColumn is { } own && Named(Blanks.Collapse(own)) >= 0;
        return found > (isProductNamed ? 1 : 0) ? found
            : isProductNamed && profile.Columns.All(name => this[name] >= 0) ? 1 // all others by their letters
            : 0;
    }

    private int Named(string name)
    {
        if (byName.TryGetValue(name, out var columns))
            return columns[0];
        return name is [.. var bare, ' ', '(', >= '1' and <= '9' and var number, ')']
            && byName.TryGetValue(bare, out columns)
            && number - '0' is var ordinal && ordinal <= columns.Count
            ? columns[ordinal - 1]
            : -1;
    }

    private int Lettered(string name) => ColumnLetters.Parse(name) is var column && column < Count ? column : -1;
}
