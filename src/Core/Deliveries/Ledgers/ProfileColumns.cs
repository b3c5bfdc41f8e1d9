using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Messages;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>Where the columns that a profile names stand in a file.</summary>
internal sealed class ProfileColumns
{
    private readonly Dictionary<string, int> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> duplicates = new(StringComparer.OrdinalIgnoreCase);

    private ProfileColumns(RowSource rows)
    {
        Line = rows.Line;
        Count = rows.Count;
        for (var column = 0; column < rows.Count; column++)
        {
            var name = Blanks.Collapse(rows.Cell(column));
            if (name.Length > 0 && !byName.TryAdd(name, column))
                duplicates.Add(name);
        }
    }

    /// <summary>The header's row, from 1.</summary>
    public int Line { get; }

    /// <summary>How many columns the header has.</summary>
    public int Count { get; }

    /// <summary>The column of a name, from 0; −1 where there is none.</summary>
    public int this[string name] => byName.GetValueOrDefault(Blanks.Collapse(name), -1);

    /// <summary>
    /// Goes to the header: the declared line, or the first that has the product column and a value column. Null where there is
    /// none.
    /// </summary>
    public static ProfileColumns? Find(RowSource rows, ImportProfile profile, Metadata metadata, FindingList findings, ReadingLimits limits)
    {
        while (rows.Line < (profile.HeaderLine ?? limits.HeaderSearchRows) && rows.Next())
        {
            var columns = new ProfileColumns(rows);
            if (profile.HeaderLine is { } line ? rows.Line == line : columns.Score(profile) > 1)
                return columns;
            metadata.Take(rows, findings);
        }

        return null;
    }

    /// <summary>How many of the profile's columns there are; 0 without the product column.</summary>
    public int Score(ImportProfile profile) => this[profile.ProductColumn] < 0 ? 0 : Named(profile).Count(name => this[name] >= 0);

    /// <summary>Adds a finding for every column of the profile that is missing or stands twice.</summary>
    public void Check(ImportProfile profile, FindingList findings)
    {
        foreach (var name in Named(profile))
        {
            if (this[name] < 0)
                findings.Add(DeliveryFindings.ProfileColumnMissing(Line, name, profile.Name, ClosestWord.To(name, byName.Keys)));
            else if (duplicates.Contains(Blanks.Collapse(name)))
                findings.Add(DeliveryFindings.ProfileColumnTwice(new CellPlace(Line, this[name]), name));
        }
    }

    /// <summary>The columns, from 0, that hold numbers.</summary>
    public IEnumerable<int> NumbersOf(ImportProfile profile) => NumbersNamed(profile).Select(name => this[name]);

    /// <summary>The columns, from 0, whose texts say what a row is about.</summary>
    public IEnumerable<int> KeysOf(ImportProfile profile) => KeysNamed(profile).Select(name => this[name]);

    private static IEnumerable<string> NumbersNamed(ImportProfile profile) =>
        [.. profile.Values.Select(value => value.Column), .. profile.Checks.SelectMany(check => check.Right.Prepend(check.Left))];

    private static IEnumerable<string> KeysNamed(ImportProfile profile)
    {
        var conditions = profile.Values.Select(value => value.When).Concat(profile.Ignored).Append(profile.TotalRow);
        string?[] keys = [profile.ProductColumn, profile.ServiceColumn, profile.PeriodColumn];
        return keys.Concat(conditions.OfType<RowCondition>().SelectMany(condition => condition.Patterns).Select(pattern => pattern.Column))
            .OfType<string>().Where(name => name.Length > 0);
    }

    private static IEnumerable<string> Named(ImportProfile profile)
    {
        List<string?> columns = [.. KeysNamed(profile), .. NumbersNamed(profile)];
        if (profile.Creation is { } creation)
            columns.AddRange([creation.Name, creation.GroupNumber, creation.GroupName, creation.AreaNumber, creation.AreaName]);
        return columns.OfType<string>().Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase);
    }
}
