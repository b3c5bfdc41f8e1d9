namespace Produktreport.Core.Deliveries.Templates;

/// <summary>The parts of an XLSX template that are always the same, and the numbers of its cell styles.</summary>
internal static class XlsxTemplateParts
{
    /// <summary>Bold on grey, locked.</summary>
    public const int HeaderStyle = 1;

    /// <summary>Text on grey, locked.</summary>
    public const int TextStyle = 2;

    /// <summary>A number on grey, locked.</summary>
    public const int NumberStyle = 3;

    /// <summary>A number to fill in.</summary>
    public const int ValueStyle = 4;

    /// <summary>Text to fill in.</summary>
    public const int RemarkStyle = 5;

    // Format 49 in the styles is text, 0 general: a value keeps all the decimals it was typed with.
    private static readonly string[] Paths =
        ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"];

    /// <summary>Paths and contents.</summary>
    public static IReadOnlyList<(string Path, string Content)> Fixed { get; } = [.. Paths.Select(path => (path, Read(path)))];

    /// <summary>The style of a kind of cell.</summary>
    public static int StyleOf(TemplateCellKind kind) => kind switch
    {
        TemplateCellKind.Number => NumberStyle,
        TemplateCellKind.Value => ValueStyle,
        TemplateCellKind.Remark => RemarkStyle,
        _ => TextStyle,
    };

    /// <summary>A part as it lies in <c>Package</c>, without the line breaks and indents that are for people.</summary>
    private static string Read(string path)
    {
        using var resource = typeof(XlsxTemplateParts).Assembly.GetManifestResourceStream("vorlage/" + path)!;
        using var reader = new StreamReader(resource);
        var declaration = reader.ReadLine();
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return $"{declaration}\n{string.Concat(lines.Select(line => line.StartsWith('<') ? line : " " + line))}";
    }
}
