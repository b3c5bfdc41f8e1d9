using System.Globalization;

namespace Produktreport.Core.Tables.Rows;

/// <summary>The units a cell may carry beside its digits.</summary>
internal enum CellUnit : byte
{
    /// <summary>None.</summary>
    None,

    /// <summary><c>€</c>, <c>EUR</c>, <c>Euro</c>.</summary>
    Euro,

    /// <summary><c>T€</c>, <c>Tsd. EUR</c>: thousands of euro.</summary>
    ThousandEuro,

    /// <summary><c>%</c></summary>
    Percent,

    /// <summary>Other letters: must be the figure's own unit.</summary>
    Other,

    /// <summary><c>Mio. €</c></summary>
    MillionEuro,

    /// <summary><c>Mrd. €</c></summary>
    BillionEuro,

    /// <summary>Declared amounts that are neither euro nor thousands of them: <c>Cent</c>, <c>US-Dollar</c>.</summary>
    Foreign,
}

/// <summary>
/// The digits of a number, at most 28 (<see cref="High"/> × 2^64 + <see cref="Low"/>), and both ways to read the marks between
/// them: with a decimal comma and with a decimal point. A scale is the number of decimals under that reading; −1 = the marks
/// cannot be read so. The default is no number.
/// </summary>
internal readonly record struct NumberReading
{
    /// <summary>
    /// The digits below which a number is short: as a whole, and many of them added up, they fit a <c>long</c>.
    /// </summary>
    public const long ShortDigits = 1_000_000_000_000_000;

    // Two words, which travel in registers: a structure of small fields is written piece by piece, and reading it back as a
    // whole must wait for that.
    private const int CommaAt = 32;
    private const int PointAt = 37;
    private const int SignAt = 42;
    private const int UnitAt = 43;
    private const int RegularAt = 46;
    private const int MarkAt = 48;
    private const ulong Scales = 0x1FUL << CommaAt | 0x1FUL << PointAt;
    private readonly ulong rest;

    /// <summary>A number of up to 28 digits.</summary>
    public NumberReading(UInt128 digits, bool isNegative, sbyte commaScale, sbyte pointScale, char firstMark, CellUnit unit)
        : this((ulong)(digits & ulong.MaxValue), (uint)(digits >> 64), isNegative, commaScale, pointScale, firstMark, unit)
    {
    }

    /// <summary>A number of up to 28 digits.</summary>
    public NumberReading(ulong low, uint high, bool isNegative, sbyte commaScale, sbyte pointScale, char firstMark, CellUnit unit)
        : this(low, high | With(commaScale,
            pointScale) | (isNegative ? 1UL << SignAt : 0) | (ulong)unit << UnitAt | (ulong)firstMark << MarkAt)
    {
    }

    /// <summary>A number of up to 18 digits without a unit.</summary>
    public NumberReading(
        ulong digits, bool isNegative, sbyte commaScale, sbyte pointScale, char firstMark, bool isRegular)
        : this(digits, With(commaScale, pointScale) | (isNegative ? 1UL << SignAt : 0) | (isRegular ? 1UL << RegularAt : 0)
            | (ulong)firstMark << MarkAt)
    {
    }

    private NumberReading(ulong low, ulong rest) => (Low, this.rest) = (low, rest);

    /// <summary>The lower 64 bits of the digits.</summary>
    public ulong Low { get; }

    /// <summary>The bits of the digits above.</summary>
    public uint High => (uint)(rest & uint.MaxValue);

    /// <summary>Whether the number has a minus.</summary>
    public bool IsNegative => (rest >> SignAt & 1) != 0;

    /// <summary>The decimals with a decimal comma; −1 where that cannot be.</summary>
    public sbyte CommaScale => unchecked((sbyte)(CommaBits - 1));

    /// <summary>The decimals with a decimal point; −1 where that cannot be.</summary>
    public sbyte PointScale => unchecked((sbyte)(PointBits - 1));

    /// <summary>The unit beside the digits.</summary>
    public CellUnit Unit => (CellUnit)(rest >> UnitAt & 7);

    /// <summary>The first mark between the digits; NUL where there is none.</summary>
    public char FirstMark => (char)(rest >> MarkAt);

    /// <summary>Whether there is a reading at all.</summary>
    public bool IsNumber => (rest & Scales) != 0;

    /// <summary>
    /// Whether the text of the cell follows from the value: its digits, perhaps with a minus and a decimal comma.
    /// </summary>
    public bool IsRegular => (rest >> RegularAt & 1) != 0;

    /// <summary>The text of a regular cell.</summary>
    /// <param name="value">Its value.</param>
    public static string RegularText(decimal value) => value.ToString(CultureInfo.InvariantCulture).Replace('.', ',');

    /// <summary>Whether the two readings give different numbers.</summary>
    public bool IsAmbiguous => CommaBits != PointBits && CommaBits != 0 && PointBits != 0 && !IsZero;

    /// <summary>Whether only a decimal comma makes this a number.</summary>
    public bool NeedsComma => CommaBits != 0 && PointBits == 0;

    /// <summary>Whether only a decimal point makes this a number.</summary>
    public bool NeedsPoint => PointBits != 0 && CommaBits == 0;

    /// <summary>Whether the digits stay below <see cref="ShortDigits"/>.</summary>
    public bool IsShort => High == 0 && Low < ShortDigits;

    /// <summary>The digits of a short number with its sign: the value times 10 to the power of <see cref="Scale"/>.</summary>
    public long SignedDigits => IsNegative ? -(long)Low : (long)Low;

    /// <summary>The decimals of the only reading there is; with a decimal comma while <see cref="IsAmbiguous"/>.</summary>
    public sbyte Scale => CommaBits != 0 ? CommaScale : PointScale;

    /// <summary>The only value there is; with a decimal comma while <see cref="IsAmbiguous"/>.</summary>
    public decimal Value => With(Scale);

    /// <summary>The value with this decimal mark; null where the marks cannot be read so.</summary>
    public decimal? ValueWith(char decimalMark) =>
        (decimalMark == ',' ? CommaScale : PointScale) is var scale and >= 0 ? With(scale) : null;

    /// <summary>
    /// The value with a decimal mark, as far as one is decided and the marks can be read so; else <see cref="Value"/>.
    /// </summary>
    public decimal ValueUnder(char? decimalMark) => decimalMark is { } mark ? ValueWith(mark) ?? Value : Value;

    /// <summary>The same number with the reading under a decimal mark, which must be possible, as the only one.</summary>
    public NumberReading Settled(char decimalMark)
    {
        var scale = decimalMark == ',' ? CommaScale : PointScale;
        return new NumberReading(Low, (rest & ~Scales) | With(scale, scale));
    }

    /// <summary>
    /// The thousands mark under a decimal mark: the first mark, unless that is the decimal one; NUL where nothing is grouped.
    /// </summary>
    public char ThousandsMarkWith(char decimalMark) => FirstMark == decimalMark ? '\0' : FirstMark;

    /// <summary>A number by its type: the same under both marks.</summary>
    public static bool TryExact(ReadOnlySpan<char> text, out NumberReading reading)
    {
        reading = default;
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture,
            out var value))
            return false;
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var low = ((ulong)unchecked((uint)bits[1]) << 32) | unchecked((uint)bits[0]);
        reading = new NumberReading(low, unchecked((uint)bits[2]), value < 0, (sbyte)value.Scale, (sbyte)value.Scale, '\0',
            CellUnit.None);
        return true;
    }

    private static ulong With(sbyte commaScale, sbyte pointScale) =>
        unchecked((ulong)(commaScale + 1) << CommaAt | (ulong)(pointScale + 1) << PointAt);

    // The scales plus one; 0 where there is no such reading.
    private int CommaBits => (int)(rest >> CommaAt & 0x1F);

    private int PointBits => (int)(rest >> PointAt & 0x1F);

    private bool IsZero => Low == 0 && High == 0;

    private decimal With(sbyte scale) =>
        new(unchecked((int)Low), unchecked((int)(Low >> 32)), unchecked((int)High), IsNegative && !IsZero, (byte)scale);
}
