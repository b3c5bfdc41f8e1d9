namespace Produktreport.Core.Pdf.Layout;

/// <summary>A part of the text flow: a heading, a paragraph, a table, a chart.</summary>
public abstract record Block
{
    private protected Block()
    {
    }

    /// <summary>Breaks lines and measures, for the width available.</summary>
    internal abstract ArrangedBlock Arrange(StyleSheet styles, double width);
}
