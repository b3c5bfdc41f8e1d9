using System.Globalization;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Keys;

/// <summary>
/// The period of a row whose year and part of the year stand in columns of their own: <c>Jahr</c> with <c>Halbjahr</c>,
/// <c>Quartal</c> or <c>Monat</c>.
/// </summary>
internal sealed class PeriodParts
{
    private const int AnyYear = 2000;
    private readonly RowSource rows;
    private readonly int year;
    private readonly (PeriodKind Kind, int Column)[] parts;

    /// <summary>Reads the parts that stand in columns.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="year">The column of the year, from 0; −1 where there is none.</param>
    /// <param name="month">The column of the month, from 0; −1 where there is none.</param>
    /// <param name="quarter">The column of the quarter, from 0; −1 where there is none.</param>
    /// <param name="halfYear">The column of the half-year, from 0; −1 where there is none.</param>
    public PeriodParts(RowSource rows, int year, int month, int quarter, int halfYear)
    {
        (this.rows, this.year) = (rows, year);
        (PeriodKind Kind, int Column)[] all =
            [(PeriodKind.Month, month), (PeriodKind.Quarter, quarter), (PeriodKind.HalfYear, halfYear)];
        parts = [.. all.Where(part => part.Column >= 0)];
    }

    /// <summary>Whether there are such columns.</summary>
    public bool Any => year >= 0 || parts.Length > 0;

    /// <summary>Whether they are all blank in the current row.</summary>
    public bool AreEmpty => Text(year).IsEmpty && Array.TrueForAll(parts, part => Text(part.Column).IsEmpty);

    /// <summary>The texts of the current row.</summary>
    public string Texts =>
        string.Join(' ', parts.Select(part => part.Column).Prepend(year).Select(column => Text(column).ToString()));

    /// <summary>The period of the current row, or why there is none; neither where the columns are blank.</summary>
    /// <param name="said">The year that a title gives; null where none does.</param>
    /// <param name="whole">The year in the header of the value; null where it says none.</param>
    /// <param name="header">The part of a year in the header of the value, and its column; null where it says none.</param>
    public (Period? Period, Finding? Why) Read(
        int? said, Period? whole = null, (PeriodReading.WithoutYear Part, int Column)? header = null)
    {
        var (known, wrong) = Year();
        known = whole?.Year ?? known;
        var part = wrong is null ? Part(header, known, out wrong) : null;
        if (wrong is not null)
            return (null, wrong);
        if (part is var (found, place, own))
            return (known ?? own ?? said) is { } of
                ? (found.Of(of), null)
                : (null, PeriodFindings.WhyNoPeriod(place, Text(place.Column).ToString(), found, null));
        return (known, whole, parts) switch
        {
            (null, _, _) => (null, null),
            (_, { } ofHeader, _) => (ofHeader, null),
            (_, _, [var (kind, index), ..]) =>
                (null, DeliveryFindings.MissingKey(new CellPlace(rows.Line, index), kind.GermanName())),
            ({ } of, _, _) => (Period.OfYear(of), null),
        };
    }

    /// <summary>
    /// The period of the column <c>Periode</c>, where it agrees with the other columns of the current row, and the year from
    /// these where it names none; or why there is none.
    /// </summary>
    public (Period? Period, Finding? Why) ReadBeside(PeriodReading? own, CellPlace place, string text)
    {
        var (known, wrong) = Year();
        if (wrong is not null)
            return (null, wrong);
        var period = own is PeriodReading.WithoutYear part && known is { } of ? part.Of(of)
            : own is PeriodReading.Whole whole ? whole.Period : default;
        if (period == default)
            return (null, PeriodFindings.WhyNoPeriod(place, text, own, known));
        return (known is { } other && other != period.Year) || Array.Exists(parts, each => ContradictsPart(each, period))
            ? (null, DeliveryFindings.PeriodPartsContradict(place, text, "Periode"))
            : (period, null);
    }

    private bool ContradictsPart((PeriodKind Kind, int Column) part, Period period) =>
        Text(part.Column) is { IsEmpty: false } text && PartOf(part.Kind, text) is var (named, own)
            && !named.Of(own ?? period.Year).Contains(period);

    private (int? Year, Finding? Why) Year()
    {
        var text = Text(year);
        return text.IsEmpty ? (null, null)
            : PeriodText.TryParse(text, out var period) && period.Kind == PeriodKind.Year ? (period.Year, null)
            : (null, DeliveryFindings.UnknownPeriod(new CellPlace(rows.Line, year), text.ToString()));
    }

    /// <summary>
    /// The finest part that is named, by the header or the row, with the year where its own cell gives one; those around it must
    /// hold it.
    /// </summary>
    private (PeriodReading.WithoutYear Part, CellPlace Place, int? Year)? Part(
        (PeriodReading.WithoutYear Part, int Column)? header, int? known, out Finding? wrong)
    {
        wrong = null;
        (PeriodReading.WithoutYear Part, CellPlace Place, int? Year)? finest =
            header is var (said, column) ? (said, new CellPlace(rows.Line, column), null) : null;
        foreach (var (kind, index) in parts)
        {
            var text = Text(index);
            if (text.IsEmpty)
                continue;
            var place = new CellPlace(rows.Line, index);
            if (PartOf(kind, text) is not var (part, own))
                wrong = DeliveryFindings.UnknownPeriod(place, text.ToString());
            else if ((own is not null && known is not null && own != known)
                || (finest is { Part: var other } && !part.Of(AnyYear).Contains(other.Of(AnyYear))))
                wrong = DeliveryFindings.PeriodPartsContradict(place, text.ToString(), kind.GermanName());
            else
                finest ??= (part, place, own);
            if (wrong is not null)
                return null;
        }

        return finest;
    }

    /// <summary><c>3</c>, <c>03</c>, <c>III</c>, <c>Q3</c>, <c>3. Quartal</c>, <c>Juli</c>; with a year <c>Q3 2026</c>.</summary>
    private static (PeriodReading.WithoutYear Part, int? Year)? PartOf(PeriodKind kind, ReadOnlySpan<char> text) =>
        PeriodText.Read(text) switch
        {
            PeriodReading.WithoutYear part when part.Kind == kind => (part, null),
            PeriodReading.Whole { Period: var period } when period.Kind == kind =>
                (new PeriodReading.WithoutYear(kind, period.Number), period.Year),
            // In a column of quarters „3/2026“ is no month.
            PeriodReading.Whole { Period: { Kind: PeriodKind.Month } month }
                when text is [>= '1' and <= '4', not (>= '0' and <= '9'), ..] && month.Number <= 12 / kind.Months() =>
                (new PeriodReading.WithoutYear(kind, month.Number), month.Year),
            PeriodReading.WithoutYear or PeriodReading.Whole => null,
            _ => NumberOf(text) is var number and >= 1 && number <= 12 / kind.Months()
                ? (new PeriodReading.WithoutYear(kind, number), null)
                : null,
        };

    private static int NumberOf(ReadOnlySpan<char> text) => text.TrimEnd('.') switch
    {
        "I" => 1,
        "II" => 2,
        "III" => 3,
        "IV" => 4,
        var digits => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
    };

    private ReadOnlySpan<char> Text(int column) => column < 0 ? default : TextFormula.Unwrap(Blanks.Trim(rows.Cell(column)));
}
