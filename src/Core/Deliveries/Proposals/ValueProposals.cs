using System.Collections.Immutable;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.German;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Proposals;

/// <summary>Proposes the value columns of a file: what they carry, for which period, with which sign and unit.</summary>
/// <param name="layout">Which column is what.</param>
/// <param name="mark">The decimal mark.</param>
/// <param name="fileName">The file's name.</param>
/// <param name="year">The year where the file names none.</param>
internal sealed class ValueProposals(SampleLayout layout, char mark, string fileName, int year)
{
    private const string Income = "ertraege";
    private const string Expense = "aufwendungen";
    private const string Result = "ergebnis";
    private const int MostLines = 40;
    private const string WhichFigure = "welche Grundzahl darin steht, sagt die Datei nicht";
    private const string OneClass =
        "OFFEN: nur Konten 4, das sind in den meisten Ländern Erträge, in Baden-Württemberg Aufwendungen";

    private const string NoScenario = "ob es Ist oder Plan ist, sagt die Datei nicht";
    private readonly SampleTable table = layout.Table;
    private readonly BudgetLinePattern? keys = BudgetLinePattern.Of(layout);

    /// <summary>The value columns.</summary>
    public ImmutableArray<ProposedValue> All() => [..
        (table.Columns.FirstOrDefault(IsBookingSide) is { } side
            ? OfAmounts().SelectMany(value => OfSides(value, side))
            : OfAmounts()).SelectMany(OfScenarios)];

    /// <summary>What stands beside amounts that are neither Plan nor Ist nor Prognose of this year.</summary>
    public ImmutableArray<string> OtherKinds() =>
        [.. (layout.Scenarios?.Texts ?? []).Where(text => ScenarioOf(AmountKinds.Of(text)) is null
            && AmountKinds.Of(text) is AmountKind.Commitment or AmountKind.YearBefore)];

    /// <summary>What a column says beside balances, which follow from the rows that are read.</summary>
    public ImmutableArray<string> Balances() =>
        layout is { Kind: { HasFewTexts: true } kind, Product: { } product, Account: null }
        && kind != product ? [.. kind.Texts.Where(text => TotalLabel.IsBalance(text) || BudgetWords.IsBalance(text))] : [];

    /// <summary>A value for each of Plan, Ist and Prognose that a column tells apart.</summary>
    private IEnumerable<ProposedValue> OfScenarios(ProposedValue value) => layout.Scenarios is not { } column
        ? [value]
        : column.Texts.Where(text => ScenarioOf(AmountKinds.Of(text)) is not null)
            .GroupBy(text => ScenarioOf(AmountKinds.Of(text))!.Value)
            .Select(texts => value with
            {
                Scenario = texts.Key,
                Kind = (column.Name, [.. texts]),
                Doubts = value.Doubts.Remove(NoScenario),
            });

    private static Scenario? ScenarioOf(AmountKind? kind) => kind switch
    {
        AmountKind.Plan or AmountKind.Version => Scenario.Plan,
        AmountKind.Actual => Scenario.Actual,
        AmountKind.Forecast => Scenario.Forecast,
        _ => null,
    };

    private static bool IsBookingSide(SampleColumn column) => column.Texts.Any(BookingSide.IsSoll)
        && column.Texts.Any(BookingSide.IsHaben)
        && column.Texts.All(text => BookingSide.IsSoll(text) || BookingSide.IsHaben(text));

    /// <summary>Amounts without a sign: those on the figure's own side count, those on the other are taken off.</summary>
    private static IEnumerable<ProposedValue> OfSides(ProposedValue value, SampleColumn side)
    {
        var isOwn = value.Figure == Expense ? (Func<string, bool>)BookingSide.IsSoll : BookingSide.IsHaben;
        var others = side.Texts.Where(text => !isOwn(text)).ToImmutableArray();
        yield return value with { Side = (side.Name, [.. side.Texts.Where(isOwn)]) };
        yield return value with
        {
            Side = (side.Name, others),
            Factor = -value.Factor,
            Doubts = value.Doubts.Add("Buchungen auf der anderen Seite mindern den Betrag"),
        };
    }

    private ImmutableArray<ProposedValue> OfAmounts() =>
        [.. layout.Product is null ? OfForm() : IsBooked ? OfBookings() : IsSplit ? OfSplitColumns() : layout.Kind is { } kind
            && layout.Account is null ? OfKinds(kind)
            : layout.Account is { } account ? OfAccounts(account) : OfPlainColumns()];

    private bool IsBooked => layout.Values.Any(column => BookingSide.OfHeader(column.Header) == AccountSide.Soll)
        && layout.Values.Any(column => BookingSide.OfHeader(column.Header) == AccountSide.Haben);

    /// <summary>
    /// Amounts in columns for Soll and Haben: those on the figure's own side count, those on the other are taken off.
    /// </summary>
    private IEnumerable<ProposedValue> OfBookings()
    {
        var sides = layout.Values.Where(column => BookingSide.OfHeader(column.Header) != AccountSide.None).ToList();
        ProposedValue Value(SampleColumn column, string figure, ImmutableArray<string> patterns) =>
            Propose(column, figure, layout.Account is { } account ? (account.Name, patterns) : null, _ => false) with
            {
                Scenario = Scenario.Actual,
                Factor = UnitOf(
                    column) * (BookingSide.OfHeader(column.Header) == AccountSide.Soll == (figure == Expense) ? 1 : -1),
                Doubts = figure == Result ? [WhichFigure] : [],
            };
        return layout.Account is { } accounts
            ? sides.SelectMany(column => FirstDigits(accounts) is var (income, expense)
                ? new[] { Value(column, Income, PatternsOf(income)), Value(column, Expense, PatternsOf(expense)) } : [])
            : sides.Select(column => Value(column, Result, []));
    }

    /// <summary>The balance columns with what they are the balance of: <c>links</c> and <c>rechts</c>.</summary>
    public ImmutableArray<(string Left, ImmutableArray<string> Right)> Checks()
    {
        if (!IsSplit)
            return [];
        var checks = ImmutableArray.CreateBuilder<(string, ImmutableArray<string>)>();
        foreach (var balance in layout.Amounts.Where(column => BudgetWords.IsBalance(column.Header)))
        {
            foreach (var income in Sides(BudgetWords.IsIncome))
            {
                var found = Sides(BudgetWords.IsExpense).Where(expense => !BudgetWords.IsBalance(expense.Header))
                    .Select(expense => CheckOf(balance, income, expense)).FirstOrDefault(check => check is not null);
                if (found is { } check)
                    checks.Add(check);
            }
        }

        return checks.ToImmutable();
    }

    /// <summary>Accounts that are neither income nor expenses, by their first digits; the Vermögenshaushalt whole.</summary>
    public ImmutableArray<string> OtherAccounts()
    {
        if (!AreAccountsRead)
            return [];
        var (income, expense) = FirstDigits(layout.Account!);
        return [.. Accounts().Select(account => account[0])
            .Where(digit => char.IsAsciiDigit(digit) && !income.Contains(digit) && !expense.Contains(digit))
            .Distinct().Order().Select(digit => PatternOf($"{digit}")),
            .. keys is { Current: { } current } && layout.Account!.Cells.Any(cell => cell.Text[0] != current)
                ? [keys.Capital] : Array.Empty<string>()];
    }

    /// <summary>
    /// Lines that are parts of the sums that are read, or follow from them; none where there are no sums, or too many lines.
    /// </summary>
    public ImmutableArray<string> PartsOfSums(IEnumerable<ProposedValue> values)
    {
        var read = values.SelectMany(value => value.When?.Patterns ?? []).ToHashSet();
        if (layout is not { Kind: { } kind, Product: not null } || layout.Account is not null || kind == layout.Product
            || !read.Any(BudgetWords.IsTotalIncome) || !read.Any(BudgetWords.IsTotalExpense))
            return [];
        var others = table.Lines.Where(row => layout.Amounts.Any(column => row[column.Index].Number.IsNumber))
            .Select(row => row[kind.Index].Text).Where(text => text.Length > 0 && !read.Contains(text)
                && text.AsSpan().IndexOfAny('*', '?') < 0).Distinct().ToImmutableArray();
        return others.Length <= MostLines ? others : [];
    }

    /// <summary>Accounts of settlements within the county, which most budgets show below the result.</summary>
    public ImmutableArray<string> InternalAccounts()
    {
        if (!AreAccountsRead || FirstDigits(layout.Account!) is not (['3' or '4'] income, ['4' or '5'] expense))
            return [];
        return [.. new[] { $"{income}8", $"{expense}8" }
            .Where(start => Accounts().Any(account => account.StartsWith(start, StringComparison.Ordinal))).Select(PatternOf)];
    }

    private bool AreAccountsRead => layout is { Account: not null, Product: not null } && !IsSplit;

    private IEnumerable<string> Accounts() =>
        layout.Account!.Cells.Select(cell => AccountIn(cell.Text)).Where(text => text.Length > 0);

    /// <summary>The zeros that SAP writes before all accounts; none where one has fewer than two of them.</summary>
    private string Zeros => layout.Account is { } account && account != layout.Product && account.Cells.Count > 0
        && account.Cells.Min(cell => cell.Text.Length - cell.Text.TrimStart('0').Length) is > 1 and var count
            ? new string('0', count)
            : "";

    private bool IsSplit =>
        layout.Amounts.Any(column => IsSide(column, BudgetWords.IsIncome))
        && layout.Amounts.Any(column => IsSide(column, BudgetWords.IsExpense));

    private IEnumerable<SampleColumn> Sides(Func<string, bool> side) => layout.Amounts.Where(column => IsSide(column, side));

    private static bool IsSide(SampleColumn column, Func<string, bool> side) =>
        side(column.Header) && !BudgetWords.IsBalance(column.Header);

    private IEnumerable<ProposedValue> OfSplitColumns() => layout.Values
        .Where(column => !BudgetWords.IsBalance(column.Header) && !BudgetWords.IsInternal(column.Header)
            && (BudgetWords.IsIncome(column.Header) || BudgetWords.IsExpense(column.Header)) && !IsReplaced(column))
        .Select(column => Propose(column, BudgetWords.IsIncome(column.Header) ? Income : Expense, null, _ => true));

    /// <summary>
    /// Whether another column of the same side and year counts in its place: what is earned, not what is paid; the Ansatz as it
    /// is now; the sum of all kinds where it is more than those that have columns.
    /// </summary>
    private bool IsReplaced(SampleColumn column) => layout.Values.Any(other => other != column
        && BudgetWords.IsIncome(other.Header) == BudgetWords.IsIncome(column.Header)
        && BudgetWords.IsExpense(other.Header) == BudgetWords.IsExpense(column.Header)
        && SampleCell.YearIn(other.Header) == SampleCell.YearIn(column.Header)
        && ((BudgetWords.IsCash(column.Header) && !BudgetWords.IsCash(other.Header))
            || (BudgetWords.ScenarioOf(other.Header) == BudgetWords.ScenarioOf(column.Header)
                && ((BudgetWords.IsReplacement(other.Header) && !BudgetWords.IsReplacement(column.Header))
                    || (BudgetWords.IsSum(other.Header) && !BudgetWords.IsSum(column.Header))))));

    private IEnumerable<ProposedValue> OfKinds(SampleColumn kind) =>
        layout.Values.SelectMany(column => new[] { Income, Expense }, (column, figure) =>
    {
        var texts = kind.Texts.Where(text => !(kind == layout.Product && layout.NamesProduct(text)))
            .Where(text => figure == Income ? BudgetWords.IsIncomeKind(text) : BudgetWords.IsExpenseKind(text))
            .Concat(table.Lines.Select(row => row[kind.Index].Text).Where(text => IsTotal(figure, text))).Distinct()
            .ToImmutableArray();
        // Beside its parts the sum would count twice.
        if (texts.Length > 1 && texts.FirstOrDefault(text => IsTotal(figure, text)) is { } total)
            texts = [total];
        return Propose(column, figure, (kind.Name, texts), row => texts.Contains(row[kind.Index].Text));
    });

    private IEnumerable<ProposedValue> OfAccounts(SampleColumn account)
    {
        var (income, expense) = FirstDigits(account);
        var isOpen = income == "4" && Accounts().All(text => text[0] == '4');
        return layout.Values.SelectMany(column => new[] { (Income, income), (Expense, expense) }, (column, side) =>
        {
            var (figure, digits) = side;
            var value = Propose(column, figure, (account.Name, PatternsOf(digits)),
                row => AccountIn(row[account.Index].Text) is [var first, ..] && digits.Contains(first));
            return isOpen ? value with { Doubts = value.Doubts.Insert(0, OneClass) } : value;
        });
    }

    /// <summary>The patterns of those first digits that occur; all of them where none does.</summary>
    private ImmutableArray<string> PatternsOf(string digits)
    {
        var first = Accounts().Select(account => account[0]).ToHashSet();
        return [.. (digits.Any(first.Contains) ? digits.Where(first.Contains) : digits).Select(digit => PatternOf($"{digit}"))];
    }

    private IEnumerable<ProposedValue> OfPlainColumns() => layout.Values.Select(column => Propose(
        column, BudgetWords.IsIncome(column.Header) ? Income : BudgetWords.IsExpense(column.Header) ? Expense : Result, null,
        _ => true) with
    {
        Doubts = [WhichFigure],
    }).Select(Turned);

    /// <summary>A deficit is a negative result.</summary>
    private ProposedValue Turned(ProposedValue value) => value.Figure == Result && BudgetWords.IsDeficit(value.Column.Header)
        && table.Lines.Sum(row => row[value.Column.Index].Amount(mark)) > 0
            ? value with { Factor = -value.Factor, Doubts = ["ein Zuschussbedarf ist ein negatives Ergebnis"] }
            : value;

    private IEnumerable<ProposedValue> OfForm()
    {
        var label = table.Columns.Where(column => column.IsText).OrderByDescending(column => table.Lines.Count(
            row => IsTotal(Income, row[column.Index].Text) || IsTotal(Expense, row[column.Index].Text))).FirstOrDefault();
        return label is null
            ? []
            : layout.Values.SelectMany(column => new[] { Income, Expense }, (column, figure) => OfLine(column, figure, label))
                .OfType<ProposedValue>();
    }

    /// <summary>The line with the sum of a side; with a doubt the first that speaks of it, where there is no sum.</summary>
    private ProposedValue? OfLine(SampleColumn column, string figure, SampleColumn label)
    {
        var total = table.Lines.FirstOrDefault(row => IsTotal(figure, row[label.Index].Text));
        if ((total ?? table.Lines.FirstOrDefault(row => IsSideOf(figure, row[label.Index].Text))) is not { } line)
            return null;
        var value = Propose(column, figure, (label.Name, [line[label.Index].Text]), row => row == line);
        return total is null
            ? value with { Doubts = value.Doubts.Insert(0, "OFFEN: die Zeile mit der Summe wurde nicht gefunden") }
            : value;
    }

    private static bool IsTotal(string figure, string text) =>
        figure == Income ? BudgetWords.IsTotalIncome(text) : BudgetWords.IsTotalExpense(text);

    private static bool IsSideOf(string figure, string text) =>
        figure == Income ? BudgetWords.IsIncome(text) : BudgetWords.IsExpense(text);

    private ProposedValue Propose(
        SampleColumn column, string figure, (string Column, ImmutableArray<string> Patterns)? when, Func<SampleRow, bool> counts)
    {
        var doubts = ImmutableArray.CreateBuilder<string>();
        var amounts = table.Lines.Where(counts).Select(row => row[column.Index]).Where(cell => cell.Number.IsNumber).ToList();
        var sum = amounts.Sum(cell => cell.Amount(mark));
        var negative = amounts.Count(cell => cell.Amount(mark) < 0);
        var isTurned = figure != Result && sum < 0 && negative * 2 > amounts.Count(cell => cell.Amount(mark) != 0);
        if (isTurned)
            doubts.Add("das Vorzeichen wird gedreht: die Beträge sind meist negativ");
        var factor = UnitOf(column);
        if (factor != 1)
            doubts.Add("in der Datei stehen Tausend oder Millionen Euro");
        var period = layout.Period is null ? PeriodOf(column, doubts) : (Period?)null;
        var scenario = ScenarioOf(column, period, doubts);
        if (period?.Kind == PeriodKind.Year && scenario == Scenario.Actual && BookedUntil(column) is { } day)
        {
            period = day.Month % 3 == 0 ? Period.OfQuarter(day.Year, day.Month / 3) : Period.OfMonth(day.Year, day.Month);
            doubts.Add($"bis zum {GermanFormat.Date(day)} aufgelaufen, nicht das ganze Jahr");
            return new ProposedValue(column, figure, period, scenario, isTurned ? -factor : factor, when, doubts.ToImmutable())
            {
                IsCumulative = true,
            };
        }

        return new ProposedValue(column, figure, period, scenario, isTurned ? -factor : factor, when, doubts.ToImmutable());
    }

    /// <summary>The day within the year up to which a column has bookings; null where it has those of all of it.</summary>
    private DateOnly? BookedUntil(SampleColumn column) => TitleTimes.MonthEndIn(column.Header)
        ?? (BudgetWords.ScenarioOf(column.Header) is null ? null
            : table.Titles.Where(title => title.Contains(" zum ", StringComparison.Ordinal)
                || title.Contains(" bis ", StringComparison.Ordinal)).Select(TitleTimes.MonthEndIn)
                .FirstOrDefault(day => day is not null));

    private decimal UnitOf(SampleColumn column)
    {
        var own = UnitSuffix.Split(column.Header, new HashSet<string>());
        if (own.Unit.Length > 0)
            return own.Factor.Value;
        if (MoneyUnit.FactorOf(UnitSentence.ScaleAmongWords(column.Header)) is var scale and > 1)
            return scale;
        var declared = table.Titles.Select(title => UnitSentence.DeclaredIn(title))
            .FirstOrDefault(unit => MoneyUnit.IsMoney(unit));
        return declared is CellUnit.None or CellUnit.Euro ? 1 : MoneyUnit.FactorOf(declared);
    }

    private Period PeriodOf(SampleColumn column, ImmutableArray<string>.Builder doubts)
    {
        var words = column.Header.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var length = Math.Min(3, words.Length); length > 0; length--)
        {
            for (var at = 0; at + length <= words.Length; at++)
            {
                if (PeriodText.TryParse(string.Join(' ', words[at..(at + length)]).Trim('(', ')', ',', '[', ']'), out var named))
                    return named;
            }
        }

        if (SampleCell.YearIn(column.Header) is { } said)
            return Period.OfYear(said);
        var found = table.Titles.Select(SampleCell.YearIn).FirstOrDefault(each => each is not null)
            ?? SampleCell.YearIn(fileName);
        if (table.Titles.Select(title => TitleTimes.In(title).Period).FirstOrDefault(each => each is not null) is { } inTitle)
            return inTitle;
        if (found is null)
            doubts.Add($"den Zeitraum nennt die Datei nicht; {year} ist angenommen");
        if (PeriodText.TryParse($"{column.Header} {found ?? year}", out var part) && part.Kind != PeriodKind.Year)
            return part;
        return Period.OfYear((found ?? year) - (BudgetWords.YearsBefore(column.Header) ?? 0));
    }

    private Scenario ScenarioOf(SampleColumn column, Period? period, ImmutableArray<string>.Builder doubts)
    {
        var said = BudgetWords.ScenarioOf(column.Header) ?? table.Titles.Select(BudgetWords.ScenarioOfTitle)
            .FirstOrDefault(found => found is not null);
        if (said is null && period is not null)
            doubts.Add(NoScenario);
        return said ?? (period?.Year > year ? Scenario.Plan : Scenario.Actual);
    }

    /// <summary>
    /// The first digits of income and expenses: 4 and 5 in most Länder and in SAP, 3 and 4 where there is no 5
    /// (Baden-Württemberg), 5 and 6 or 7 where there is no 4 (Hessen), 0 to 3 and the rest in cameral budgets.
    /// </summary>
    private (string Income, string Expense) FirstDigits(SampleColumn account)
    {
        var digits = Accounts().Select(text => text[0]).ToHashSet();
        return BudgetWords.IsCameral(account.Header) ? ("0123", "456789")
            : !digits.Contains('4') && digits.Contains('5') && digits.Overlaps("67") ? ("5", "67")
            : digits.Contains('5') || !digits.Contains('3') ? ("4", "5")
            : ("3", "4");
    }

    /// <summary>The account within a key that begins with the product's: <c>4100</c> in <c>1101.4100</c>.</summary>
    private string AccountIn(string text) =>
        layout is { Pattern: { } pattern } && layout.Account == layout.Product
            && pattern.IsHeading == layout.NamesProduct(text) ? ""
        : keys is null ? text[Math.Min(Zeros.Length, text.Length)..]
        : keys.AccountIn(text);

    private string PatternOf(string start) => keys is null ? $"{Zeros}{start}*" : keys.PatternOf(start);

    private (string Left, ImmutableArray<string> Right)? CheckOf(SampleColumn balance, SampleColumn income, SampleColumn expense)
    {
        bool Holds(SampleColumn left, SampleColumn first, SampleColumn second) => table.Rows.Count(row =>
            row[left.Index].Amount(mark) == row[first.Index].Amount(mark) + row[second.Index]
                .Amount(mark)) * 20 >= table.Rows.Count * 19;
        return Holds(balance, income, expense) ? (balance.Name, [income.Name, expense.Name])
            : Holds(income, balance, expense) ? (income.Name, [balance.Name, expense.Name])
            : null;
    }
}
