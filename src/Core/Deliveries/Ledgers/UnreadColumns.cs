using System.Globalization;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>
/// Columns that a profile does not read although they tell its rows apart: Soll and Haben, Plan and Ist, years, currencies. Added
/// up without them, amounts would be doubled, or count with the wrong sign.
/// </summary>
internal sealed class UnreadColumns(
    RowSource rows, ProfileColumns header, ProfileLayout layout, ImportProfile profile, FindingList findings)
{
    private const int MaximumTexts = 40;

    /// <summary>Kinds of amounts are few.</summary>
    private const int MostKinds = 20;

    /// <summary>A column in which none of these rows names a kind of amounts names none.</summary>
    private const int FirstRows = 20_000;

    private static readonly HashSet<string> YearNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Jahr", "Haushaltsjahr", "HHJ", "HH-Jahr", "Geschäftsjahr", "GJahr", "GJ", "Rechnungsjahr", "Wirtschaftsjahr", "Planjahr",
    };

    private static readonly HashSet<string> Currencies = new(StringComparer.OrdinalIgnoreCase)
    {
        "EUR", "€", "Euro", "USD", "$", "CHF", "GBP", "£", "DM", "DEM", "DKK", "PLN", "CZK", "SEK", "NOK", "JPY", "HUF",
    };

    private readonly UnreadAmounts amounts = new(rows, header, layout, profile, findings);
    private readonly TwinRows twins = new(rows, header, profile);
    private List<Candidate>? candidates;
    private UnreadTexts[] unread = [];
    private List<UnreadTexts> open = [];
    private int looked;

    /// <summary>What the texts of a column may tell of amounts; several while it is open.</summary>
    [Flags]
    private enum Meanings
    {
        None = 0,
        Side = 1,
        Art = 2,
        Year = 4,
        Currency = 8,
        Kind = 16,
        Product = 32,
    }

    /// <summary>The columns in which few texts are worth a look; none where the file has no header.</summary>
    public static CellWatch Watch(ProfileColumns header, ImportProfile profile) =>
        new(header.UnreadBy(profile, header.Line > 0 ? header.Count : 0).Concat(NamesOfRows(header, profile)),
            cell => UnreadTexts.IsWorthALook(cell));

    /// <summary>
    /// The column of names in a table of products, where one may say that its row repeats another; beside accounts it is that of
    /// the product.
    /// </summary>
    private static int[] NamesOfRows(ProfileColumns header, ImportProfile profile) =>
        profile.Creation?.Name is { } name && profile.Values.All(value => value.When is null) ? [header[name]] : [];

    /// <summary>Looks at the current row, which counts.</summary>
    public void Look()
    {
        candidates ??= Unread();
        if (rows.SaysMore)
            Array.ForEach(unread, column => column.Look());
        else if (open.Count > 0)
            LookAtOpen();
        amounts.Look();
        twins.Look();
        if (looked++ <= FirstRows || candidates.Count > 0)
            LookAtCandidates(candidates);
    }

    private void LookAtOpen()
    {
        for (var at = open.Count - 1; at >= 0; at--)
        {
            open[at].Look();
            if (open[at].IsSettled)
                open.RemoveAt(at);
        }
    }

    private void LookAtCandidates(List<Candidate> candidates)
    {
        for (var at = candidates.Count - 1; at >= 0; at--)
        {
            var candidate = candidates[at];
            var text = Blanks.Trim(rows.Cell(candidate.Column));
            if (text.IsEmpty)
                candidate.HasBlank = true;
            else if (!candidate.Knows(text, rows.Line) && Takes(candidate, text.ToString()))
                candidates.RemoveAt(at);
        }

        if (looked == FirstRows)
            candidates.RemoveAll(candidate => candidate.Meanings == Meanings.Kind && !candidate.NamesKind);
    }

    /// <summary>Looks at a row that would count, had it an amount in a column that is read.</summary>
    public void LookBeside() => amounts.Look();

    /// <summary>Takes a new text of a column; whether there is nothing left that the column could tell.</summary>
    private static bool Takes(Candidate candidate, string text)
    {
        candidate.Last = text;
        candidate.Meanings &= MeaningsOf(candidate);
        if (candidate.Meanings.HasFlag(Meanings.Product))
            return false;
        candidate.NamesKind |= AmountKinds.Of(text) is not null;
        if (candidate.Texts.Count > MostKinds)
            candidate.Meanings &= ~Meanings.Kind;
        return candidate.Meanings == Meanings.None || candidate.Texts.Count > MaximumTexts;
    }

    /// <summary>Adds an error for every column that tells rows apart.</summary>
    public void Report()
    {
        var said = amounts.Report().ToHashSet();
        foreach (var candidate in (candidates ?? []).Where(each => !said.Contains(each.Column)).OrderBy(each => each.Column))
        {
            if (candidate.Texts.Count > 0 && TellsApart(candidate))
            {
                said.Add(candidate.Column);
                findings.Add(DeliveryFindings.UnreadColumnDecides(
                    new CellPlace(candidate.Texts.Values.First(), candidate.Column),
                    candidate.Name ?? ColumnLetters.Of(candidate.Column), [.. candidate.Texts.Keys]));
            }
        }

        foreach (var candidate in (candidates ?? []).Where(each => !said.Contains(each.Column)).ToList())
        {
            if (KindsIn(candidate) is not { } finding)
                continue;
            said.Add(candidate.Column);
            findings.Add(finding);
        }

        foreach (var column in unread.Where(column => !said.Contains(column.Column)))
            column.Report();
        if (twins.AreAll(looked) is { } again)
            findings.Add(DeliveryFindings.AllRowsTwice(new CellPlace(again), looked));
    }

    /// <summary>
    /// What is to be said of a column that tells kinds of amounts apart: by words for them, or in that rows which are alike in
    /// all else, their amounts too, differ here alone.
    /// </summary>
    private Finding? KindsIn(Candidate candidate)
    {
        var texts = candidate.Texts.Keys.ToList();
        if (!candidate.Meanings.HasFlag(Meanings.Kind) || texts.Count == 0 || UnreadTexts.IsOfKinds(candidate.Name))
            return null;
        var kinds = UnreadTexts.IsOfSentences(candidate.Name) ? [] : texts.Select(AmountKinds.Of).OfType<AmountKind>().ToList();
        // RE among kinds of vouchers is an invoice.
        if (candidate.Name?.Contains("belegart", StringComparison.OrdinalIgnoreCase) == true)
            kinds.RemoveAll(kind => kind != AmountKind.Cancellation);
        var isNamed = kinds.Count * 2 >= texts.Count && kinds.Count > 0;
        if (texts.Count + (candidate.HasBlank ? 1 : 0) < 2 || !(isNamed || twins.DifferIn(candidate.Column, texts)))
            return null;
        var (name, place) = (candidate.Name ?? ColumnLetters.Of(candidate.Column),
            new CellPlace(candidate.Texts.Values.Last(), candidate.Column));
        return AmountKinds.AreApart(kinds)
            ? DeliveryFindings.UnreadColumnDecides(place, name, texts)
            : DeliveryFindings.KindsAddedUp(place, name, [.. candidate.HasBlank ? ["leer"] : Array.Empty<string>(), .. texts]);
    }

    private List<Candidate> Unread()
    {
        var columns = header.UnreadBy(profile, header.Line > 0 ? header.Count : rows.Count).ToList();
        unread = [.. columns.Concat(NamesOfRows(header, profile))
            .Select(column => new UnreadTexts(rows, column, header, profile, findings))];
        open = [.. unread];
        return [.. columns.Select(column => new Candidate(column, header.NameOf(column), IsOfProducts(column)))];
    }

    /// <summary>Whether a column has the numbers of products, while the profile reads all rows as those of one.</summary>
    private bool IsOfProducts(int column) => profile.ProductColumn is null
        && BudgetWords.ProductRank(header.NameOf(column) ?? "") > 2;

    private static Meanings MeaningsOf(Candidate candidate) =>
        (BookingSide.IsSoll(candidate.Last) || BookingSide.IsHaben(candidate.Last) ? Meanings.Side : Meanings.None)
        | (Scenarios.Parse(candidate.Last) is not null ? Meanings.Art : Meanings.None)
        | (candidate.Name is { } name && YearNames.Contains(name) && YearOf(candidate.Last) is not null
            ? Meanings.Year : Meanings.None)
        | (Currencies.Contains(candidate.Last) ? Meanings.Currency : Meanings.None)
        | Meanings.Kind | Meanings.Product;

    private bool TellsApart(Candidate candidate)
    {
        var texts = candidate.Texts.Keys;
        if (candidate.Meanings.HasFlag(Meanings.Product))
            return texts.Count(text => text.Any(char.IsAsciiDigit) && !TotalLabel.IsTotal(text)) > 1;
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

    private sealed class Candidate(int column, string? name, bool isOfProducts)
    {
        public int Column => column;

        public string? Name => name;

        public Meanings Meanings { get; set; } =
            isOfProducts ? Meanings.Product
                : Meanings.Side | Meanings.Art | Meanings.Year | Meanings.Currency | Meanings.Kind;

        public string Last { get; set; } = "";

        /// <summary>Whether a text is no new one; what is new is kept.</summary>
        public bool Knows(ReadOnlySpan<char> text, int line)
        {
            if (text.SequenceEqual(Last))
                return true;
            var known = Texts.GetAlternateLookup<ReadOnlySpan<char>>();
            if (!known.TryGetValue(text, out var same, out _))
                return !known.TryAdd(text, line);
            Last = same;
            return true;
        }

        /// <summary>Whether a row has no text there.</summary>
        public bool HasBlank { get; set; }

        /// <summary>Whether a text is a word for a kind of amounts.</summary>
        public bool NamesKind { get; set; }

        /// <summary>The texts, each with the first row it stands in.</summary>
        public Dictionary<string, int> Texts { get; } = new(StringComparer.OrdinalIgnoreCase);
    }
}
