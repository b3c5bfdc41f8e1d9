using Produktreport.Core.Deliveries.Numbers;

namespace Produktreport.Core.Deliveries.Profiles;

/// <summary>
/// A sum whose number format may still be open: cells with two readings are added up in both, so that no cell need be kept.
/// </summary>
internal struct RunningSum
{
    private decimal certain;
    private decimal comma;
    private decimal point;

    /// <summary>Adds a cell times a factor.</summary>
    public void Add(in CellValue cell, decimal factor)
    {
        if (cell.Waiting.IsAmbiguous)
            AddBoth(cell.Waiting, cell.Factor * factor);
        else if (cell.Value is { } value)
            certain += factor switch { 1 => value, -1 => -value, _ => value * factor };
    }

    /// <summary>Adds another sum.</summary>
    public void Add(in RunningSum other)
    {
        certain += other.certain;
        comma += other.comma;
        point += other.point;
    }

    /// <summary>The sum under a decimal mark.</summary>
    public readonly decimal With(char? decimalMark) => certain + (decimalMark == '.' ? point : comma);

    private void AddBoth(in NumberReading reading, decimal factor)
    {
        comma += reading.ValueWith(',')!.Value * factor;
        point += reading.ValueWith('.')!.Value * factor;
    }
}
