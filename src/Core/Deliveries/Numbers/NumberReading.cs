namespace Produktreport.Core.Deliveries.Numbers;

/// <summary>The units a cell may carry beside its digits.</summary>
internal enum CellUnit
{
    /// <summary>None.</summary>
    None,

    /// <summary><c>€</c>, <c>EUR</c>, <c>Euro</c>.</summary>
    Euro,

    /// <summary><c>T€</c>, <c>TEUR</c>: thousands of euro.</summary>
    ThousandEuro,

    /// <summary><c>%</c></summary>
    Percent,

    /// <summary>Other letters: must be the figure's own unit.</summary>
    Other,
}

/// <summary>
/// The digits of a number and both ways to read the marks between them: with a decimal comma and with a decimal point. A scale is
/// the number of decimals under that reading; −1 = the marks cannot be read so. <c>FirstMark</c> is the first mark, NUL where there is none.
/// </summary>
internal readonly record struct NumberReading(UInt128 Digits, bool IsNegative, sbyte CommaScale, sbyte PointScale, char FirstMark, CellUnit Unit)
{
    /// <summary>Whether there is a reading at all.</summary>
    public bool IsNumber => CommaScale >= 0 || PointScale >= 0;

    /// <summary>Whether the two readings give different numbers.</summary>
    public bool IsAmbiguous => CommaScale >= 0 && PointScale >= 0 && CommaScale != PointScale && Digits != 0;

    /// <summary>Whether only a decimal comma makes this a number.</summary>
    public bool NeedsComma => CommaScale >= 0 && PointScale < 0;

    /// <summary>Whether only a decimal point makes this a number.</summary>
    public bool NeedsPoint => PointScale >= 0 && CommaScale < 0;

    /// <summary>The only value there is; meaningless while <see cref="IsAmbiguous"/>.</summary>
    public decimal Value => With(CommaScale >= 0 ? CommaScale : PointScale);

    /// <summary>The value with this decimal mark; null where the marks cannot be read so.</summary>
    public decimal? ValueWith(char decimalMark) =>
        (decimalMark == ',' ? CommaScale : PointScale) is var scale and >= 0 ? With(scale) : null;

    /// <summary>The thousands mark under a decimal mark: the first mark, unless that is the decimal one; NUL where nothing is grouped.</summary>
    public char ThousandsMarkWith(char decimalMark) => FirstMark == decimalMark ? '\0' : FirstMark;

    /// <summary>A number by its type: the same under both marks.</summary>
    public static bool TryExact(ReadOnlySpan<char> text, out NumberReading reading)
    {
        reading = default;
        if (!decimal.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value))
            return false;
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = ((UInt128)unchecked((uint)bits[2]) << 64) | ((UInt128)unchecked((uint)bits[1]) << 32) | unchecked((uint)bits[0]);
        reading = new NumberReading(digits, value < 0, (sbyte)value.Scale, (sbyte)value.Scale, '\0', CellUnit.None);
        return true;
    }

    private decimal With(sbyte scale)
    {
        var low = (ulong)(Digits & ulong.MaxValue);
        return new decimal(unchecked((int)low), unchecked((int)(low >> 32)), unchecked((int)(uint)(Digits >> 64)), IsNegative && Digits != 0, (byte)scale);
    }
}
