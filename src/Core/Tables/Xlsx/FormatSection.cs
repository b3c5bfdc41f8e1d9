using System.Buffers;
using System.Text;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tables.Xlsx;

/// <summary>What a number format makes of a number.</summary>
internal enum StyleKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A percentage: 0.45 is shown as 45 %.</summary>
    Percent,

    /// <summary>A number shown in thousands or millions.</summary>
    Scaled,

    /// <summary>A date shown with its day.</summary>
    Date,

    /// <summary>A date shown as month and year: <c>Jul 26</c>.</summary>
    Month,

    /// <summary>A date shown as its year: <c>2026</c>.</summary>
    Year,

    /// <summary>A time or duration: 0.0625 is shown as 1:30.</summary>
    Time,

    /// <summary>A number filled up with zeros: <c>0000</c>.</summary>
    Padded,

    /// <summary>Words instead of the number.</summary>
    Words,
}

/// <summary>One section of a number format code: what numbers are shown as under it.</summary>
internal sealed class FormatSection
{
    private static readonly SearchValues<char> Years = SearchValues.Create("yYjJ");
    private static readonly SearchValues<char> Days = SearchValues.Create("dDtT");
    private static readonly SearchValues<char> Months = SearchValues.Create("mM");
    private static readonly SearchValues<char> Times = SearchValues.Create("hHsS");
    private static readonly SearchValues<char> Elapsed = SearchValues.Create("hHmMsS");
    private static readonly SearchValues<char> Signs = SearchValues.Create("€$£%‰.<>~≈±≤≥*†");
    private static readonly SearchValues<char> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> Places = SearchValues.Create("#0?");
    private readonly StringBuilder literals = new();
    private readonly StringBuilder plain = new();

    /// <summary>The words of a date, without the letters that stand for days, months and years.</summary>
    private readonly StringBuilder quoted = new();
    private bool isElapsed;
    private int thousands;
    private int thousandsBeforePoint;

    /// <summary>Reads the section that begins at a position of a code.</summary>
    public FormatSection(string code, int start)
    {
        End = Read(code, start);
        foreach (var general in (string[])["General", "Standard"])
        {
            plain.Replace(general, "#");
            literals.Replace(general, "");
        }

        (Kind, Unit) = (KindOf(), "");
        if (Kind is StyleKind.Number or StyleKind.Scaled or StyleKind.Padded)
            (Kind, Unit) = WithUnit(Kind);
        if (start == 0 && Kind is StyleKind.Number or StyleKind.Padded && ShowsMinus())
            (Kind, Unit) = (StyleKind.Number, $"{Unit} -".TrimStart());
        else if (Kind is StyleKind.Date or StyleKind.Month or StyleKind.Year && quoted.Length > 0)
            Unit = Blanks.Collapse(quoted.ToString());
    }

    /// <summary>The position behind it: that of the semicolon, or the end.</summary>
    public int End { get; }

    /// <summary>When it is used; null where the sign decides.</summary>
    public FormatCondition? Condition { get; private set; }

    /// <summary>What numbers are shown as.</summary>
    public StyleKind Kind { get; }

    /// <summary>To how many digits a <see cref="StyleKind.Padded"/> number is filled up.</summary>
    public int Digits => plain.Length;

    /// <summary>
    /// The unit of the stored number as text, the <see cref="StyleKind.Words"/> shown, or those beside a date; empty where the
    /// format names none.
    /// </summary>
    public string Unit { get; }

    private int Read(string code, int at)
    {
        for (; at < code.Length && code[at] != ';'; at++)
        {
            switch (code[at])
            {
                case '"':
                    var end = Until(code, '"', at);
                    literals.Append(code, at + 1, end - at - 1);
                    TakeWords(code.AsSpan(at + 1, end - at - 1));
                    at = end;
                    break;
                case '[':
                    var closed = Until(code, ']', at);
                    TakeBracket(code.AsSpan(at + 1, closed - at - 1));
                    at = closed;
                    break;
                case '_' or '*':
                    at++;
                    break;
                case '\\' when at + 1 < code.Length:
                    literals.Append(code[++at]);
                    break;
                case 'E' or 'e' when at + 1 < code.Length && code[at + 1] is '+' or '-':
                    plain.Append(code[at++]);
                    break;
                case var c:
                    Take(c);
                    break;
            }
        }

        return Math.Min(at, code.Length);
    }

    /// <summary>Words beside a date; a dot or „Uhr“ behind its parts is none.</summary>
    private void TakeWords(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(Letters) && !text.Contains("Uhr", StringComparison.Ordinal))
            quoted.Append(text).Append(' ');
    }

    private static int Until(string code, char end, int at) =>
        code.IndexOf(end, at + 1) is var found and >= 0 ? found : code.Length;

    /// <summary>A condition, the currency of <c>$€-407</c>, elapsed hours; colours and locales say nothing.</summary>
    private void TakeBracket(ReadOnlySpan<char> bracket)
    {
        if (bracket.StartsWith("$"))
            literals.Append(bracket[1..(bracket.IndexOf('-') is var dash and > 0 ? dash : bracket.Length)]);
        else if (bracket.Length is 1 or 2 && !bracket.ContainsAnyExcept(Elapsed))
            isElapsed = true;
        else
            Condition ??= FormatCondition.Parse(bracket);
    }

    /// <summary>Commas count where no place of a number follows: at the end, or before the decimal point.</summary>
    private void Take(char c)
    {
        if (c == ',')
            thousands++;
        else if (c == '.')
            (thousandsBeforePoint, thousands) = (thousandsBeforePoint + thousands, 0);
        else if (Places.Contains(c))
            thousands = 0;
        if (char.IsLetter(c) || c is '€' or '‰' or ' ' or '\u00A0')
            literals.Append(c);
        if (c is not (',' or '€' or '‰' or ' ' or '\u00A0'))
            plain.Append(c);
    }

    /// <summary>Whether even a positive number is shown with a minus: <c>0-</c>.</summary>
    private bool ShowsMinus() => plain.ToString() is ['-', ..] or [.., '-']
        || literals.ToString().Trim() is ['-', ..] or [.., '-'];

    private StyleKind KindOf()
    {
        var text = plain.ToString();
        if (isElapsed)
            return StyleKind.Time;
        if (text.Length > 0 && text.All(c => c == '0') && Shift == 1)
            return StyleKind.Padded;
        if (text.Contains('%', StringComparison.Ordinal))
            return StyleKind.Percent;
        if (plain.Length > 0 && !IsNumber(text))
            return KindOfDate(text);
        return Shift > 1 ? StyleKind.Scaled : StyleKind.Number;
    }

    /// <summary>Seconds may have decimals: letters of dates decide before the places of a number.</summary>
    private bool IsNumber(string text) =>
        !isElapsed && !text.AsSpan().ContainsAny(Years) && !text.AsSpan().ContainsAny(Times)
        && (text.AsSpan().ContainsAny(Places) || !(text.AsSpan().ContainsAny(Days) || text.AsSpan().ContainsAny(Months)));

    private StyleKind KindOfDate(string text)
    {
        if (text.AsSpan().ContainsAny(Days))
            return StyleKind.Date;
        return text.AsSpan().ContainsAny(Years) ? text.AsSpan().ContainsAny(Months) ? StyleKind.Month : StyleKind.Year
            : isElapsed || text.AsSpan().ContainsAny(Times) ? StyleKind.Time
            : StyleKind.Date;
    }

    private (StyleKind Kind, string Unit) WithUnit(StyleKind kind)
    {
        var words = Literals();
        if (words.Length == 0)
            return (kind, "");
        if (plain.Length == 0 || !plain.ToString().AsSpan().ContainsAny(Places))
            return plain.Length == 0 ? (StyleKind.Words, words) : (kind, "");
        var number = kind == StyleKind.Padded ? StyleKind.Number : kind;
        var scale = MoneyUnit.Of(words + " €");
        if (number == StyleKind.Scaled && scale is not (CellUnit.None or CellUnit.Euro) && MoneyUnit.FactorOf(scale) == Shift)
            return (StyleKind.Scaled, ""); // „39 Tsd.“ for 39,200
        return MoneyUnit.Of(words) is var money and not CellUnit.None ? OfMoney(number, money, words) : (number, words);
    }

    /// <summary>A format that itself shows thousands names the unit of what is shown; the stored number has another.</summary>
    private (StyleKind Kind, string Unit) OfMoney(StyleKind kind, CellUnit shown, string words) =>
        (MoneyUnit.FactorOf(shown) / Shift) switch
        {
            1 => (StyleKind.Number, "€"),
            1_000 => (StyleKind.Number, "T€"),
            1_000_000 => (StyleKind.Number, "Mio. €"),
            1_000_000_000 => (StyleKind.Number, "Mrd. €"),
            _ => (kind, words),
        };

    /// <summary>How many times less than stored is shown.</summary>
    private decimal Shift => (thousandsBeforePoint + thousands) switch { 0 => 1, 1 => 1_000, 2 => 1_000_000, _ => 1_000_000_000 };

    /// <summary>What a reader reads beside the digits: without dashes, brackets and other ornaments.</summary>
    private string Literals()
    {
        var read = new StringBuilder();
        foreach (var c in literals.ToString())
            read.Append(char.IsLetterOrDigit(c) || Signs.Contains(c) ? c : ' ');
        var words = Blanks.Collapse(read.ToString());
        return words.AsSpan().ContainsAnyExcept(' ', '.') ? words : "";
    }
}
