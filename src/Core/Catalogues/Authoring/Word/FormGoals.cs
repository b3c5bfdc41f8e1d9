using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Catalogues.Authoring.Word;

/// <summary>
/// The goals of a form as nodes: what a present goal says already is kept, what the form leaves open stays open.
/// </summary>
internal sealed partial class FormGoals
{
    private const string Spans = "Quartal / Halbjahr / Jahr";

    private readonly FindingList findings;
    private readonly List<(string Address, string Name)> figures;

    /// <param name="findings">Where findings go.</param>
    /// <param name="figures">The product's figures: their address and name, for proposals.</param>
    public FormGoals(FindingList findings, IEnumerable<(string Address, string Name)> figures) =>
        (this.findings, this.figures) = (findings, [.. figures]);

    /// <summary>The goals in the form's order; present ones the form does not have behind them.</summary>
    public YamlList? Of(ImmutableArray<string> goals, ImmutableArray<YamlMap> existing)
    {
        var left = existing.ToList();
        var nodes = new List<YamlNode>();
        var taken = existing.Select(node => Text(node, "id")).OfType<string>().ToHashSet();
        foreach (var goal in goals)
        {
            if (left.Find(node => Match(Text(node, "text") ?? "", goal) is not null) is { } present)
            {
                left.Remove(present);
                nodes.Add(Filled(present, Match(Text(present, "text")!, goal)!));
            }
            else
            {
                nodes.Add(NewGoal(goal, taken));
            }
        }

        foreach (var node in left)
            findings.Add(AuthoringFindings.OnlyInFile($"Ziel „{Text(node, "id")}“"));
        return ProductNodes.List(nodes.Concat(left));
    }

    private static string? Text(YamlMap node, string key) => (node.Find(key) as YamlScalar)?.Text;

    /// <summary>
    /// The form's sentence held against a present one: blanks or numbers where <c>{ziel}</c> stands, a span where
    /// <c>{zeitraum}</c>.
    /// </summary>
    private static Match? Match(string template, string goal)
    {
        var pattern = Regex.Escape(Blanks().Replace(template, " ").TrimEnd(',', '.', ' '))
            .Replace("\\{ziel}", "(?<ziel>_+|[0-9][0-9.,]*)", StringComparison.Ordinal)
            .Replace(
                "\\{zeitraum}", "(?<zeitraum>Quartal / Halbjahr / Jahr|Quartal|Halbjahr|Jahr|Monat)", StringComparison.Ordinal);
        var match = Regex.Match(goal, $"^{pattern}$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);
        return match.Success ? match : null;
    }

    private static YamlMap Filled(YamlMap present, Match match)
    {
        var target = match.Groups["ziel"].Value is [>= '0' and <= '9', ..] and var digits
            ? Scalars.Number(digits.TrimEnd('.', ',').Replace(".", "", StringComparison.Ordinal).Replace(',', '.'))
            : null;
        var span = match.Groups["zeitraum"].Value.ToLowerInvariant() is var word && Reading.Words.PeriodKinds.ContainsKey(word)
            ? word : null;
        return present with
        {
            Entries = [.. present.Entries.Select(entry => entry.Key switch
            {
                "ziel" when target is { } value && Scalars.Number(Text(present, "ziel") ?? "") != value =>
                    entry with { Value = YamlScalar.Plain(value.ToString(CultureInfo.InvariantCulture)) },
                "zeitraum" when span is not null => entry with { Value = YamlScalar.Of(span) },
                _ => entry,
            })],
        };
    }

    private YamlMap NewGoal(string goal, HashSet<string> taken)
    {
        var text = Line().Replace(goal, "{ziel}").Replace(Spans, "{zeitraum}", StringComparison.Ordinal);
        var id = NamedId.ForGoal(text, taken);
        taken.Add(id);
        var comparison = Least().IsMatch(goal) ? "mindestens" : Most().IsMatch(goal) ? "hoechstens" : null;
        var proposal = Proposal(goal);
        var open = new[] { "misst", comparison is null ? "vergleich" : null, "ziel", "zeitraum" }.OfType<string>();
        findings.Add(AuthoringFindings.GoalOpen(id, string.Join(", ", open), proposal));
        return ProductNodes.Map(
            ("id", YamlScalar.Of(id)), ("text", YamlScalar.Of(text)),
            ("misst", proposal is null ? YamlScalar.Blank : YamlScalar.Blank with { Comment = $"Vorschlag: {proposal}" }),
            ("vergleich", ProductNodes.TextOrBlank(comparison)), ("ziel", YamlScalar.Blank), ("zeitraum", YamlScalar.Blank));
    }

    /// <summary>The figure that shares the most words with the goal, where one is ahead of all others.</summary>
    private string? Proposal(string goal)
    {
        var words = Weighty(goal);
        var ranked = figures.Select(figure => (figure.Address, Shared: Weighty(figure.Name).Count(words.Contains)))
            .Where(figure => figure.Shared > 0).OrderByDescending(figure => figure.Shared).ToList();
        return ranked is [var only] ? only.Address : ranked is [var first, var second, ..] && first.Shared > second.Shared
            ? first.Address : null;
    }

    private static HashSet<string> Weighty(string text) =>
        [.. text.ToLowerInvariant().Split([' ', '(', ')', ',', '/', '.', '-']).Where(word => word.Length >= 6)];

    [GeneratedRegex("_{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Line();

    [GeneratedRegex("[ ]+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();

    [GeneratedRegex("mindestens|wenigstens", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Least();

    [GeneratedRegex("höchstens|maximal", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Most();
}
