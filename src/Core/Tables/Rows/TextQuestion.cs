namespace Produktreport.Core.Tables.Rows;

/// <summary>What is asked of the text of a cell.</summary>
internal delegate bool TextQuestion(ReadOnlySpan<char> text);
