namespace Produktreport.Functions.Deliveries;

/// <summary>
/// Paths as people count: without regard to the ending, the shorter first where one begins with the other, numbers by their
/// value. So <c>q3.csv</c> comes before <c>q3-korrektur.csv</c>, and that before <c>q3-korrektur-2.csv</c> and
/// <c>q3-korrektur-10.csv</c>.
/// </summary>
internal sealed class NameOrder : IComparer<string>
{
    public static readonly NameOrder Instance = new();

    public int Compare(string? first, string? second)
    {
        var (left, right) = (Path.ChangeExtension(first, null) ?? "", Path.ChangeExtension(second, null) ?? "");
        for (var (at, other) = (0, 0); at < left.Length && other < right.Length;)
        {
            var (one, two) = (Part(left, ref at), Part(right, ref other));
            var order = one.Length > 0 && two.Length > 0 && char.IsAsciiDigit(one[0]) && char.IsAsciiDigit(two[0])
                ? ByValue(one, two)
                : string.CompareOrdinal(one, two);
            if (order != 0)
                return order;
        }

        return left.Length != right.Length ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(first, second);
    }

    // A number as a whole, any other character alone.
    private static string Part(string text, ref int at)
    {
        var start = at++;
        while (char.IsAsciiDigit(text[start]) && at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return text[start..at];
    }

    private static int ByValue(string one, string two) =>
        one.TrimStart('0') is var left && two.TrimStart('0') is var right && left.Length != right.Length
            ? left.Length.CompareTo(right.Length)
            : string.CompareOrdinal(left, right);
}
