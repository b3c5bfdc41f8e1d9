using System.Text;
using Produktreport.Core.Deliveries.Numbers;

namespace Produktreport.Core.Deliveries.Templates;

/// <summary>A template as CSV that German Excel opens right: UTF-8 with byte order mark, semicolons, decimal commas.</summary>
public static class CsvTemplate
{
    /// <summary>
    /// The line of the first row, as findings name it; the others follow line by line where no cell has a break.
    /// </summary>
    public const int FirstLine = 4;

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(DeliveryTemplate template)
    {
        var text = new StringBuilder();
        text.Append(Cell(TextFormula.Escape(TemplateColumns.Title(template)))).Append("\r\n");
        text.Append(TemplateColumns.Format).Append("\r\n");
        text.AppendJoin(';', TemplateColumns.All.Select(column => column.Name)).Append("\r\n");
        foreach (var row in template.Rows)
            text.AppendJoin(';', TemplateColumns.All.Select(column => Cell(Text(column, row)))).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Text(TemplateColumn column, TemplateRow row) => column switch
    {
        { Kind: TemplateCellKind.Number } => column.Text(row).Replace('.', ','),
        // A minus is a minus: what is no number, the reader rejects.
        { Kind: TemplateCellKind.Value } => column.Text(row),
        { Name: "Produkt" or "Leistung" } => TextFormula.Wrap(column.Text(row)),
        _ => TextFormula.Escape(column.Text(row)),
    };

    private static string Cell(string text) =>
        text.AsSpan().IndexOfAny(";\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
