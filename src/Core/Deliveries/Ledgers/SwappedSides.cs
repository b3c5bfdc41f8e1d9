using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>
/// Income read as expenses and the reverse: by the accounts a profile asks for, which in every German chart are lower for
/// income, or by the names beside the amounts.
/// </summary>
internal sealed partial class SwappedSides
{
    /// <summary>Whoever names accounts does so from the first rows on.</summary>
    private const int FirstRows = 1000;

    private readonly RowSource rows;
    private readonly ImportProfile profile;
    private readonly ProfileColumns header;
    private readonly FindingList findings;
    private readonly Named[] columns;
    private int looked;

    /// <summary>Watches all columns that hold no numbers.</summary>
    public SwappedSides(RowSource rows, ImportProfile profile, ProfileColumns header, FindingList findings)
    {
        (this.rows, this.profile, this.header, this.findings) = (rows, profile, header, findings);
        var numbers = header.NumbersOf(profile).ToHashSet();
        columns = profile.Values.Any(value => SideOf(value) != Side.None) && header.Line > 0
            ? [.. Enumerable.Range(0, header.Count).Where(column => !numbers.Contains(column))
                .Select(column => new Named(column))]
            : [];
    }

    private enum Side
    {
        None,
        Income,
        Expense,
    }

    /// <summary>Looks at the current row, in which the value columns of a plan count.</summary>
    public void Look(RowPlan plan)
    {
        if (looked++ >= FirstRows || columns.Length == 0 || SideOf(plan.Sources) is not (var side and not Side.None))
            return;
        foreach (var column in columns)
            column.Look(Blanks.Trim(rows.Cell(column.Index)), side, rows.Line);
    }

    /// <summary>Adds a warning where sides are swapped.</summary>
    public void Report()
    {
        if (ByConditions() is var (place, income, expense))
            findings.Add(DeliveryFindings.SidesSwapped(place, income, expense));
        else if (columns.FirstOrDefault(column => column.IsSwapped) is { } column)
            findings.Add(DeliveryFindings.SidesSwapped(column.Place, column.WrongIncome, column.WrongExpense));
        else if (OneClass() is var (value, asked))
            findings.Add(DeliveryFindings.OneAccountClass(new CellPlace(header.Line, header[asked.Column]),
                $"{asked.Column} = {string.Join(" oder ", asked.Patterns)}", value.Figure.Text));
    }

    /// <summary>
    /// The value whose condition takes all accounts of the first rows, which begin with 4, while no name stands beside them;
    /// null where there is none, or both sides ask for 4.
    /// </summary>
    private (ProfileValue Value, ColumnPattern Asked)? OneClass()
    {
        List<(ProfileValue Value, ColumnPattern Asked)> found = [.. profile.Values.Where(value => SideOf(value) != Side.None)
            .SelectMany(Asked, (value, asked) => (value, asked)).Where(each => !BudgetWords.IsCameral(each.asked.Column)
                && Digits([.. each.asked.Patterns]) is { Count: > 0 } digits && digits.TrueForAll(digit => digit == '4'))];
        return found.Count > 0 && found.TrueForAll(each => SideOf(each.Value) == SideOf(found[0].Value))
            && Array.Exists(columns, column => column.Index == header[found[0].Asked.Column] && column.IsOfOneClass)
            && Array.TrueForAll(columns, column => !column.HasWords || column.Index == header[profile.Creation?.Name])
            ? found[0] : null;
    }

    private static Side SideOf(ProfileValue value) => BudgetWords.IsIncome(value.Figure.Text) ? Side.Income
        : BudgetWords.IsExpense(value.Figure.Text) ? Side.Expense
        : Side.None;

    /// <summary>
    /// The side of rows that are chosen by what they say; where all rows count, their names are those of products.
    /// </summary>
    private static Side SideOf(ProfileSource[] sources)
    {
        var side = sources.Length == 0 ? Side.None : SideOf(sources[0].Column);
        foreach (var source in sources)
            side = SideOf(source.Column) == side && source.When is not null ? side : Side.None;
        return side;
    }

    /// <summary>The conditions for income and for expenses on one column, where they stand the wrong way round.</summary>
    private (CellPlace Place, string Income, string Expense)? ByConditions()
    {
        foreach (var column in profile.Values.SelectMany(Asked).Select(asked => asked.Column).Distinct())
        {
            var (income, expense) = (PatternsFor(column, Side.Income), PatternsFor(column, Side.Expense));
            if (income.Count > 0 && expense.Count > 0 && (AreKindsSwapped(income, expense) || AreAccountsSwapped(column, income,
                expense)))
                return (new CellPlace(header.Line, Math.Max(header[column], 0)), $"{column} = {string.Join(" oder ", income)}",
                    $"{column} = {string.Join(" oder ", expense)}");
        }

        return null;
    }

    private static IEnumerable<ColumnPattern> Asked(ProfileValue value) => value.When?.Patterns ?? [];

    private List<string> PatternsFor(string column, Side side) =>
        [.. profile.Values.Where(value => SideOf(value) == side).SelectMany(Asked).Where(asked => asked.Column == column)
            .SelectMany(asked => asked.Patterns).Distinct()];

    private static bool AreKindsSwapped(List<string> income, List<string> expense) =>
        income.TrueForAll(text => BudgetWords.IsExpenseKind(text) && !BudgetWords.IsIncomeKind(text))
        && expense.TrueForAll(text => BudgetWords.IsIncomeKind(text) && !BudgetWords.IsExpenseKind(text));

    // 8 is income beside 4 in the charts of merchants (SKR 03); cameral accounts go from 0 to 3 and from 4 to 9.
    private static bool AreAccountsSwapped(string column, List<string> income, List<string> expense)
    {
        if (BudgetWords.IsLine(column) || Digits(income) is not { } own || Digits(expense) is not { } other)
            return false;
        return own.Min() > other.Max() && (BudgetWords.IsCameral(column)
            ? own.Min() >= '4' && other.Max() <= '3'
            : own.Max() <= '7' && other.Min() >= '3');
    }

    /// <summary>The first digits of accounts; null where a pattern is none of accounts.</summary>
    private static List<char>? Digits(List<string> patterns)
    {
        var digits = patterns.Select(pattern => Account().Match(pattern)).ToList();
        return digits.TrueForAll(match => match.Success) ? [.. digits.Select(match => match.Groups["digit"].Value[0])] : null;
    }

    /// <summary>What the texts of a column say of the rows that are read as income and as expenses.</summary>
    private sealed class Named(int column)
    {
        private const int MostTexts = 200;
        private readonly HashSet<string> income = new(StringComparer.Ordinal);
        private readonly HashSet<string> expense = new(StringComparer.Ordinal);
        private bool isRight;
        private (int Line, string Text) wrongIncome;
        private (int Line, string Text) wrongExpense;
        private int wrong;

        public int Index => column;

        /// <summary>
        /// Whether no text says what its row is read as, and texts on both sides, or several on one, say the contrary.
        /// </summary>
        public bool IsSwapped => !isRight && wrong > 1;

        /// <summary>Whether all its texts, of which there are several, are accounts that begin with 4.</summary>
        public bool IsOfOneClass => income.Count + expense.Count > 1 && income.Concat(expense).All(text => text.StartsWith('4'));

        /// <summary>Whether a text has letters.</summary>
        public bool HasWords => income.Concat(expense).Any(text => text.Any(char.IsLetter));

        public string WrongIncome => wrongIncome.Text ?? "";

        public string WrongExpense => wrongExpense.Text ?? "";

        public CellPlace Place => new(wrongIncome.Line > 0 ? wrongIncome.Line : wrongExpense.Line, column);

        public void Look(ReadOnlySpan<char> text, Side side, int line)
        {
            var seen = side == Side.Income ? income : expense;
            if (text.IsEmpty || seen.Count >= MostTexts || seen.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text))
                return;
            var said = text.ToString();
            seen.Add(said);
            var (isIncome, isExpense) = (BudgetWords.IsIncome(said), BudgetWords.IsExpense(said));
            if (isIncome == isExpense || Other().IsMatch(said))
                return;
            if (isIncome == (side == Side.Income))
                isRight = true;
            else if (side == Side.Income)
                (wrongIncome, wrong) = (wrongIncome.Line > 0 ? wrongIncome : (line, said), wrong + 1);
            else
                (wrongExpense, wrong) = (wrongExpense.Line > 0 ? wrongExpense : (line, said), wrong + 1);
        }
    }

    [GeneratedRegex(@"^(\*[^0-9*?]+)?(?<digit>[0-9])([0-9?]*\*|[0-9?]{3,})$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Account();

    /// <summary>Income from expenses, and the reverse: who pays back, who gives away.</summary>
    [GeneratedRegex("erstatt|minder|abgeführt|abführung|auflösung|zuführung|ausfall|verlust|korrektur",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Other();
}
