using Produktreport.Core.Findings;

namespace Produktreport.Core.Tables.Rows;

/// <summary>How findings speak of cells and of what stands in them.</summary>
internal static class CellFindings
{
    /// <summary>The same finding about a cell or row, with what stands there and what would have been right.</summary>
    public static Finding At(this Finding finding, CellPlace place, string? found = null, string? expected = null) => finding with
    {
        Sheet = place.Sheet,
        Line = place.Line > 0 ? place.Line : null,
        Column = place.Column < 0 ? null : ColumnLetters.Of(place.Column),
        Found = found is null ? null : Shorten(found),
        Expected = expected,
    };

    /// <summary>Text of the sender's beside a message: at most 200 characters.</summary>
    public static string Shorten(string text) => text.Length <= 200 ? text : text[..199] + "…";

    /// <summary>Text of the sender's within a message: in quotation marks, at most 80 characters.</summary>
    public static string Quote(string text) => text.Length <= 80 ? $"„{text}“" : $"„{text[..79]}…“";
}
