using System.Collections.Immutable;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Proposals;

/// <summary>Proposes the value columns of a file: what they carry, for which period, with which sign and unit.</summary>
/// <param name="layout">Which column is what.</param>
/// <param name="mark">The decimal mark.</param>
/// <param name="year">The year where the file names none.</param>
internal sealed class ValueProposals(SampleLayout layout, char mark, int year)
{
    private const string Income = "ertraege";
    private const string Expense = "aufwendungen";
    private readonly SampleTable table = layout.Table;

    /// <summary>The value columns.</summary>
    public ImmutableArray<ProposedValue> All() =>
        table.Columns.FirstOrDefault(IsBookingSide) is { } side
            ? [.. OfAmounts().SelectMany(value => OfSides(value, side))]
            : OfAmounts();

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
        [.. layout.Product is null ? OfForm() : IsSplit ? OfSplitColumns() : layout.Kind is { } kind ? OfKinds(kind)
            : layout.Account is { } account ? OfAccounts(account) : OfPlainColumns()];

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

    /// <summary>Accounts that are neither income nor expenses, by their first digits.</summary>
    public ImmutableArray<string> OtherAccounts()
    {
        if (layout.Account is not { } account || layout.Product is null || IsSplit || layout.Kind is not null)
            return [];
        var (income, expense) = FirstDigits(account);
        return [.. account.Cells.Select(cell => AccountIn(cell.Text)).Where(text => text.Length > 0).Select(text => text[0])
            .Where(digit => digit != income && digit != expense).Distinct().Order().Select(digit => PatternOf(digit))];
    }

    private bool IsSplit =>
        layout.Amounts.Any(column => IsSide(column, BudgetWords.IsIncome))
        && layout.Amounts.Any(column => IsSide(column, BudgetWords.IsExpense));

    private IEnumerable<SampleColumn> Sides(Func<string, bool> side) => layout.Amounts.Where(column => IsSide(column, side));

    private static bool IsSide(SampleColumn column, Func<string, bool> side) =>
        side(column.Header) && !BudgetWords.IsBalance(column.Header);

    private IEnumerable<ProposedValue> OfSplitColumns() => layout.Amounts
        .Where(column => !BudgetWords.IsBalance(column.Header)
            && (BudgetWords.IsIncome(column.Header) || BudgetWords.IsExpense(column.Header)))
        .Select(column => Propose(column, BudgetWords.IsIncome(column.Header) ? Income : Expense, null, _ => true));

    private IEnumerable<ProposedValue> OfKinds(SampleColumn kind) =>
        layout.Amounts.SelectMany(column => new[] { Income, Expense }, (column, figure) =>
    {
        var texts = kind.Texts.Where(text => figure == Income ? BudgetWords.IsIncome(text) : BudgetWords.IsExpense(text))
            .ToImmutableArray();
        // Beside its parts the sum would count twice.
        if (texts.Length > 1 && texts.FirstOrDefault(text => IsTotal(figure, text)) is { } total)
            texts = [total];
        return Propose(column, figure, (kind.Name, texts), row => texts.Contains(row[kind.Index].Text));
    });

    private IEnumerable<ProposedValue> OfAccounts(SampleColumn account)
    {
        var (income, expense) = FirstDigits(account);
        return layout.Amounts.SelectMany(column => new[] { (Income, income), (Expense, expense) }, (column, side) =>
        {
            var (figure, digit) = side;
            return Propose(
                column, figure, (account.Name, [PatternOf(digit)]), row => AccountIn(row[account.Index].Text).StartsWith(digit));
        });
    }

    private IEnumerable<ProposedValue> OfPlainColumns() => layout.Amounts.Select(column => Propose(
        column, BudgetWords.IsIncome(column.Header) ? Income : BudgetWords.IsExpense(column.Header) ? Expense : "ergebnis", null,
        _ => true) with
    {
        Doubts = ["welche Grundzahl darin steht, sagt die Datei nicht"],
    });

    private IEnumerable<ProposedValue> OfForm()
    {
        var label = table.Columns.Where(column => column.IsText).OrderByDescending(column => table.Lines.Count(
            row => IsTotal(Income, row[column.Index].Text) || IsTotal(Expense, row[column.Index].Text))).FirstOrDefault();
        return label is null
            ? []
            : layout.Amounts.SelectMany(column => new[] { Income, Expense }, (column, figure) => OfLine(column, figure, label))
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
        var isTurned = figure != "ergebnis" && sum < 0 && negative * 2 > amounts.Count(cell => cell.Amount(mark) != 0);
        if (isTurned)
            doubts.Add("das Vorzeichen wird gedreht: die Beträge sind meist negativ");
        var factor = UnitOf(column);
        if (factor != 1)
            doubts.Add("in der Datei stehen Tausend oder Millionen Euro");
        var period = layout.Period is null ? PeriodOf(column, doubts) : (Period?)null;
        var scenario = ScenarioOf(column, period, doubts);
        return new ProposedValue(column, figure, period, scenario, isTurned ? -factor : factor, when, doubts.ToImmutable());
    }

    private decimal UnitOf(SampleColumn column)
    {
        var own = UnitSuffix.Split(column.Header, new HashSet<string>());
        if (own.Unit.Length > 0)
            return own.Factor.Value;
        var declared = table.Titles.Select(title => MoneyUnit.DeclaredIn(title)).FirstOrDefault(unit => MoneyUnit.IsMoney(unit));
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

        if ((SampleCell.YearIn(column.Header) ?? table.Titles.Select(SampleCell.YearIn)
            .FirstOrDefault(found => found is not null)) is { } found)
            return Period.OfYear(found);
        doubts.Add($"den Zeitraum nennt die Datei nicht; {year} ist angenommen");
        return Period.OfYear(year);
    }

    private Scenario ScenarioOf(SampleColumn column, Period? period, ImmutableArray<string>.Builder doubts)
    {
        var said = BudgetWords.ScenarioOf(column.Header) ?? table.Titles.Select(BudgetWords.ScenarioOf)
            .FirstOrDefault(found => found is not null);
        if (said is null && period is not null)
            doubts.Add("ob es Ist oder Plan ist, sagt die Datei nicht");
        return said ?? Scenario.Actual;
    }

    /// <summary>
    /// The first digits of income and expenses: 4 and 5 in most Länder and in SAP, 3 and 4 where there is no 5
    /// (Baden-Württemberg).
    /// </summary>
    private (char Income, char Expense) FirstDigits(SampleColumn account)
    {
        var digits = account.Cells.Select(cell => AccountIn(cell.Text)).Where(text => text.Length > 0)
            .Select(text => text[0]).ToHashSet();
        return digits.Contains('5') || !digits.Contains('3') ? ('4', '5') : ('3', '4');
    }

    /// <summary>The account within a key that begins with the product's: <c>4100</c> in <c>1101.4100</c>.</summary>
    private string AccountIn(string text) => IsComposite ? text[(text.LastIndexOfAny(['.', '-', '/']) + 1)..] : text;

    private string PatternOf(char digit) => IsComposite ? $"*{Separator}{digit}*" : $"{digit}*";

    private bool IsComposite => layout is { Account: { } account, Product: { } product }
        && account.Cells.All(cell => cell.Text.AsSpan().IndexOfAny('.', '-', '/') > 0)
        && product.Pairs(account).All(pair => pair.Other.StartsWith(pair.Own, StringComparison.Ordinal));

    private char Separator => layout.Account!.Cells[0].Text is var text ? text[text.LastIndexOfAny(['.', '-', '/'])] : '.';

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
