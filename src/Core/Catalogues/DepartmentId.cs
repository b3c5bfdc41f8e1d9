using System.Diagnostics.CodeAnalysis;

namespace Produktreport.Core.Catalogues;

/// <summary>
/// The short name of a department (Amt), which is also its folder in the inbox: <c>buero-landrat</c>. 1 to 60 characters,
/// lower-case ASCII letters, digits and hyphens, beginning with a letter or digit.
/// </summary>
public readonly record struct DepartmentId : IComparable<DepartmentId>
{
    private readonly string? text;

    private DepartmentId(string text) => this.text = text;

    /// <summary>The id as it is written.</summary>
    public string Text => text ?? "";

    /// <summary>Takes an id as it is written in a catalogue or path.</summary>
    /// <exception cref="FormatException">The text is not an id.</exception>
    public static DepartmentId Of(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a department id.");

    /// <summary>Whether the text is an id, and which.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DepartmentId id)
    {
        var valid = KeyText.IsDepartment(text);
        id = valid ? new DepartmentId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(DepartmentId other) => string.CompareOrdinal(Text, other.Text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
