using System.Collections.Immutable;
using Produktreport.Core.Catalogues.Findings;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>
/// A section of a file, read key by key. What does not fit its shape reads as absent: <see cref="ShapeCheck"/> has reported it,
/// and the rest of the file can still be checked.
/// </summary>
internal sealed record Section(string File, YamlMap Map)
{
    public CataloguePlace Place => new(File, Map.Line);

    public CataloguePlace At(string key) => new(File, Map.LineOf(key));

    /// <summary>The text under a key as written, whatever it looks like; null where blank.</summary>
    public string? Text(string key) =>
        Map.Find(key) is YamlScalar scalar && scalar.Text.Trim().Length > 0 ? scalar.Text.Trim() : null;

    /// <summary>The text under a key, the empty text included; null where blank.</summary>
    public string? RawText(string key) => Map.Find(key) is YamlScalar scalar ? scalar.Text : null;

    /// <summary>A text of a form; null where blank or of another form, or an unquoted number.</summary>
    public string? Form(string key, TextForm form) =>
        Map.Find(key) is YamlScalar scalar && !Scalars.LooksLikeNumber(scalar) && form.Accepts(scalar.Text) ? scalar.Text : null;

    /// <summary>The id under a key; null where there is none.</summary>
    public FigureId? Id(string key) => Form(key, TextForms.Id) is { } text ? FigureId.Of(text) : null;

    /// <summary>
    /// The number under a key, also where its quotes are missing (a fault already): so nothing else is reported as missing.
    /// </summary>
    public string? NumberText(string key) =>
        Map.Find(key) is YamlScalar scalar && KeyText.IsNumber(scalar.Text) ? scalar.Text : null;

    /// <summary>The decimal number under a key; null where blank.</summary>
    public decimal? Number(string key) =>
        Map.Find(key) is YamlScalar { IsQuoted: false } scalar ? Scalars.Number(scalar.Text) : null;

    /// <summary>The whole number under a key; null where blank.</summary>
    public int? Whole(string key) => Number(key) is >= int.MinValue and <= int.MaxValue and var number ? (int)number : null;

    /// <summary>The truth value under a key; false where blank.</summary>
    public bool Flag(string key) => Map.Find(key) is YamlScalar { IsQuoted: false, Text: "true" };

    /// <summary>The value a word under a key stands for.</summary>
    public T Word<T>(string key, OrderedDictionary<string, T> words, T otherwise) =>
        Map.Find(key) is YamlScalar scalar && words.TryGetValue(scalar.Text, out var value) ? value : otherwise;

    /// <summary>The section under a key; null where there is none.</summary>
    public Section? Child(string key) => Map.Find(key) is YamlMap map ? new Section(File, map) : null;

    public IEnumerable<Section> Children(string key) => Items(key).OfType<YamlMap>().Select(map => new Section(File, map));

    /// <summary>The texts of the list under a key, with their places.</summary>
    public IEnumerable<(string Text, CataloguePlace Place)> Texts(string key) =>
        Items(key).OfType<YamlScalar>().Where(scalar => !scalar.IsBlank)
            .Select(scalar => (scalar.Text, new CataloguePlace(File, scalar.Line)));

    private ImmutableArray<YamlNode> Items(string key) =>
        Map.Find(key) is YamlList list ? [.. list.Items.Take(Shape.List.Longest)] : [];
}
