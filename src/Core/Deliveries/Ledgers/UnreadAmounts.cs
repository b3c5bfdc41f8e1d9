using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>
/// Columns of amounts that belong to those a profile reads, though it does not read them: Haben beside Soll, Storno beside
/// Betrag, or whatever holds amounts only where the columns that are read are blank.
/// </summary>
internal sealed class UnreadAmounts
{
    /// <summary>A single row may be chance.</summary>
    private const int FewestRows = 2;

    private readonly RowSource rows;
    private readonly ProfileColumns header;
    private readonly ProfileLayout layout;
    private readonly ImportProfile profile;
    private readonly FindingList findings;
    private readonly int[] read;
    private readonly List<Watched> watched = [];
    private readonly List<Watched> found = [];

    /// <summary>
    /// Watches the columns whose header says what they hold, and those that may be filled where others are not.
    /// </summary>
    /// <param name="rows">The rows.</param>
    /// <param name="header">Their columns.</param>
    /// <param name="layout">The profile, laid onto them.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="findings">Where to say what is found.</param>
    public UnreadAmounts(
        RowSource rows, ProfileColumns header, ProfileLayout layout, ImportProfile profile, FindingList findings)
    {
        (this.rows, this.header, this.layout, this.profile, this.findings) = (rows, header, layout, profile, findings);
        read = [.. profile.Values.Select(value => header[value.Column]).Distinct()];
        if (header.Line == 0)
            return;
        var others = profile.Columns.Select(name => header[name]).ToHashSet();
        for (var column = 0; column < header.Count; column++)
        {
            if (header.NameOf(column) is { } name && Watch(column, name, others.Contains(column)) is { } own)
                watched.Add(own);
        }
    }

    private enum Bond
    {
        /// <summary>The other side of an account: Haben beside Soll.</summary>
        Side,

        /// <summary>What corrects the amounts that are read: Storno, Nachtrag.</summary>
        Correction,

        /// <summary>Expenses beside income, where the profile reads only one of them.</summary>
        Counterpart,

        /// <summary>Filled only in rows in which nothing that is read is.</summary>
        Complement,
    }

    /// <summary>Looks at the current row, which counts.</summary>
    public void Look()
    {
        if (watched.Count > 0)
            LookAtWatched();
    }

    private void LookAtWatched()
    {
        for (var at = watched.Count - 1; at >= 0; at--)
        {
            var own = watched[at];
            var text = Blanks.Trim(rows.Cell(own.Column));
            if (text.IsEmpty || !Decides(own, text))
                continue;
            watched.RemoveAt(at);
        }
    }

    /// <summary>Says which columns hold amounts that are missing; they are returned.</summary>
    public IReadOnlyList<int> Report()
    {
        List<Watched> missing = [.. watched.Where(each => each.Bond == Bond.Complement && each.Rows >= FewestRows).Concat(found)
            .OrderBy(each => each.Column)];
        foreach (var own in missing)
        {
            findings.Add(own.Bond == Bond.Side
                ? DeliveryFindings.OtherSideUnread(own.Place, own.Name, own.Beside, own.Text)
                : DeliveryFindings.AmountsUnread(own.Place, own.Name, own.Beside, own.Text));
        }

        return [.. missing.Select(own => own.Column)];
    }

    /// <summary>Whether the cell leaves nothing to watch in its column.</summary>
    private bool Decides(Watched own, ReadOnlySpan<char> text)
    {
        if (!IsAmount(text, rows.KindOf(own.Column)))
            return own.Bond == Bond.Complement && text.ContainsAnyExcept("0,.-");
        if (own.Bond == Bond.Side ? IsReadHere(own.Column) : own.Bond == Bond.Complement && IsReadFilled())
            return own.Bond == Bond.Complement;
        if (own.Rows++ == 0)
            (own.Place, own.Text) = (new CellPlace(rows.Line, own.Column), text.ToString());
        if (own.Bond == Bond.Complement)
            return false;
        found.Add(own);
        return true;
    }

    private Watched? Watch(int column, string name, bool isRead)
    {
        if (SideBeside(column, name) is { } side)
            return new Watched(column, name, side, Bond.Side);
        if (isRead || !YearFits(name))
            return null;
        if (BudgetWords.IsCorrection(name))
            return new Watched(column, name, NameOf(read[0]), Bond.Correction);
        if (CounterpartOf(name) is { } counterpart)
            return new Watched(column, name, counterpart, Bond.Counterpart);
        return BudgetWords.IsKey(name) || BudgetWords.IsQuantity(name) || BudgetWords.ScenarioOf(name) is not null
            ? null
            : new Watched(column, name, NameOf(read[0]), Bond.Complement);
    }

    /// <summary>The column that is read on the other side of the account; null where this is none of two sides.</summary>
    private string? SideBeside(int column, string name)
    {
        var own = BookingSide.OfHeader(name);
        return own == AccountSide.None ? null : read.Where(other => other != column).Select(NameOf)
            .FirstOrDefault(other => BookingSide.OfHeader(other) is var side && side != AccountSide.None && side != own);
    }

    /// <summary>The column of income or expenses that is read, where nothing reads the other for the same year.</summary>
    private string? CounterpartOf(string name)
    {
        if (BudgetWords.IsBalance(name) || !(BudgetWords.IsIncome(name) ^ BudgetWords.IsExpense(name)))
            return null;
        var isIncome = BudgetWords.IsIncome(name);
        bool Is(string other, bool income) => !BudgetWords.IsBalance(other) && YearFits(other)
            && (income ? BudgetWords.IsIncome(other) : BudgetWords.IsExpense(other));
        var names = read.Select(NameOf).ToList();
        return names.Exists(other => Is(other, isIncome) || BudgetWords.IsBalance(other))
            ? null
            : names.Find(other => Is(other, !isIncome));
    }

    private bool YearFits(string name) => HeaderMeanings.YearsIn(name) is var years
        && (years.Count == 0 || profile.Values.Any(value => value.Period is not { } period || years.Contains(period.Year)));

    private string NameOf(int column) => header.NameOf(column) ?? ColumnLetters.Of(column);

    private static bool IsAmount(ReadOnlySpan<char> text, CellType kind) => text.IndexOfAnyInRange('1', '9') >= 0
        && (kind != CellType.Text || NumberText.TryRead(text, out _, out _));

    private bool IsReadFilled()
    {
        foreach (var column in read)
        {
            if (Blanks.Trim(rows.Cell(column)).IndexOfAnyInRange('1', '9') >= 0)
                return true;
        }

        return false;
    }

    /// <summary>Whether a value column of the profile takes the cell of the current row.</summary>
    private bool IsReadHere(int column)
    {
        foreach (var source in layout.Sources)
        {
            if (header[source.Column.Column] == column && source.When?.IsMatch() != false)
                return true;
        }

        return false;
    }

    private sealed class Watched(int column, string name, string beside, Bond bond)
    {
        public int Column => column;

        public string Name => name;

        /// <summary>The column that is read, to which this one belongs.</summary>
        public string Beside => beside;

        public Bond Bond => bond;

        /// <summary>How many rows hold an amount here that is read nowhere.</summary>
        public int Rows { get; set; }

        /// <summary>The first of them.</summary>
        public CellPlace Place { get; set; }

        public string Text { get; set; } = "";
    }
}
