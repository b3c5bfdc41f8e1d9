using System.Collections.Immutable;

namespace Produktreport.Core.Catalogues.Authoring.Word;

/// <summary>Reads section III of the form: the base and key figures of the product and of each service.</summary>
internal sealed class FigureParser
{
    private readonly List<FormFigures> blocks = [];
    private readonly List<string> rest;
    private bool? isKeyFigures;

    private FigureParser(List<string> rest) => this.rest = rest;

    /// <summary>The blocks; text that belongs to none goes to <paramref name="rest"/>.</summary>
    public static ImmutableArray<FormFigures> Parse(IEnumerable<WordLine> lines, List<string> rest)
    {
        var parser = new FigureParser(rest);
        foreach (var line in lines)
            parser.Read(line);
        return [.. parser.blocks];
    }

    private void Read(WordLine line)
    {
        var plain = FormLabels.Plain(line.Text);
        if (line.Text.StartsWith('*') || FormLabels.IsNumbering(line.Text) || plain == "grund- und kennzahlen zu den leistungen")
            return;
        if (plain == "grund- und kennzahlen zum produkt")
            Begin(0, line.Text);
        else if (FormLabels.ServiceHeading(line.Text) is { } service)
            Begin(service.Place, service.Name);
        else if (blocks.Count > 0 && plain is "grundzahlen" or "kennzahlen")
            Switch(plain == "kennzahlen");
        else
            Add(line);
    }

    private void Begin(int service, string heading)
    {
        blocks.Add(new FormFigures(service, heading, [], null));
        isKeyFigures = null;
    }

    private void Switch(bool toKeyFigures)
    {
        isKeyFigures = toKeyFigures;
        if (toKeyFigures)
            blocks[^1] = blocks[^1] with { KeyFigures = blocks[^1].KeyFigures ?? [] };
    }

    private void Add(WordLine line)
    {
        var figure = new FormFigure(line.Text.TrimStart('-', '–', '•', '·', ' '), line.IsUnderlined);
        if (blocks.Count == 0)
            rest.Add(line.Text);
        else if (isKeyFigures is null && blocks[^1].Service > 0)
            // the service's name on a line of its own
            blocks[^1] = blocks[^1] with { Heading = (blocks[^1].Heading + " " + line.Text).Trim() };
        else if (isKeyFigures is null)
            rest.Add(line.Text);
        else if (isKeyFigures.Value)
            blocks[^1] = blocks[^1] with { KeyFigures = blocks[^1].KeyFigures!.Value.Add(figure) };
        else
            blocks[^1] = blocks[^1] with { BaseFigures = blocks[^1].BaseFigures.Add(figure) };
    }
}
