using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>
/// A number of a flat file: with decimal comma or point as the offices write it, with thousands marks as Excel saves it, in
/// brackets or with a letter where it is provisional, a dash for nothing there.
/// </summary>
internal static partial class FlatNumber
{
    /// <summary>The decimal mark the values of a file agree on; null where none of them decides it, or they differ.</summary>
    public static char? MarkOf(IEnumerable<string> values) =>
        values.Select(ProvenMark).OfType<char>().Distinct().Take(2).ToList() is [var only] ? only : null;

    /// <summary>The value; null where the text is none, or may be read in two ways.</summary>
    /// <param name="text">The text.</param>
    /// <param name="decimalMark">The file's decimal mark; null = not known.</param>
    public static decimal? Read(string text, char? decimalMark)
    {
        if (text is "-" or "–")
            return 0;
        if (Number().Match(text) is not { Success: true, Groups: var parts } || IsAmbiguous(text, decimalMark))
            return null;
        var digits = string.Concat(parts["number"].Value.Where(c => !Blanks.IsBlank(c)));
        var mark = ProvenMark(text) ?? decimalMark ?? ',';
        var plain = digits.Replace(mark == ',' ? "." : ",", "", StringComparison.Ordinal).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    /// <summary>Whether one mark before three digits may part thousands or decimals.</summary>
    public static bool IsAmbiguous(string text, char? decimalMark) => decimalMark is null
        && Number().Match(text) is { Success: true, Groups: var parts } && Either().IsMatch(parts["number"].Value);

    /// <summary>The decimal mark the text itself proves; null where it has none, or one that may be either.</summary>
    private static char? ProvenMark(string text)
    {
        if (Number().Match(text) is not { Success: true, Groups: var parts } || parts["number"].Value is var number
            && number.AsSpan().IndexOfAny('.', ',') < 0)
            return null;
        var marks = number.Where(c => c is '.' or ',').ToImmutableArray();
        return marks.Distinct().Count() > 1 ? marks[^1]
            : marks.Length > 1 ? (marks[0] == ',' ? '.' : ',')
            : Either().IsMatch(number) ? null
            : marks[0];
    }

    [GeneratedRegex(@"^\(?(?<number>[-+]?[0-9]+([., \u00a0\u202f][0-9]+)*)\)?[a-z]?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex("^[-+]?[1-9][0-9]{0,2}[.,][0-9]{3}$", RegexOptions.NonBacktracking)]
    private static partial Regex Either();
}
