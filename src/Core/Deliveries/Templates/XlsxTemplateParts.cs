using Produktreport.Core.Tables.Xlsx;

namespace Produktreport.Core.Deliveries.Templates;

/// <summary>The cell styles of an XLSX template.</summary>
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

    /// <summary>The styles. Format 49 is text, 0 general: a value keeps all the decimals it was typed with.</summary>
    public static string Styles { get; } = XlsxWriter.Part("vorlage/styles.xml");

    /// <summary>The style of a kind of cell.</summary>
    public static int StyleOf(TemplateCellKind kind) => kind switch
    {
        TemplateCellKind.Number => NumberStyle,
        TemplateCellKind.Value => ValueStyle,
        TemplateCellKind.Remark => RemarkStyle,
        _ => TextStyle,
    };
}
