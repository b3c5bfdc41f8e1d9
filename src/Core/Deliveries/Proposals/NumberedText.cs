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
    public static (string Pattern, bool HasAccount)? CommonOf(IReadOnlyList<string> texts)
    {
        var accounts = texts.Select(text => WithAccount().Match(text)).ToList();
        if (accounts.TrueForAll(match => match.Success) && accounts.DistinctBy(match => match.Groups["between"].Value)
            .Count() == 1)
            return ($"{{nummer}}{accounts[0].Groups["between"].Value}*", true);
        var names = texts.Select(text => WithName().Match(text)).ToList();
        return names.TrueForAll(match => match.Success && ProductNumber.TryParse(match.Groups["number"].Value, out _))
            && names.DistinctBy(match => match.Groups["between"].Value).Count() == 1
            && names.DistinctBy(match => match.Groups["number"].Value).Count() > 1
            ? ($"{{nummer}}{names[0].Groups["between"].Value}{{name}}", false)
            : null;
    }

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

    [GeneratedRegex(
        @"^(?<before>(Produkt|Kostenträger|Profitcenter|Profit-Center|Teilplan|Unterabschnitt|Leistung)(nummer| Nr\.?)?:? )"
            + "(?<number>[0-9]+([.-][0-9]+)*)(?<rest>.*)$",
        Plain)]
    private static partial Regex Heading();
}
