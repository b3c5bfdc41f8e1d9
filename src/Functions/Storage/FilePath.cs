using System.Diagnostics.CodeAnalysis;

namespace Produktreport.Functions.Storage;

/// <summary>
/// The path of a file within an <see cref="Area"/>, with <c>/</c>. Made from foreign text only through <see cref="TryParse"/>,
/// so that no path can leave its area. It has no empty, <c>.</c> or <c>..</c> segment, no lone surrogate, no backslash, colon,
/// wildcard or control character. No segment ends with a blank or point, which Windows drops. A path has at most 1024
/// characters (Blob Storage's limit), a segment 255 bytes of UTF-8 (Linux's).
/// </summary>
public readonly record struct FilePath : IComparable<FilePath>
{
    private const int LongestPath = 1024;
    private const int LongestSegment = 255;

    private readonly string? text;

    private FilePath(string text) => this.text = text;

    /// <summary>The path as text.</summary>
    public string Text => text ?? "";

    /// <summary>The last segment.</summary>
    public string Name => Text[(Text.LastIndexOf('/') + 1)..];

    /// <summary>The first segment where there is more than one; else empty.</summary>
    public string FirstFolder => Text.IndexOf('/') is var slash and > 0 ? Text[..slash] : "";

    /// <summary>The department whose folder of the inbox it lies in; the default where that is no department's.</summary>
    public DepartmentId Department => DepartmentId.TryParse(FirstFolder, out var department) ? department : default;

    /// <summary>A path the program itself composes.</summary>
    /// <exception cref="FormatException">The text is no safe path.</exception>
    public static FilePath Of(string text) =>
        TryParse(text, out var path) ? path : throw new FormatException($"'{text}' is not a safe path.");

    /// <summary>Whether foreign text is a safe path, and which.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The path.</param>
    /// <param name="spare">Bytes that can be appended to it still.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out FilePath path, int spare = 0)
    {
        var valid = text?.Length is > 0 and var length && length <= LongestPath - spare && FirstFault(text, spare) is null;
        path = valid ? new FilePath(text!) : default;
        return valid;
    }

    /// <summary>
    /// The first part of a text that keeps it from being a safe path; null where it is one, or too long as a whole.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="spare">Bytes that can be appended to it still.</param>
    public static string? FirstFault(string text, int spare = 0) =>
        text.Split('/').FirstOrDefault(segment => !IsSafeSegment(segment, LongestSegment - spare));

    /// <summary>Whether a character can stand in a path.</summary>
    public static bool IsSafe(char character) =>
        !char.IsControl(character) && character is not ('\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' or '\uFFFD');

    /// <summary>This path with something appended to its name, as in <c>x.csv</c> → <c>x.csv.json</c>.</summary>
    public FilePath Append(string ending) => Of(Text + ending);

    public int CompareTo(FilePath other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;

    private static bool IsSafeSegment(string segment, int longest) =>
        segment.Length > 0
        && Encoding.UTF8.GetByteCount(segment) <= longest
        && segment is not ("." or "..")
        && segment[^1] is not (' ' or '.')
        && !segment.EnumerateRunes().Contains(Rune.ReplacementChar)
        && segment.All(IsSafe);
}
