namespace Produktreport.Core.Deliveries.Numbers;

/// <summary>The units a cell may carry beside its digits.</summary>
internal enum CellUnit : byte
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
/// The digits of a number, at most 28 (<c>High</c> × 2^64 + <c>Low</c>), and both ways to read the marks between them: with a decimal comma and
/// with a decimal point. A scale is the number of decimals under that reading; −1 = the marks cannot be read so. <c>FirstMark</c> is the first mark,
/// NUL where there is none.
/// </summary>
internal readonly record struct NumberReading(ulong Low, uint High, bool IsNegative, sbyte CommaScale, sbyte PointScale, char FirstMark, CellUnit Unit)
{
    /// <summary>The digits below which a number is short: as a whole, and many of them added up, they fit a <c>long</c>.</summary>
    public const long ShortDigits = 1_000_000_000_000_000;

    /// <summary>A number of up to 28 digits.</summary>
    public NumberReading(UInt128 digits, bool isNegative, sbyte commaScale, sbyte pointScale, char firstMark, CellUnit unit)
        : this((ulong)(digits & ulong.MaxValue), (uint)(digits >> 64), isNegative, commaScale, pointScale, firstMark, unit)
    {
    }

    /// <summary>Whether there is a reading at all.</summary>
    public bool IsNumber => CommaScale >= 0 || PointScale >= 0;

    /// <summary>Whether the two readings give different numbers.</summary>
    public bool IsAmbiguous => CommaScale >= 0 && PointScale >= 0 && CommaScale != PointScale && !IsZero;

    /// <summary>Whether only a decimal comma makes this a number.</summary>
    public bool NeedsComma => CommaScale >= 0 && PointScale < 0;

    /// <summary>Whether only a decimal point makes this a number.</summary>
    public bool NeedsPoint => PointScale >= 0 && CommaScale < 0;

    /// <summary>Whether the digits stay below <see cref="ShortDigits"/>.</summary>
    public bool IsShort => High == 0 && Low < ShortDigits;

    /// <summary>The digits of a short number with its sign: the value times 10 to the power of <see cref="Scale"/>.</summary>
    public long SignedDigits => IsNegative ? -(long)Low : (long)Low;

    /// <summary>The decimals of the only reading there is; with a decimal comma while <see cref="IsAmbiguous"/>.</summary>
    public sbyte Scale => CommaScale >= 0 ? CommaScale : PointScale;

    /// <summary>The only value there is; with a decimal comma while <see cref="IsAmbiguous"/>.</summary>
    public decimal Value => With(Scale);

    /// <summary>The value with this decimal mark; null where the marks cannot be read so.</summary>
    public decimal? ValueWith(char decimalMark) =>
        (decimalMark == ',' ? CommaScale : PointScale) is var scale and >= 0 ? With(scale) : null;

    /// <summary>The same number with the reading under a decimal mark, which must be possible, as the only one.</summary>
    public NumberReading Settled(char decimalMark)
    {
        var scale = decimalMark == ',' ? CommaScale : PointScale;
        return this with { CommaScale = scale, PointScale = scale };
    }

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
        var low = ((ulong)unchecked((uint)bits[1]) << 32) | unchecked((uint)bits[0]);
        reading = new NumberReading(low, unchecked((uint)bits[2]), value < 0, (sbyte)value.Scale, (sbyte)value.Scale, '\0', CellUnit.None);
        return true;
    }

    private bool IsZero => Low == 0 && High == 0;

    private decimal With(sbyte scale) =>
        new(unchecked((int)Low), unchecked((int)(Low >> 32)), unchecked((int)High), IsNegative && !IsZero, (byte)scale);
}
