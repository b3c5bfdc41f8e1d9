using System.Buffers;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>
/// What the texts of a column that a profile does not read say of its rows: that one repeats others (<c>davon Beamte</c>,
/// <c>Summe Aufwand</c>), that it was booked in a year for which nothing is read, or that it is of another version.
/// </summary>
internal sealed class UnreadTexts
{
    private static readonly SearchValues<string> NamesOfTimes = SearchValues.Create(
        ["datum", "buchung", "beleg", "periode", "monat", "valuta", "wertstellung", "zeitraum"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> OtherTimes = SearchValues.Create(
        ["geburt", "druck", "erstell", "änder", "fällig", "stand", "erfass", "nummer", "text", "art"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Columns whose rows are seldom all to be added up.</summary>
    private static readonly HashSet<string> NamesOfKinds = new(StringComparer.OrdinalIgnoreCase)
    {
        "Version", "Planversion", "Variante", "Szenario", "Wertart", "Werttyp", "Status", "Belegstatus", "Storno", "Storniert",
        "Stornokennzeichen", "Storno-Kz", "Storno-Kz.", "StornoKz", "Generalumkehr", "GU", "Mandant", "Buchungskreis", "Einheit",
        "Mengeneinheit", "ME",
    };

    /// <summary>Columns of whole sentences or of names, in which a sum is one of many words.</summary>
    private static readonly SearchValues<string> NamesOfSentences = SearchValues.Create(
        ["buchungstext", "zweck", "bemerkung", "notiz", "kommentar", "belegtext", "partner", "lieferant", "kreditor", "debitor",
            "empfänger", "zahler", "firma", "kunde"],
        StringComparison.OrdinalIgnoreCase);

    private const int MostKinds = 20;
    private readonly RowSource rows;
    private readonly int column;
    private readonly string? name;
    private readonly ImportProfile profile;
    private readonly FindingList findings;
    private readonly HashSet<int> years;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> knownSpans;
    private readonly bool isWatched;
    private readonly bool isOfTime;
    private readonly bool isOfKinds;
    private readonly bool isOfLabels;
    private (CellPlace Place, string Text)? part;
    private (CellPlace Place, string Text)? strange;
    private (CellPlace Place, string Text)? carried;
    private bool hasPlain;
    private bool hasRight;

    /// <summary>Watches a column.</summary>
    public UnreadTexts(RowSource rows, int column, ProfileColumns header, ImportProfile profile, FindingList findings)
    {
        (this.rows, this.column, this.profile, this.findings) = (rows, column, profile, findings);
        (name, isWatched) = (header.NameOf(column), header.Line > 0);
        knownSpans = known.GetAlternateLookup<ReadOnlySpan<char>>();
        years = [.. profile.Values.Select(value => value.Period?.Year ?? 0)];
        isOfTime = profile.PeriodColumns == PeriodColumns.None && !years.Contains(0) && name is not null
            && name.AsSpan().ContainsAny(NamesOfTimes) && !name.AsSpan().ContainsAny(OtherTimes);
        isOfKinds = IsOfKinds(name);
        isOfLabels = !IsOfSentences(name);
    }

    /// <summary>Whether a header is that of a column whose rows are seldom all to be added up.</summary>
    public static bool IsOfKinds(string? name) => name is not null && NamesOfKinds.Contains(name);

    /// <summary>Whether a header is that of a column of whole sentences.</summary>
    public static bool IsOfSentences(string? name) => name is not null && name.AsSpan().ContainsAny(NamesOfSentences);

    /// <summary>
    /// Whether a cell may be a label for others, or a Vortrag: few texts begin so. Blanks may stand before one.
    /// </summary>
    public static bool IsWorthALook(ReadOnlySpan<char> cell) =>
        cell.Length < 2 || cell[0] is 'V' or 'v' || TotalLabel.MayBegin(cell[0], cell[1]);

    /// <summary>Whether nothing is left to be seen but texts that are worth a look.</summary>
    public bool IsSettled => hasPlain && !isOfTime && !isOfKinds && isWatched;

    /// <summary>The column, from 0.</summary>
    public int Column => column;

    /// <summary>Looks at the current row, which counts.</summary>
    public void Look()
    {
        var text = Blanks.Trim(rows.Cell(column));
        if (isOfKinds)
            LookAtKind(text);
        else if (text.IsEmpty)
            return;
        else if (isOfTime)
            LookAtTime(text);
        else if (!IsWorthALook(text))
            hasPlain = true;
        else if (isOfLabels && text.StartsWith("Vortrag", StringComparison.OrdinalIgnoreCase))
            carried ??= (new CellPlace(rows.Line, column), text.ToString());
        else if (!(TotalLabel.IsPart(text) || (isOfLabels && text.Length > 2 && TotalLabel.IsMatch(text))))
            hasPlain = true;
        else
            part ??= (new CellPlace(rows.Line, column), text.ToString());
    }

    private void LookAtKind(ReadOnlySpan<char> text)
    {
        if (known.Count >= MostKinds || knownSpans.Contains(text))
            return;
        knownSpans.Add(text);
        if (known.Count == 2)
            strange = (new CellPlace(rows.Line, column), text.ToString());
    }

    /// <summary>Adds what is wrong.</summary>
    public void Report()
    {
        if (hasPlain && part is var (place, text))
            findings.Add(DeliveryFindings.TotalAmongRows(place, text, profile.Values[0].Column));
        if (carried is var (start, vortrag))
            findings.Add(DeliveryFindings.KindsAddedUp(start, name ?? ColumnLetters.Of(column), [vortrag]));
        if (strange is not var (first, found))
            return;
        if (isOfKinds)
        {
            findings.Add(
                DeliveryFindings.KindsAddedUp(first, name!, [.. known.Select(each => each.Length == 0 ? "leer" : each)]));
            return;
        }

        findings.Add(hasRight
            ? DeliveryFindings.OtherYearAmongRows(first, found, name!)
            : DeliveryFindings.UnreadColumnDecides(first, name!, [found]));
    }

    private void LookAtTime(ReadOnlySpan<char> text)
    {
        if (knownSpans.Contains(text))
            return;
        if (known.Count < short.MaxValue)
            knownSpans.Add(text);
        int? year = PeriodText.Read(text) switch
        {
            PeriodReading.Day day => day.Date.Year,
            PeriodReading.Whole whole => whole.Period.Year,
            _ => null,
        };
        if (year is { } said && years.Contains(said))
            hasRight = true;
        else if (year is not null)
            strange ??= (new CellPlace(rows.Line, column), text.ToString());
    }
}
