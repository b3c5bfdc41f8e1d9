using System.Collections.Immutable;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>A piece of a YAML file that still knows its line, so that every fault can name it. Closed.</summary>
internal abstract record YamlNode(int Line)
{
    /// <summary>A comment to be written behind the node; comments of a file that was read are not kept.</summary>
    public string? Comment { get; init; }

    /// <summary>Whether nothing stands here: <c>key:</c>, <c>key: ~</c> or <c>key: null</c>.</summary>
    public bool IsBlank => this is YamlScalar { IsQuoted: false, Text: "" or "~" or "null" };
}

/// <summary>A single value. <paramref name="IsQuoted"/> is true for quoted and block text, which is never a number.</summary>
internal sealed record YamlScalar(int Line, string Text, bool IsQuoted) : YamlNode(Line)
{
    /// <summary>Where in the file's text the value begins, its quotes included; counted in characters.</summary>
    public int Start { get; init; }

    /// <summary>Where it ends.</summary>
    public int End { get; init; }

    /// <summary>Nothing, as after <c>key:</c>.</summary>
    public static YamlScalar Blank { get; } = new(0, "", false);

    /// <summary>A text to be written.</summary>
    public static YamlScalar Of(string text) => new(0, text, true);

    /// <summary>A number, date or truth value to be written.</summary>
    public static YamlScalar Plain(string text) => new(0, text, false);
}

/// <summary>A list, in file order.</summary>
internal sealed record YamlList(int Line, ImmutableArray<YamlNode> Items) : YamlNode(Line);

/// <summary>A mapping, in file order; keys are unique.</summary>
internal sealed record YamlMap(int Line, ImmutableArray<YamlEntry> Entries) : YamlNode(Line)
{
    /// <summary>The value under a key; null where the key is absent or its value is blank.</summary>
    public YamlNode? Find(string key) =>
        Entries.FirstOrDefault(entry => entry.Key == key)?.Value is { IsBlank: false } value ? value : null;

    /// <summary>The line of a key, or of the mapping where the key is absent.</summary>
    public int LineOf(string key) => Entries.FirstOrDefault(entry => entry.Key == key)?.Line ?? Line;
}

/// <summary>One key of a mapping with its value; <paramref name="Line"/> is the key's.</summary>
internal sealed record YamlEntry(int Line, string Key, YamlNode Value);
