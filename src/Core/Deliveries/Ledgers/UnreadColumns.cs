using System.Globalization;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Messages;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>
/// Columns that a profile does not read although they tell its rows apart: Soll and Haben, Plan and Ist, years, currencies. Added
/// up without them, amounts would be doubled, or count with the wrong sign.
/// </summary>
internal sealed class UnreadColumns(RowSource rows, ProfileColumns header, ImportProfile profile, FindingList findings)
{
    private const int MaximumTexts = 40;
    private static readonly HashSet<string> YearNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Jahr", "Haushaltsjahr", "HHJ", "HH-Jahr", "Geschäftsjahr", "GJahr", "GJ", "Rechnungsjahr", "Wirtschaftsjahr", "Planjahr",
    };

    private static readonly HashSet<string> Currencies = new(StringComparer.OrdinalIgnoreCase)
    {
        "EUR", "€", "Euro", "USD", "$", "CHF", "GBP", "£", "DM", "DEM", "DKK", "PLN", "CZK", "SEK", "NOK", "JPY", "HUF",
    };

    private List<Candidate>? candidates;
    private List<UnreadTexts> unread = [];

    /// <summary>What the texts of a column may tell of amounts; several while it is open.</summary>
    [Flags]
    private enum Meanings
    {
        None = 0,
        Side = 1,
        Art = 2,
        Year = 4,
        Currency = 8,
    }

    /// <summary>Looks at the current row, which counts.</summary>
    public void Look()
    {
        candidates ??= Unread();
        foreach (var column in unread)
            column.Look();
        for (var at = candidates.Count - 1; at >= 0; at--)
        {
            var candidate = candidates[at];
            var text = Blanks.Trim(rows.Cell(candidate.Column));
            if (text.IsEmpty || text.SequenceEqual(candidate.Last))
                continue;
            candidate.Last = text.ToString();
            candidate.Meanings &= MeaningsOf(candidate);
            candidate.Texts.TryAdd(candidate.Last, rows.Line);
            if (candidate.Meanings == Meanings.None || candidate.Texts.Count > MaximumTexts)
                candidates.RemoveAt(at);
        }
    }

    /// <summary>Adds an error for every column that tells rows apart.</summary>
    public void Report()
    {
        var said = new HashSet<int>();
        foreach (var candidate in (candidates ?? []).OrderBy(each => each.Column))
        {
            if (candidate.Texts.Count > 0 && TellsApart(candidate))
            {
                said.Add(candidate.Column);
                findings.Add(DeliveryFindings.UnreadColumnDecides(
                    new CellPlace(candidate.Texts.Values.First(), candidate.Column),
                    candidate.Name ?? ColumnLetters.Of(candidate.Column), [.. candidate.Texts.Keys]));
            }
        }

        foreach (var column in unread.Where(column => !said.Contains(column.Column)))
            column.Report();
    }

    private List<Candidate> Unread()
    {
        var read = profile.Columns.Select(name => header[name]).ToHashSet();
        var columns = Enumerable.Range(0, header.Line > 0 ? header.Count : rows.Count)
            .Where(column => !read.Contains(column)).ToList();
        unread = [.. columns.Select(column => new UnreadTexts(rows, column, header.NameOf(column), profile, findings))];
        return [.. columns.Select(column => new Candidate(column, header.NameOf(column)))];
    }

    private static Meanings MeaningsOf(Candidate candidate) =>
        (BookingSide.IsSoll(candidate.Last) || BookingSide.IsHaben(candidate.Last) ? Meanings.Side : Meanings.None)
        | (Scenarios.Parse(candidate.Last) is not null ? Meanings.Art : Meanings.None)
        | (candidate.Name is { } name && YearNames.Contains(name) && YearOf(candidate.Last) is not null
            ? Meanings.Year : Meanings.None)
        | (Currencies.Contains(candidate.Last) ? Meanings.Currency : Meanings.None);

    private bool TellsApart(Candidate candidate)
    {
        var texts = candidate.Texts.Keys;
        if (candidate.Meanings.HasFlag(Meanings.Side) && texts.Any(BookingSide.IsSoll) && texts.Any(BookingSide.IsHaben))
            return true;
        if (candidate.Meanings.HasFlag(Meanings.Art))
        {
            var said = texts.Select(text => Scenarios.Parse(text)!.Value).Distinct().ToList();
            return said.Count > 1 || profile.Values.All(value => value.Scenario != said[0]);
        }

        if (candidate.Meanings.HasFlag(Meanings.Year) && profile.PeriodColumns == PeriodColumns.None)
        {
            var said = texts.Select(text => YearOf(text)!.Value).Distinct().ToList();
            return said.Count > 1 || profile.Values.All(value => value.Period is { } period && period.Year != said[0]);
        }

        return candidate.Meanings.HasFlag(Meanings.Currency)
            && texts.Any(text => MoneyUnit.Of(text) != CellUnit.Euro);
    }

    private static int? YearOf(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private sealed class Candidate(int column, string? name)
    {
        public int Column => column;

        public string? Name => name;

        public Meanings Meanings { get; set; } = Meanings.Side | Meanings.Art | Meanings.Year | Meanings.Currency;

        public string Last { get; set; } = "";

        /// <summary>The texts, each with the first row it stands in.</summary>
        public Dictionary<string, int> Texts { get; } = new(StringComparer.OrdinalIgnoreCase);
    }
}
