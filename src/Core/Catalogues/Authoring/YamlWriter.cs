using System.Text;
using Produktreport.Core.Catalogues.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Produktreport.Core.Catalogues.Authoring;

/// <summary>
/// Writes nodes as the catalogue's files are laid out by hand: keys in the order of the format, short sections (figures, steps of
/// the hierarchy) on one line, long texts folded, quotes only where YAML needs them.
/// </summary>
internal static class YamlWriter
{
    /// <summary>From this length a text is folded over several lines.</summary>
    private const int FoldFrom = 200;

    /// <summary>The width folded lines keep to, in characters.</summary>
    private const int Width = 120;

    private static readonly string[] TakenForOtherThings =
        ["~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<"];

    private static readonly EmitterSettings OneLine = new(
        bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024);

    /// <summary>The text of a whole file, lines ending in LF.</summary>
    public static string Write(YamlMap root, Shape.Map shape)
    {
        var text = new StringBuilder();
        WriteMap(text, root, shape, "", "");
        return text.ToString();
    }

    /// <summary>A text in quotes, whatever stands in it.</summary>
    public static string Quoted(string text) => Emitted(text, ScalarStyle.DoubleQuoted, isFlow: true);

    private static void WriteMap(StringBuilder text, YamlMap map, Shape.Map shape, string firstIndent, string indent)
    {
        var lead = firstIndent;
        foreach (var key in shape.Keys)
        {
            if (map.Entries.FirstOrDefault(entry => entry.Key == key.Name)?.Value is not { } value)
                continue;
            text.Append(lead).Append(key.Name).Append(':');
            WriteValue(text, value, key.Shape, indent);
            lead = indent;
        }
    }

    private static void WriteValue(StringBuilder text, YamlNode value, Shape shape, string indent)
    {
        switch (value, shape)
        {
            case (YamlList { Items.IsEmpty: false } list, Shape.List { Item: Shape.Map item }):
                text.Append(Comment(value)).Append('\n');
                foreach (var entry in list.Items)
                    WriteItem(text, entry, item, indent + "  ");
                break;
            case (YamlMap map, Shape.Map section) when !IsShort(section):
                text.Append(Comment(value)).Append('\n');
                WriteMap(text, map, section, indent + "  ", indent + "  ");
                break;
            case (YamlScalar { IsBlank: false } scalar, Shape.Text) when scalar.Text.Length > FoldFrom && IsFoldable(scalar.Text):
                text.Append(" >-").Append(Comment(value)).Append('\n');
                WriteFolded(text, scalar.Text, indent + "  ");
                break;
            default:
                var inline = Inline(value, shape, isFlow: false);
                text.Append(inline.Length == 0 ? "" : " ").Append(inline).Append(Comment(value)).Append('\n');
                break;
        }
    }

    private static void WriteItem(StringBuilder text, YamlNode item, Shape.Map shape, string indent)
    {
        if (item is YamlMap map && !IsShort(shape))
            WriteMap(text, map, shape, indent + "- ", indent + "  ");
        else
            text.Append(indent).Append("- ").Append(Inline(item, shape, isFlow: false)).Append(Comment(item)).Append('\n');
    }

    private static void WriteFolded(StringBuilder text, string folded, string indent)
    {
        var line = new StringBuilder(indent);
        foreach (var word in folded.Split(' '))
        {
            if (line.Length > indent.Length && line.Length + 1 + word.Length > Width)
            {
                text.Append(line).Append('\n');
                line.Clear().Append(indent);
            }

            line.Append(line.Length > indent.Length ? " " : "").Append(word);
        }

        text.Append(line).Append('\n');
    }

    private static string Comment(YamlNode node) => node.Comment is { } comment ? "  # " + comment : "";

    private static string Inline(YamlNode node, Shape shape, bool isFlow) => node switch
    {
        YamlMap map => "{" + string.Join(", ", Entries(map, shape).Select(Inline)) + "}",
        YamlList list => "[" + string.Join(", ", list.Items.Select(item => Inline(item, ItemShape(shape), true))) + "]",
        YamlScalar scalar => ScalarText(scalar, shape, isFlow),
        _ => throw new InvalidOperationException($"Unknown node {node}."),
    };

    private static string Inline((string Key, YamlNode Value, Shape Shape) entry) =>
        $"{ScalarText(YamlScalar.Of(entry.Key), new Shape.Text(), true)}: {Inline(entry.Value, entry.Shape, true)}";

    private static IEnumerable<(string Key, YamlNode Value, Shape Shape)> Entries(YamlMap map, Shape shape) =>
        shape is Shape.Map section
            ? section.Keys.SelectMany(
                key => map.Entries.Where(entry => entry.Key == key.Name).Select(entry => (key.Name, entry.Value, key.Shape)))
            : map.Entries.Select(entry => (entry.Key, entry.Value, (Shape)new Shape.Text()));

    private static Shape ItemShape(Shape shape) => shape is Shape.List list ? list.Item : new Shape.Form(TextForms.Number);

    private static string ScalarText(YamlScalar scalar, Shape shape, bool isFlow)
    {
        if (scalar.IsBlank || shape is Shape.Number or Shape.Whole or Shape.Flag or Shape.Date)
            return scalar.IsBlank ? "" : scalar.Text;
        var isNumber = shape is Shape.Form { Of: var form }
            && (form == TextForms.Number || form == TextForms.CountyKey || form == TextForms.Period);
        var plain = isNumber || IsTakenForSomethingElse(scalar.Text) ? null : Emitted(scalar.Text, ScalarStyle.Plain, isFlow);
        return plain == scalar.Text ? plain : Emitted(scalar.Text, ScalarStyle.DoubleQuoted, isFlow);
    }

    /// <summary>
    /// Whether YAML 1.1 or this program would read an unquoted text as a number, a truth value, nothing or a control character.
    /// </summary>
    private static bool IsTakenForSomethingElse(string text) =>
        Scalars.LooksLikeNumber(new YamlScalar(0, text, false)) || TakenForOtherThings.Contains(text.ToLowerInvariant())
            || text.Any(char.IsControl);

    /// <summary>A text on one line as YAML writes it; not in the style asked for where it cannot stand in it.</summary>
    private static string Emitted(string text, ScalarStyle style, bool isFlow)
    {
        using var written = new StringWriter();
        var emitter = new Emitter(written, OneLine);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        emitter.Emit(
            new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, isFlow ? MappingStyle.Flow : MappingStyle.Block));
        emitter.Emit(
            new Scalar(AnchorName.Empty, TagName.Empty, "k", ScalarStyle.Plain, isPlainImplicit: true, isQuotedImplicit: true));
        emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: true, isQuotedImplicit: true));
        emitter.Emit(new MappingEnd());
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        var value = written.ToString().Trim('\n', '\r');
        return isFlow ? value["{k: ".Length..^1].Trim() : value["k: ".Length..];
    }

    private static bool IsFoldable(string text) =>
        text.Trim() == text && !text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u0085' or '\uFEFF')
            && !text.Contains("  ", StringComparison.Ordinal);

    /// <summary>Whether a section is written on one line: it holds no long text and no list of sections.</summary>
    private static bool IsShort(Shape.Map shape) =>
        shape.Keys.All(key => key.Shape is not (Shape.List { Item: Shape.Map } or Shape.Text { MaximumLength: > 300 }));
}
