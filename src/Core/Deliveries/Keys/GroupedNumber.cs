using System.Buffers;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Keys;

/// <summary>A number written in groups: <c>11 10 01</c> for <c>111001</c> or <c>11.10.01</c>.</summary>
internal static class GroupedNumber
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789. ");

    /// <summary>The only entry whose number is meant; null where none is, or several may be.</summary>
    public static T? FindIn<T>(Dictionary<string, T> entries, ReadOnlySpan<char> number)
        where T : class
    {
        var spaced = Blanks.Collapse(number);
        if (!spaced.Contains(' ', StringComparison.Ordinal) || spaced.AsSpan().ContainsAnyExcept(Digits))
            return null;
        var closed = spaced.Replace(" ", "", StringComparison.Ordinal);
        var dotted = spaced.Replace(" .", ".", StringComparison.Ordinal).Replace(". ", ".", StringComparison.Ordinal)
            .Replace(' ', '.');
        return (entries.GetValueOrDefault(closed), entries.GetValueOrDefault(dotted)) switch
        {
            ({ } one, { } other) when one != other => null,
            var (one, other) => one ?? other,
        };
    }
}
