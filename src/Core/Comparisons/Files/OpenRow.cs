using System.Globalization;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Comparisons.Files;

/// <summary>One figure as a file states it, field by field.</summary>
internal abstract class OpenRow
{
    /// <summary>How numbers are written: with a comma in CSV, with a point in JSON.</summary>
    public abstract NumberFormatInfo Numbers { get; }

    /// <summary>An example of such a number.</summary>
    public abstract string Example { get; }

    /// <summary>The row's line, from 1.</summary>
    public abstract int Line { get; }

    /// <summary>The text of a field without blanks around it; empty where there is none. Valid until the next row.</summary>
    public abstract ReadOnlySpan<char> Text(OpenField field);

    /// <summary>Where a field stands.</summary>
    public abstract CellPlace Place(OpenField field);
}
