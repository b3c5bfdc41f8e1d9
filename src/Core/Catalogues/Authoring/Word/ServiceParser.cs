using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Produktreport.Core.Catalogues.Authoring.Word;

/// <summary>Reads section II of the form: number, name, „(interne Leistung)“ and description of each service.</summary>
internal static partial class ServiceParser
{
    /// <summary>The services; text before the first goes to <paramref name="rest"/>.</summary>
    public static ImmutableArray<FormService> Parse(IEnumerable<WordLine> lines, string product, List<string> rest)
    {
        var blocks = new List<(string Number, List<WordLine> Lines)>();
        foreach (var line in lines.Where(line => !FormLabels.IsHeading(line.Text)))
        {
            var first = line.Text.Split(' ')[0];
            var isNumber = product.Length > 0 && first.Length > product.Length
                && first.StartsWith(product, StringComparison.Ordinal) && KeyText.IsNumber(first);
            var text = isNumber ? line.Text[first.Length..].Trim() : line.Text;
            if (isNumber)
                blocks.Add((first, []));
            if (text.Length == 0)
                continue;
            if (blocks.Count == 0)
                rest.Add(text);
            else
                blocks[^1].Lines.Add(line with { Text = text });
        }

        return [.. blocks.Select(block => Service(block.Number, block.Lines))];
    }

    private static FormService Service(string number, List<WordLine> lines)
    {
        var marked = lines.FindIndex(line => Marker().IsMatch(line.Text));
        return marked < 0 ? Unmarked(number, lines) : Marked(number, lines, marked);
    }

    /// <summary>What stands before the marker is the name, what stands behind it the description.</summary>
    private static FormService Marked(string number, List<WordLine> lines, int marked)
    {
        var marker = Marker().Match(lines[marked].Text);
        var kind = marker.Value.Contains("intern", StringComparison.OrdinalIgnoreCase) ? ServiceKind.Internal
            : ServiceKind.External;
        var name = lines.Take(marked).Select(line => line.Text).Append(lines[marked].Text[..marker.Index]);
        var description = lines.Skip(marked + 1).Select(line => line.Text)
            .Prepend(lines[marked].Text[(marker.Index + marker.Length)..]);
        return new FormService(number, Join(name), kind, Join(description));
    }

    /// <summary>Without a marker the first cell is the name; where all stand in one cell, its first line.</summary>
    private static FormService Unmarked(string number, List<WordLine> lines)
    {
        var first = lines.Count == 0 ? 0 : lines.TakeWhile(line => line.Cell == lines[0].Cell).Count();
        var names = first == lines.Count ? Math.Min(1, first) : first;
        return new FormService(
            number, Join(lines.Take(names).Select(line => line.Text)), null, Join(lines.Skip(names).Select(line => line.Text)));
    }

    private static string Join(IEnumerable<string> parts) =>
        string.Join(' ', parts.Select(part => part.Trim()).Where(part => part.Length > 0));

    [GeneratedRegex(@"\((?:interne|externe) Leistung\)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Marker();
}
