namespace Produktreport.Core.Catalogues.Authoring.Word;

/// <summary>
/// One line of text of a Word document, wherever it stands: in a cell of a table, between tabs, in a content control.
/// </summary>
/// <param name="Text">The text, blanks collapsed; never empty.</param>
/// <param name="Cell">Which cell (or part between tabs) it belongs to; rises through the document.</param>
/// <param name="Paragraph">Which paragraph; rises through the document.</param>
/// <param name="IsUnderlined">Whether all of it is underlined.</param>
internal sealed record WordLine(string Text, int Cell, int Paragraph, bool IsUnderlined);

/// <summary>A drop-down field nobody chose from: where it stands, and what it shows.</summary>
internal sealed record OpenChoice(int Cell, string Shown);
