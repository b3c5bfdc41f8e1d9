using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues;

namespace Produktreport.Core.Deliveries.Proposals;

/// <summary>Cells that hold the number of a product among other text.</summary>
internal static partial class NumberedText
{
    private const RegexOptions Plain = RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    /// <summary>
    /// How cells tell the product's number, all in the same way: <c>{nummer} {name}</c>, or <c>{nummer}/*</c> before an account;
    /// null where they do not.
    /// </summary>
    /// <param name="texts">The cells.</param>
    /// <param name="isPivot">Whether they are labels of a pivot table in one column, where longer numbers are parts.</param>
    public static (string Pattern, bool HasAccount)? CommonOf(IReadOnlyList<string> texts, bool isPivot)
    {
        var accounts = texts.Select(text => WithAccount().Match(text)).ToList();
        if (accounts.TrueForAll(match => match.Success) && accounts.DistinctBy(match => match.Groups["between"].Value)
            .Count() == 1)
            return ($"{{nummer}}{accounts[0].Groups["between"].Value}*", true);
        var names = texts.Select(text => WithName().Match(text)).ToList();
        return names.TrueForAll(match => match.Success && ProductNumber.TryParse(match.Groups["number"].Value, out _))
            && names.DistinctBy(match => match.Groups["between"].Value).Count() == 1
            && names.DistinctBy(match => match.Groups["number"].Value).Count() > 1
            && !(isPivot && names.DistinctBy(LengthOf).Count() > 1)
            ? ($"{{nummer}}{names[0].Groups["between"].Value}{{name}}", false)
            : null;
    }

    /// <summary>
    /// How keys of product and account tell the product's number: <c>{nummer}.*</c> for <c>11.11.01.501100</c>,
    /// <c>0.{nummer}.*</c> for the Unterabschnitt of <c>0.0200.4100</c>; null where they are parted otherwise.
    /// </summary>
    /// <param name="texts">The keys.</param>
    /// <param name="isCameral">Whether the first digit is that of Verwaltungshaushalt and Vermögenshaushalt.</param>
    public static string? OfAccounts(IReadOnlyList<string> texts, bool isCameral)
    {
        var keys = texts.Select(text => AccountKey().Match(text)).ToList();
        if (keys.Count == 0 || !keys.TrueForAll(match => match.Success)
            || keys.DistinctBy(match => match.Groups["between"].Value).Count() > 1
            || keys.DistinctBy(match => match.Value.Count(c => c == match.Groups["between"].Value[0])).Count() > 1)
            return null;
        var (before, between) = (keys[0].Groups["before"].Value, keys[0].Groups["between"].Value);
        return isCameral && before.Contains(between, StringComparison.Ordinal) && CurrentBudget(texts) is { } current
            ? $"{current}{between}{{nummer}}{between}*"
            : $"{{nummer}}{between}*";
    }

    /// <summary>
    /// The digit of the Verwaltungshaushalt before cameral keys, the lower of two that follow each other; null where they begin
    /// otherwise.
    /// </summary>
    public static char? CurrentBudget(IReadOnlyList<string> keys)
    {
        var first = keys.Select(key => key is [>= '0' and <= '2', '.' or '-', ..] ? key[0] : '9').Distinct().Order().ToList();
        return first is ['0' or '1'] || (first is [var lower, var upper] && upper == lower + 1 && upper <= '2') ? first[0] : null;
    }

    /// <summary>
    /// How cells of a pivot table in one column tell the product's number, each above longer numbers of accounts or above words:
    /// <c>{nummer:4} {name}</c>; null where they do not.
    /// </summary>
    /// <param name="texts">The cells.</param>
    /// <param name="isWord">Whether a text is one of those that stand below a product instead of accounts.</param>
    public static (string Pattern, bool HasAccount)? AboveOthersOf(IReadOnlyList<string> texts, Func<string, bool> isWord)
    {
        var cells = texts.Select(text => Numbered().Match(text)).ToList();
        var lengths = cells.Where(match => match.Success).Select(LengthOf).Distinct().ToList();
        if (!cells[0].Success || lengths.Count > 2)
            return null;
        var products = cells.Where(match => match.Success && LengthOf(match) == lengths[0]).ToList();
        var others = texts.Where((_, at) => !products.Contains(cells[at])).ToList();
        if (products.Count < 2 || products.DistinctBy(match => match.Groups["number"].Value).Count() < products.Count
            || others.Count < products.Count || texts[^1] != others[^1]
            || !(lengths.Count == 2 ? others.TrueForAll(IsOfAccount) : others.TrueForAll(other => isWord(other))))
            return null;
        var name = products.TrueForAll(match => match.Groups["name"].Length > 0) ? " {name}" : "";
        return ($"{{nummer:{lengths[0]}}}{name}", lengths.Count == 2);
    }

    private static int LengthOf(Match numbered) => numbered.Groups["number"].Length;

    private static bool IsOfAccount(string text) => text is [>= '3' and <= '7', >= '0' and <= '9', >= '0' and <= '9',
        >= '0' and <= '9', ..] && !Numbered().Match(text).Groups["number"].Value.Contains('.', StringComparison.Ordinal);

    /// <summary>How headings tell the product's number, with the same word before it; null where they do not.</summary>
    public static string? HeadingOf(IReadOnlyList<string> texts)
    {
        var matches = texts.Select(text => Heading().Match(text)).Where(match => match.Success).ToList();
        return matches.Count > 1 && matches.DistinctBy(match => match.Groups["before"].Value).Count() == 1
            ? $"{matches[0].Groups["before"].Value}{{nummer}}{(matches.TrueForAll(HasName) ? " {name}" : "*")}"
            : null;

        static bool HasName(Match match) => match.Groups["rest"].Value is [' ', not ' ', ..];
    }

    [GeneratedRegex(@"^(?<number>[0-9]+([.-][0-9]+)*)(?<between> ?[-–:/|] ?| )(?<name>\p{L}.*)$", Plain)]
    private static partial Regex WithName();

    [GeneratedRegex(@"^(?<number>[0-9]+([.-][0-9]+)*)((?<between> ?[/|] ?)[0-9]{2,}|(?<between> )[0-9]{4,})( .*)?$", Plain)]
    private static partial Regex WithAccount();

    [GeneratedRegex(@"^(?<before>[0-9]+([.-][0-9]+)*)(?<between>[.-])[0-9]{2,}$", Plain)]
    private static partial Regex AccountKey();

    [GeneratedRegex(@"^(?<number>[0-9]+([.-][0-9]+)*)( (?<name>\p{L}.*))?$", Plain)]
    private static partial Regex Numbered();

    [GeneratedRegex(
        @"^(?<before>(Produkt|Kostenträger|Profitcenter|Profit-Center|Teilplan|Unterabschnitt|Leistung)(nummer| Nr\.?)?:? )"
            + "(?<number>[0-9]+([.-][0-9]+)*)(?<rest>.*)$",
        Plain)]
    private static partial Regex Heading();
}
