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

    private long digits;
    private sbyte scale;
    private decimal certain;
    private decimal comma;
    private decimal point;

    /// <summary>Adds a cell.</summary>
    public void Add(in CellReading cell)
    {
        if (cell.IsWaiting)
            AddBoth(cell);
        else if (cell.Factor.Sign != 0 && cell.Mark == CellMark.None && cell.Reading.IsShort)
            AddDigits(cell.Factor.Sign * cell.Reading.SignedDigits, cell.Reading.Scale);
        else if (cell.Value is { } value)
            certain += value;
    }

    /// <summary>Adds another sum times a factor.</summary>
    public void Add(in RunningSum other, Factor factor)
    {
        certain += factor.Of(other.certain + other.InDigits);
        comma += factor.Of(other.comma);
        point += factor.Of(other.point);
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

    private void AddBoth(in CellReading cell)
    {
        comma += cell.ValueWith(',');
        point += cell.ValueWith('.');
    }
}
