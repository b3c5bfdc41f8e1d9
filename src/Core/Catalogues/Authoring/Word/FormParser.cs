using System.Collections.Immutable;

namespace Produktreport.Core.Catalogues.Authoring.Word;

/// <summary>
/// Finds the form's fields, services and figures among a document's lines by its printed words, in whatever layout they stand.
/// </summary>
internal sealed class FormParser
{
    private readonly Dictionary<string, List<WordLine>> fields = [];
    private readonly List<string> rest = [];

    /// <summary>Reads the lines.</summary>
    public static FormContent Parse(IReadOnlyList<WordLine> lines)
    {
        var parser = new FormParser();
        var services = IndexOf(lines, 0, FormLabels.IsServices);
        var figures = IndexOf(lines, Math.Min(services, lines.Count), FormLabels.IsFigures);
        parser.ReadFields(lines.Take(Math.Min(services, figures)));
        var number = parser.TakeNumber();
        return new FormContent
        {
            Fields = parser.fields.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray()),
            Number = number,
            Goals = Goals(parser.fields.GetValueOrDefault(FormLabels.Goals, [])),
            Services = ServiceParser.Parse(lines.Skip(services + 1).Take(figures - services - 1), number ?? "", parser.rest),
            Figures = FigureParser.Parse(lines.Skip(figures + 1), parser.rest),
            Rest = [.. parser.rest],
        };
    }

    private static int IndexOf(IReadOnlyList<WordLine> lines, int from, Func<string, bool> isWanted)
    {
        for (var index = from; index < lines.Count; index++)
        {
            if (isWanted(lines[index].Text))
                return index;
        }

        return lines.Count;
    }

    private void ReadFields(IEnumerable<WordLine> lines)
    {
        string? label = null;
        foreach (var line in lines.Where(line => !FormLabels.IsHeading(line.Text)))
        {
            var colon = line.Text.IndexOf(':', StringComparison.Ordinal);
            var (isLabel, value) = FormLabels.FieldOf(line.Text) is not null ? (true, "")
                : colon > 0 && FormLabels.FieldOf(line.Text[..colon]) is not null ? (true, line.Text[(colon + 1)..].Trim())
                : (false, line.Text);
            if (isLabel)
            {
                label = FormLabels.FieldOf(colon > 0 ? line.Text[..colon] : line.Text)!;
                fields.TryAdd(label, []);
            }

            if (value.Length == 0)
                continue;
            if (label is null)
                rest.Add(value);
            else
                fields[label].Add(line with { Text = value });
        }
    }

    /// <summary>
    /// The product number; where both labels stand before both values, the number is the first value of the name.
    /// </summary>
    private string? TakeNumber()
    {
        var numbers = fields.GetValueOrDefault(FormLabels.Number, []);
        var names = fields.GetValueOrDefault(FormLabels.Name, []);
        if (numbers.Count == 0 && names.Count > 0)
        {
            numbers.Add(names[0]);
            names.RemoveAt(0);
        }
        else if (numbers.Count > 1 && names.Count == 0)
        {
            names.AddRange(numbers.Skip(1));
            numbers.RemoveRange(1, numbers.Count - 1);
        }

        return numbers is [{ Text: var text }] && KeyText.IsNumber(text) && text.Any(char.IsAsciiDigit) ? text : null;
    }

    /// <summary>A goal a paragraph, without bullets and the commas between them.</summary>
    private static ImmutableArray<string> Goals(List<WordLine> lines) =>
        [.. lines.GroupBy(line => line.Paragraph)
            .Select(
                goal =>
                    string.Join(' ', goal.Select(line => line.Text)).TrimStart('-', '–', '•', '·', ' ')
                        .TrimEnd(',', ';', '.', ' '))
            .Where(goal => goal.Any(char.IsLetter))];
}
