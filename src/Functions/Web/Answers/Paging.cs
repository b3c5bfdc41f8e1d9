namespace Produktreport.Functions.Web.Answers;

/// <summary>Which part of a list to answer with.</summary>
/// <param name="Number">The page, from 1.</param>
/// <param name="Size">Entries a page.</param>
/// <param name="Count">How many pages there are.</param>
/// <param name="Total">How many entries there are.</param>
public sealed record Paging(int Number, int Size, int Count, int Total)
{
    /// <summary>Entries a page where nothing is said.</summary>
    public const int DefaultSize = 100;

    /// <summary>The most entries a page can have.</summary>
    public const int LargestSize = 500;

    /// <summary>The greatest number a page can be asked for by.</summary>
    public const int LastNumber = 1_000_000;

    /// <summary>Whether a page can be asked for so.</summary>
    public static bool IsValid(int? number, int? size) => number is null or >= 1 and <= LastNumber && size is null or >= 1
        and <= LargestSize;

    internal static Paging Of(int total, int? number, int? size)
    {
        var entries = size ?? DefaultSize;
        return new Paging(number ?? 1, entries, (total + entries - 1) / entries, total);
    }
}

/// <summary>Cuts a page out of a list.</summary>
internal static class Pages
{
    /// <summary>The entries of one page, in the shape <paramref name="make"/> gives them.</summary>
    public static TPage Cut<T, TPage>(IEnumerable<T> all, int? number, int? size, Func<IReadOnlyList<T>, Paging, TPage> make)
    {
        var list = all.ToList();
        var paging = Paging.Of(list.Count, number, size);
        return make([.. list.Skip((paging.Number - 1) * paging.Size).Take(paging.Size)], paging);
    }
}
