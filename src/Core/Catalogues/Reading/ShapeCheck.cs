using System.Globalization;
using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues.Findings;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>
/// Holds a file's nodes against the format: unknown and missing keys, wrong kinds of value, words, forms and ranges.
/// </summary>
internal sealed partial class ShapeCheck
{
    private static readonly Shape Pattern = new Shape.Text(300, MayBeEmpty: true);

    private readonly string file;
    private readonly FindingList findings = [];

    private ShapeCheck(string file) => this.file = file;

    /// <summary>A finding for everything that does not fit.</summary>
    public static IEnumerable<Finding> Check(string file, YamlMap root, Shape.Map shape)
    {
        var check = new ShapeCheck(file);
        check.CheckMap(root, shape);
        return check.findings;
    }

    private CataloguePlace At(YamlNode node) => new(file, node.Line);

    private void CheckMap(YamlMap map, Shape.Map shape)
    {
        foreach (var entry in map.Entries)
        {
            if (shape.Find(entry.Key) is not { } key)
                findings.Add(
                    CatalogueFindings.UnknownKey(
                        new(file, entry.Line), entry.Key, shape.Name, [.. shape.Keys.Select(known => known.Name)]));
            else if (!entry.Value.IsBlank)
                CheckNode(entry.Value, key.Shape, key.Name);
            else if (key.IsRequired)
                findings.Add(CatalogueFindings.BlankValue(new(file, entry.Line), key.Name, shape.Name));
        }

        foreach (var key in shape.Keys.Where(key => key.IsRequired && map.Entries.All(entry => entry.Key != key.Name)))
            findings.Add(CatalogueFindings.MissingKey(At(map), key.Name, shape.Name));
    }

    private void CheckNode(YamlNode node, Shape shape, string name)
    {
        switch (shape, node)
        {
            case (Shape.Map expected, YamlMap map):
                CheckMap(map, expected);
                break;
            case (Shape.List expected, YamlList list):
                CheckList(list, expected, name);
                break;
            case (Shape.TextOrMap expected, YamlMap map):
                CheckMap(map, expected.Long);
                break;
            case (Shape.TextOrMap { MayBeList: true } expected, YamlList list):
                CheckList(list, new Shape.List(expected.Short, 1), name);
                break;
            case (Shape.WholeOrWord expected, YamlList list):
                CheckList(list, expected.Several, name);
                break;
            case (Shape.Columns, YamlMap map):
                CheckColumns(map, name);
                break;
            case (Shape.AllOrNumbers, YamlList list):
                CheckList(list, new Shape.List(new Shape.Form(TextForms.Number)), name);
                break;
            case (Shape.Map or Shape.List or Shape.Columns, _):
                findings.Add(CatalogueFindings.WrongKind(At(node), name, Kind(shape), Kind(node)));
                break;
            case (_, YamlScalar scalar):
                CheckScalar(scalar, shape, name);
                break;
            default:
                findings.Add(CatalogueFindings.WrongKind(At(node), name, "ein einzelner Wert", Kind(node)));
                break;
        }
    }

    private void CheckList(YamlList list, Shape.List shape, string name)
    {
        if (list.Items.Length < shape.Minimum)
            findings.Add(CatalogueFindings.EmptyList(At(list), name));
        if (list.Items.Length > shape.Maximum)
            findings.Add(CatalogueFindings.ListTooLong(At(list), name, list.Items.Length, shape.Maximum));
        foreach (var item in list.Items.Take(shape.Maximum))
        {
            if (item.IsBlank)
                findings.Add(CatalogueFindings.BlankItem(At(item), name));
            else
                CheckNode(item, shape.Item, name);
        }
    }

    private void CheckColumns(YamlMap map, string name)
    {
        if (map.Entries.IsEmpty)
            findings.Add(CatalogueFindings.EmptyList(At(map), name));
        foreach (var entry in map.Entries)
        {
            if (entry.Value.IsBlank)
                findings.Add(CatalogueFindings.BlankPattern(new(file, entry.Line), entry.Key));
            else
                CheckNode(entry.Value, entry.Value is YamlList ? new Shape.List(Pattern, 1) : Pattern, entry.Key);
        }
    }

    private void CheckScalar(YamlScalar scalar, Shape shape, string name)
    {
        if (ScalarFault(scalar, shape, name) is { } fault)
            findings.Add(fault);
    }

    private Finding? ScalarFault(YamlScalar scalar, Shape shape, string name) => shape switch
    {
        Shape.Number or Shape.Whole or Shape.Flag when scalar.IsQuoted =>
            CatalogueFindings.Quoted(At(scalar), name, scalar.Text, Kind(shape)),
        Shape.Number number => NumberFault(scalar, number, name),
        Shape.Whole whole => WholeFault(scalar, whole, name, ""),
        Shape.WholeOrWord { Word: var word } when scalar.Text == word => null,
        Shape.WholeOrWord { Bounds: var whole, Word: var word } => WholeFault(scalar, whole, name, $" oder „{word}“"),
        Shape.TextOrMap { Short: var text } when !Scalars.LooksLikeNumber(scalar) => TextFault(scalar, text, name),
        Shape.Flag => scalar.Text is "true" or "false" ? null : CatalogueFindings.NotFlag(At(scalar), name, scalar.Text),
        Shape.Date => Scalars.Date(scalar.Text) is not null ? null : CatalogueFindings.NotDate(At(scalar), name, scalar.Text),
        Shape.FormulaText => TextFault(scalar, new Shape.Text(4000), name),
        _ when Scalars.LooksLikeNumber(scalar) => CatalogueFindings.UnquotedNumber(At(scalar), name, scalar.Text),
        Shape.Choice choice =>
            choice.Words.Contains(scalar.Text) ? null
                : CatalogueFindings.UnknownWord(At(scalar), name, scalar.Text, choice.Words),
        Shape.AllOrNumbers =>
            scalar.Text == "alle" ? null
                : CatalogueFindings.UnknownWord(At(scalar), name, scalar.Text, ["alle", "eine Liste wie [\"1111\", \"1112\"]"]),
        Shape.Form form =>
            form.Of.Accepts(scalar.Text) ? null : CatalogueFindings.WrongForm(At(scalar), name, scalar.Text, form.Of.Expected),
        Shape.Text text => TextFault(scalar, text, name),
        _ => null,
    };

    private Finding? NumberFault(YamlScalar scalar, Shape.Number shape, string name) =>
        Scalars.Number(scalar.Text) is not { } value ? CatalogueFindings.NotNumber(At(scalar), name, scalar.Text)
        : value < shape.Minimum || value > shape.Maximum
        ? CatalogueFindings.OutOfRange(At(scalar), name, scalar.Text, Range(shape.Minimum, shape.Maximum))
        : null;

    private Finding? WholeFault(YamlScalar scalar, Shape.Whole shape, string name, string otherwise) =>
        Scalars.Number(scalar.Text) is not { } value ? CatalogueFindings.NotNumber(At(scalar), name, scalar.Text)
        : value < shape.Minimum || value > shape.Maximum || value != decimal.Truncate(value) || scalar.Text.Contains('.')
            ? CatalogueFindings.OutOfRange(
                At(scalar), name, scalar.Text, Range(shape) + otherwise)
        : null;

    private Finding? TextFault(YamlScalar scalar, Shape.Text shape, string name) =>
        scalar.Text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')) ? CatalogueFindings.ControlCharacter(At(scalar), name)
        : ForeignWriting().Match(scalar.Text) is { Success: true, Value: var foreign }
        ? CatalogueFindings.ForeignWriting(At(scalar), name, foreign)
        : scalar.Text.Length > shape.MaximumLength
        ? CatalogueFindings.TextTooLong(At(scalar), name, scalar.Text.Length, shape.MaximumLength)
        : !shape.MayBeEmpty && scalar.Text.Trim().Length == 0 ? CatalogueFindings.EmptyText(At(scalar), name)
        : null;

    /// <summary>All that is written from right to left but Hebrew: Arabic, Syriac, Thaana, N’Ko and their neighbours.</summary>
    [GeneratedRegex(@"[\u0600-\u08FF\uFB50-\uFDFF\uFE70-\uFEFC]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ForeignWriting();

    private static string Range(Shape.Whole shape) =>
        shape.Minimum == shape.Maximum ? $"nur {shape.Minimum}" : "eine ganze Zahl " + Range(shape.Minimum, shape.Maximum);

    private static string Range(decimal? minimum, decimal? maximum) =>
        string.Create(CultureInfo.InvariantCulture, $"von {minimum} bis {maximum}");

    private static string Kind(Shape shape) => shape switch
    {
        Shape.List => "eine Liste",
        Shape.Map or Shape.Columns => "ein Abschnitt mit Schlüsseln",
        Shape.Flag => "true oder false",
        _ => "eine Zahl",
    };

    private static string Kind(YamlNode node) => node switch
    {
        YamlList => "eine Liste",
        YamlMap => "ein Abschnitt mit Schlüsseln",
        _ => "ein einzelner Wert",
    };
}
