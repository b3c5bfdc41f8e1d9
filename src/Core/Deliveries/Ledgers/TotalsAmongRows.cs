using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>
/// Rows that a wildcard of a condition takes although they repeat others of the same product: <c>Erträge gesamt</c> beside each
/// of the Erträge, <c>davon Beamte</c>, the account <c>41</c> beside <c>4111</c> and <c>4112</c>. Added up, they would count
/// twice.
/// </summary>
internal sealed class TotalsAmongRows
{
    /// <summary>More rows of one product on end are a journal, which has no totals.</summary>
    private const int MaximumKept = 10_000;

    private readonly RowSource rows;
    private readonly FindingList findings;
    private readonly Watched?[] watched;

    /// <summary>Watches those columns in which conditions have a wildcard.</summary>
    public TotalsAmongRows(RowSource rows, ProfileColumns header, ProfileLayout layout, FindingList findings)
    {
        (this.rows, this.findings) = (rows, findings);
        watched = [.. layout.Sources.Select(source => Watch(source, header))];
    }

    /// <summary>Takes the current row, whose amount goes into a value column of the profile.</summary>
    /// <param name="source">Which one.</param>
    /// <param name="group">The product.</param>
    /// <param name="amount">The amount.</param>
    public void Take(ProfileSource source, ProfileGroup group, in NumberReading amount)
    {
        if (watched[source.Index] is not { } own)
            return;
        if (!ReferenceEquals(own.Group, group))
        {
            Judge(own);
            own.Group = group;
        }

        var number = rows.TextNumber(own.Column);
        var text = own.TextOf(number);
        if (text.Text is null)
            text = own.Learn(number, Blanks.Trim(rows.Cell(own.Column)));
        if (text.RepeatsOthers)
            own.Labelled ??= (new CellPlace(rows.Line, own.Column), text.Text!);
        else
            own.HasPlain = true;
        if (number > 0)
            own.Add(number, text.Length, rows.Line, amount);
    }

    /// <summary>Adds an error for the first such row of every value column.</summary>
    public void Report()
    {
        foreach (var own in watched.OfType<Watched>())
        {
            Judge(own);
            if ((own.HasPlain ? own.Labelled : null) is var (labelled, label))
                findings.Add(DeliveryFindings.TotalAmongRows(labelled, label, own.Source.Column.Column));
            else if (own.IsSum && own.Sum is var (place, text))
                findings.Add(DeliveryFindings.TotalAmongRows(place, text, own.Source.Column.Column));
        }
    }

    private static Watched? Watch(ProfileSource source, ProfileColumns header) =>
        (source.When?.Condition.Patterns ?? []).FirstOrDefault(
            each => each.Patterns.Any(pattern => pattern.Contains('*', StringComparison.Ordinal))) is { } wild
            ? new Watched(source, header[wild.Column])
            : null;

    /// <summary>
    /// Looks for a text with which others of the product begin, and whose amount is theirs together. One alone, of a single other
    /// row, may be chance; two are not.
    /// </summary>
    private static void Judge(Watched own)
    {
        if (own.HasLengths)
        {
            var sums = own.Run.GroupBy(row => row.Text)
                .Select(rows => (Text: own.TextOf(rows.Key).Text!, rows.First().Line, Comma: SumOf(rows, ','),
                    Point: SumOf(rows, '.')))
                .OrderBy(sum => sum.Text, StringComparer.Ordinal).ToList();
            var totals = new HashSet<string>(StringComparer.Ordinal);
            for (var at = sums.Count - 2; at >= 0; at--)
                Judge(own, at, sums, totals);
        }

        own.Clear();
    }

    private static void Judge(
        Watched own, int at, List<(string Text, int Line, decimal? Comma, decimal? Point)> sums, HashSet<string> totals)
    {
        var (text, line, comma, point) = sums[at];
        var parts = sums.Skip(at + 1).TakeWhile(other => other.Text.StartsWith(text, StringComparison.Ordinal))
            .Where(other => !totals.Contains(other.Text)).ToList();
        if (parts.Count == 0
            || !(IsSum(comma, parts.Select(part => part.Comma)) || IsSum(point, parts.Select(part => part.Point))))
            return;
        totals.Add(text);
        own.Sum ??= (new CellPlace(line, own.Column), text);
        own.Singles += parts.Count == 1 ? 1 : 0;
        own.IsSum |= parts.Count > 1 || own.Singles > 1;
    }

    private static bool IsSum(decimal? own, IEnumerable<decimal?> parts) =>
        own is not (null or 0) && parts.Aggregate((decimal?)0, (sum, part) => sum + part) == own;

    private static decimal? SumOf(IEnumerable<(int Text, int Line, NumberReading Amount)> rows, char mark) =>
        rows.Aggregate((decimal?)0, (sum, row) => sum + row.Amount.ValueWith(mark));

    private sealed class Watched(ProfileSource source, int column)
    {
        private (string? Text, int Length, bool RepeatsOthers)[] texts = new (string?, int, bool)[64];
        private (int Text, int Line, NumberReading Amount)[] run = new (int, int, NumberReading)[64];
        private int count;
        private int length;

        public ProfileSource Source => source;

        public int Column => column;

        public bool HasPlain { get; set; }

        /// <summary>The first label of a total or of a part.</summary>
        public (CellPlace Place, string Text)? Labelled { get; set; }

        public ProfileGroup? Group { get; set; }

        /// <summary>The rows of the product on end.</summary>
        public IEnumerable<(int Text, int Line, NumberReading Amount)> Run => run.Take(count);

        /// <summary>Whether their texts are not all of one length: else none begins with another.</summary>
        public bool HasLengths { get; private set; }

        public (CellPlace Place, string Text)? Sum { get; set; }

        /// <summary>Whether there is one that is no chance.</summary>
        public bool IsSum { get; set; }

        /// <summary>How many are the sum of a single other row.</summary>
        public int Singles { get; set; }

        /// <summary>What is known of a text of the column by its number; no text where it was not met yet.</summary>
        public (string? Text, int Length, bool RepeatsOthers) TextOf(int number) =>
            unchecked((uint)number) < (uint)texts.Length ? texts[number] : default;

        public (string? Text, int Length, bool RepeatsOthers) Learn(int number, ReadOnlySpan<char> text)
        {
            var learned = (text.ToString(), text.Length, TotalLabel.RepeatsOthers(text));
            if (number >= texts.Length)
                Array.Resize(ref texts, number * 2);
            if (number >= 0)
                texts[number] = learned;
            return learned;
        }

        public void Add(int text, int textLength, int line, in NumberReading amount)
        {
            if (count == MaximumKept)
                return;
            if (count == run.Length)
                Array.Resize(ref run, count * 2);
            if (count == 0)
                length = textLength;
            HasLengths |= length != textLength;
            run[count++] = (text, line, amount);
        }

        public void Clear() => (count, HasLengths) = (0, false);
    }
}
