using System.Collections.Immutable;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>
/// What may stand at a place of the catalogue. The reader checks against it and the JSON Schema is written from it. Closed.
/// </summary>
internal abstract record Shape
{
    private Shape()
    {
    }

    public static implicit operator Shape(TextForm form) => new Form(form);

    /// <summary>Free text, any language; <paramref name="MayBeEmpty"/>: the empty text <c>""</c> means something.</summary>
    public sealed record Text(int MaximumLength = 4000, bool MayBeEmpty = false) : Shape;

    /// <summary>A text of a fixed form.</summary>
    public sealed record Form(TextForm Of) : Shape;

    /// <summary>A formula; alone among texts it may look like a number.</summary>
    public sealed record FormulaText : Shape;

    /// <summary>An exact decimal number, not quoted, with a point.</summary>
    public sealed record Number(decimal? Minimum = null, decimal? Maximum = null) : Shape;

    public sealed record Whole(int Minimum, int Maximum) : Shape;

    /// <summary>A date <c>2025-06-30</c>.</summary>
    public sealed record Date : Shape;

    public sealed record Flag : Shape;

    public sealed record Choice(ImmutableArray<string> Words) : Shape;

    /// <summary>
    /// A list of <paramref name="Minimum"/> to <paramref name="Maximum"/> entries; the bound keeps checks that compare entries
    /// short.
    /// </summary>
    public sealed record List(Shape Item, int Minimum = 0, int Maximum = List.Longest) : Shape
    {
        /// <summary>The longest list read.</summary>
        public const int Longest = 500;
    }

    /// <summary>
    /// A section with known keys. <paramref name="Name"/> is what it is called in messages (with article, dative: „in der
    /// Grundzahl“).
    /// </summary>
    public sealed record Map(string Name, ImmutableArray<Key> Keys) : Shape
    {
        public Key? Find(string name) => Keys.FirstOrDefault(key => key.Name == name);
    }

    /// <summary>A text, or a section that says the same in another way, or a list of texts where that may be.</summary>
    public sealed record TextOrMap(Text Short, Map Long, bool MayBeList = false) : Shape;

    /// <summary>A whole number, a list of them, or the word that says there is none.</summary>
    public sealed record WholeOrWord(Whole Bounds, string Word) : Shape
    {
        /// <summary>The list there may be.</summary>
        public List Several { get; } = new(Bounds, 2, 5);
    }

    /// <summary>A section whose keys are column headers and whose values are texts or lists of them (<c>wenn</c>).</summary>
    public sealed record Columns : Shape;

    /// <summary>The word <c>alle</c> or a list of product numbers.</summary>
    public sealed record AllOrNumbers : Shape;
}

/// <summary>One key of a section.</summary>
/// <param name="Name">The key as written in YAML.</param>
/// <param name="Shape">What may stand there; where the key is not required, nothing may stand there, too.</param>
/// <param name="Description">What the key means, in German: the description in the JSON Schema.</param>
internal sealed record Key(string Name, Shape Shape, string Description)
{
    /// <summary>Whether the key must be there and filled in.</summary>
    public bool IsRequired { get; init; }
}

/// <summary>A form of text: what the reader accepts, the same as a pattern for the JSON Schema, and how to say it.</summary>
/// <param name="Expected">German, with an example.</param>
/// <param name="Pattern">An ECMA 262 pattern that accepts the same texts.</param>
/// <param name="Accepts">The check.</param>
internal sealed record TextForm(string Expected, string Pattern, Func<string, bool> Accepts);
