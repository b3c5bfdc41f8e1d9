namespace Produktreport.Functions.Web.Audit;

/// <summary>What to show of a month's lines; what is null does not matter.</summary>
/// <param name="Action">Only what was done: <c>upload</c>.</param>
/// <param name="By">Only who did it; <see cref="Nobody"/> for those who were not signed in.</param>
public sealed record AuditFilter(string? Action, string? By)
{
    /// <summary>Stands for nobody signed in; no access has such a name.</summary>
    public const string Nobody = "(ohne)";

    /// <summary>Whether a line is to be shown.</summary>
    public bool Matches(AuditEntry entry) => (Action is null || entry.Action == Action) && (By is null || PersonOf(entry) == By);

    /// <summary>Who did it, as filters write it.</summary>
    public static string PersonOf(AuditEntry entry) => entry.By.Length == 0 ? Nobody : entry.By;
}

/// <summary>A part of a month's lines, with what is needed to come to the others.</summary>
/// <param name="Entries">The lines, latest first.</param>
/// <param name="Paging">Which part of how many lines.</param>
/// <param name="Filter">By what they were chosen.</param>
/// <param name="Actions">Everything that was done in the month, in order of the alphabet.</param>
/// <param name="People">Everybody who did something in the month, in order of the alphabet.</param>
public sealed record AuditPage(
    IReadOnlyList<AuditEntry> Entries, Paging Paging, AuditFilter Filter, ImmutableArray<string> Actions,
    ImmutableArray<string> People)
{
    /// <summary>Lines a page.</summary>
    public const int Size = 500;

    /// <summary>Cuts a page out of all lines of a month.</summary>
    /// <param name="month">The lines, latest first.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="number">The page, from 1.</param>
    public static AuditPage Of(ImmutableArray<AuditEntry> month, AuditFilter filter, int number) => Pages.Cut(
        month.Where(filter.Matches), number, Size, (entries, paging) => new AuditPage(
            entries,
            paging,
            filter,
            [.. month.Select(entry => entry.Action).Distinct().Order(StringComparer.Ordinal)],
            [.. month.Select(AuditFilter.PersonOf).Distinct().Order(StringComparer.Ordinal)]));
}
