using System.Globalization;
using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>The product of a whole file or sheet.</summary>
/// <param name="Number">Its number: digits, parted by points or hyphens where a name says it.</param>
/// <param name="Name">Its name; empty where the name of file or sheet says none.</param>
internal sealed partial record FileProduct(string Number, string Name)
{
    /// <summary>The product a profile finds for a file; null where the name does not fit its pattern.</summary>
    /// <param name="origin">Where the profile says it stands.</param>
    /// <param name="file">The upload's path.</param>
    /// <param name="sheet">The sheet's name; null for a text.</param>
    public static FileProduct? Of(ProductOrigin origin, string file, string? sheet) => origin.Kind switch
    {
        ProductOriginKind.Fixed => new FileProduct(origin.Text, ""),
        ProductOriginKind.FileName => Matched(origin.Text, file[(file.LastIndexOf('/') + 1)..]),
        _ => sheet is null ? null : Matched(origin.Text, sheet.Trim()),
    };

    /// <summary>The product that a text names after a pattern; null where it does not fit.</summary>
    public static FileProduct? Matched(string pattern, string name)
    {
        var expression = Regex.Escape(pattern).Replace(@"\*", ".*?", StringComparison.Ordinal)
            .Replace(@"\{nummer}", "(?<number>[0-9]+([.-][0-9]+)*)", StringComparison.Ordinal)
            .Replace(@"\{name}", "(?<name>.+)", StringComparison.Ordinal);
        expression = Sized().Replace(expression, OfLength);
        var match = Regex.Match(
            name, $"^{expression}$",
            RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
                | RegexOptions.CultureInvariant);
        return match.Success ? new FileProduct(match.Groups["number"].Value, match.Groups["name"].Value.Trim()) : null;
    }

    private static string OfLength(Match sized) => int.Parse(sized.Groups["length"].Value, CultureInfo.InvariantCulture) is var
        length and > 1 ? $"(?<number>[0-9][0-9.-]{{{length - 2}}}[0-9])" : "(?<number>[0-9])";

    [GeneratedRegex(@"\\\{nummer:(?<length>[0-9]{1,2})}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Sized();
}
