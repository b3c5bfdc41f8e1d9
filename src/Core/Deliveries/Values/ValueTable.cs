using System.Collections;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Figures;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Values;

/// <summary>
/// The values of a delivery in file order. Kept compactly; each is made an object only when it is asked for, anew every time.
/// </summary>
internal sealed class ValueTable : IReadOnlyList<DeliveredValue>
{
    /// <summary>Few enough to be in the processor's cache still.</summary>
    private const int SortedAtOnce = 1024;

    private readonly Chunks<CompactValue> values = new();
    private readonly Chunks<char> texts = new();
    private readonly Chunks<KeptRemark> remarks = new();
    private readonly List<FigureKey> figures = [];
    private int sorted;
    private bool anyRepeated;
    private readonly List<FigureValues> byFigure = [];
    private readonly List<string> rules = [];
    private readonly Dictionary<string, int> ruleNumbers = [];
    private readonly List<string?> sheets = [null];

    /// <summary>How many there are.</summary>
    public int Count => values.Count;

    /// <summary>
    /// The figures in the order of their first values; a value's <see cref="CompactValue.Figure"/> is an index into them.
    /// </summary>
    public IReadOnlyList<FigureKey> Figures => figures;

    /// <summary>The indices of the values of a figure, in file order.</summary>
    public ReadOnlySpan<int> Of(FigureKey figure)
    {
        Sort();
        return byFigure[figure.Number].Indices;
    }

    /// <summary>Whether a period of a figure comes twice in the same Art.</summary>
    public bool AnyRepeated
    {
        get
        {
            Sort();
            return anyRepeated;
        }
    }

    /// <summary>Whether anything was said beside any value.</summary>
    public bool HasRemarks => remarks.Count > 0;

    /// <summary>The value as an object.</summary>
    public DeliveredValue this[int index]
    {
        get
        {
            ref readonly var value = ref values[index];
            var cell = new CellReference(
                value.Line, ColumnLetters.Of(value.Column), TextIn(value), value.Rule < 0 ? null : rules[value.Rule],
                sheets[value.Sheet]);
            var remark = RemarkOf(value);
            return new DeliveredValue(
                figures[value.Figure].Address, value.Period, value.Scenario, value.Value, value.IsCumulative, cell,
                Written(remark.Remark), Written(remark.Reason));
        }
    }

    /// <summary>Whether a reason is given why a value replaces an earlier one.</summary>
    public bool HasReason(in CompactValue value) => RemarkOf(value).Reason.Length > 0;

    /// <summary>The values added from now on stand on this sheet; null where the file has only one.</summary>
    public void BeginSheet(string? sheet)
    {
        if (sheet is not null)
            sheets.Add(sheet);
    }

    /// <summary>The value as it is kept.</summary>
    public ref readonly CompactValue At(int index) => ref values[index];

    /// <summary>
    /// Adds a value; <paramref name="rule"/> is what was applied to it, <paramref name="text"/> the raw text of its cell. Where
    /// nothing was applied, none need be kept of a number written with a decimal comma and without thousands marks.
    /// </summary>
    public void Add(
        FigureKey figure, Period period, Scenario scenario, decimal? number, bool isCumulative, CellPlace place,
        ReadOnlySpan<char> text, string? rule, ReadOnlySpan<char> comment = default, ReadOnlySpan<char> reason = default)
    {
        if (values.Count - sorted == SortedAtOnce)
            Sort();
        ref var value = ref values.Add();
        value.Value = number;
        value.Figure = NumberOf(figure);
        value.Period = period;
        value.Scenario = scenario;
        value.IsCumulative = isCumulative;
        value.Sheet = (ushort)(sheets.Count - 1);
        value.Line = place.Line;
        value.Column = place.Column;
        value.Text = Keep(text);
        value.Remark = Keep(comment, reason);
        value.Rule = rule is null ? -1 : NumberOf(rule);
    }

    /// <summary>Gives a value the number it waited for.</summary>
    public void Settle(int index, decimal number) => values[index].Value = number;

    /// <summary>Removes the values at these indices.</summary>
    public void Remove(IReadOnlySet<int> indices)
    {
        var kept = 0;
        for (var index = 0; index < values.Count; index++)
        {
            if (!indices.Contains(index))
                values[kept++] = values[index];
        }

        values.Truncate(kept);
        (sorted, anyRepeated) = (0, false);
        byFigure.ForEach(figure => figure.Clear());
    }

    /// <summary>Sorts the values added since the last time by figure.</summary>
    private void Sort()
    {
        for (; sorted < Count; sorted++)
        {
            ref readonly var value = ref values[sorted];
            anyRepeated |= !byFigure[value.Figure].Add(sorted, value.Period, value.Scenario);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<DeliveredValue> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
            yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int NumberOf(FigureKey figure)
    {
        if (figure.Number < 0)
        {
            figure.Number = figures.Count;
            figures.Add(figure);
            byFigure.Add(new FigureValues());
        }

        return figure.Number;
    }

    private int NumberOf(string rule)
    {
        if (ruleNumbers.TryAdd(rule, rules.Count))
            rules.Add(rule);
        return ruleNumbers[rule];
    }

    private int Keep(ReadOnlySpan<char> comment, ReadOnlySpan<char> reason)
    {
        if (comment.IsEmpty && reason.IsEmpty)
            return 0;
        remarks.Add() = new KeptRemark(Keep(comment), Keep(reason));
        return remarks.Count;
    }

    private KeptRemark RemarkOf(in CompactValue value) => value.Remark == 0 ? default : remarks[value.Remark - 1];

    private string? Written(KeptText text) => text.Length == 0 ? null : TextOf(text);

    private KeptText Keep(ReadOnlySpan<char> text) => text.IsEmpty ? default : new KeptText(texts.Add(text), text.Length);

    private string TextIn(in CompactValue value) => value is { Text.Length: 0, Rule: < 0, Value: { } number }
        ? NumberReading.RegularText(number)
        : TextOf(value.Text);

    private string TextOf(KeptText text) =>
        string.Create(text.Length, (texts, text.First), static (target, source) => source.texts.CopyTo(source.First, target));
}
