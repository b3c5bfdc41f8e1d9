namespace Produktreport.Functions.Web.Reports;

/// <summary>The kinds of periods a page can show, as addresses and people name them.</summary>
internal static class CourseKinds
{
    /// <summary>The shortest first: word of the address, what people read.</summary>
    public static IReadOnlyList<(PeriodKind Kind, string Word, string Name)> All { get; } =
    [
        (PeriodKind.Quarter, "quartal", "Quartale"), (PeriodKind.HalfYear, "halbjahr", "Halbjahre"),
        (PeriodKind.Year, "jahr", "Jahre"),
    ];

    /// <summary>The kind of a word; null for any other word.</summary>
    public static PeriodKind? Of(string? word) =>
        All.Where(each => each.Word == word).Select(each => (PeriodKind?)each.Kind).FirstOrDefault();

    /// <summary>The word of a kind.</summary>
    public static string Word(PeriodKind kind) => All.First(each => each.Kind == kind).Word;
}
