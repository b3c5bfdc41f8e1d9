using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>
/// A sum whose number format may still be open: cells with two readings are added up in both, so that no cell need be kept.
/// Short numbers with as many decimals as the one before are added as whole numbers, which is as exact and much quicker.
/// </summary>
internal struct RunningSum
{
    /// <summary>Together with one more short number this is still a <c>long</c>.</summary>
    private const long MostDigits = long.MaxValue - NumberReading.ShortDigits;

    private decimal certain;
    private decimal comma;
    private decimal point;
    private long digits;
    private sbyte scale;

    /// <summary>Adds a cell times a factor.</summary>
    public void Add(in CellValue cell, Factor factor)
    {
        var sign = cell.Factor.Sign * factor.Sign;
        if (cell.IsWaiting)
            AddBoth(cell, factor);
        else if (sign != 0 && cell.Mark == CellMark.None && cell.Reading.IsShort)
            AddDigits(sign * cell.Reading.SignedDigits, cell.Reading.Scale);
        else if (cell.Value is { } value)
            certain += factor.Of(value);
    }

    /// <summary>Adds another sum.</summary>
    public void Add(in RunningSum other)
    {
        certain += other.certain + other.InDigits;
        comma += other.comma;
        point += other.point;
    }

    /// <summary>The sum under a decimal mark.</summary>
    public readonly decimal With(char? decimalMark) => certain + InDigits + (decimalMark == '.' ? point : comma);

    private readonly decimal InDigits
    {
        get
        {
            var size = Math.Abs(digits);
            return new decimal(unchecked((int)size), (int)(size >> 32), 0, digits < 0, (byte)scale);
        }
    }

    private void AddDigits(long added, sbyte decimals)
    {
        if (decimals != scale || digits is > MostDigits or < -MostDigits)
        {
            certain += InDigits;
            (digits, scale) = (0, decimals);
        }

        digits += added;
    }

    private void AddBoth(in CellValue cell, Factor factor)
    {
        comma += factor.Of(cell.ValueWith(','));
        point += factor.Of(cell.ValueWith('.'));
    }
}
