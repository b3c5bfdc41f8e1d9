using System.Globalization;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>
/// The unit of each value, wherever it is said: in the header of its column, in the row's <c>Einheit</c>, in a title, a note or
/// a remark. Where two of them differ the sender is asked.
/// </summary>
internal sealed class RowUnits(RowSource rows, Header header, Metadata metadata, FindingList findings)
{
    private readonly int column = header.Find(RowDimension.Unit);
    private readonly int[] labels = [.. header.Cells.Where(cell => cell is HeaderCell.Information or HeaderCell.Unknown)
        .Select(cell => cell.Index)];
    private readonly HashSet<string> said = [];
    private readonly List<Factor> taken = [];
    private readonly List<DeclaredUnit> notes =
        [.. header.Cells.OfType<HeaderCell.Unknown>()
            .Select(cell => new DeclaredUnit(UnitSentence.DeclaredInTitle(cell.Text), new CellPlace(header.Line, cell.Index),
                cell.Text)).Where(note => note.Unit != CellUnit.None)];

    private bool hasOtherThanMoney;
    private Dictionary<int, DeclaredUnit>? below;
    private int blank;
    private string? scaled;
    private Factor? last;

    /// <summary>What the last value was multiplied with.</summary>
    public Factor Last { get; private set; } = Factor.One;

    /// <summary>
    /// Takes the row below the header as units of its columns, <c>T€</c> below <c>Wert</c>; false where it is no such row.
    /// </summary>
    public bool TakeRowOfUnits()
    {
        var units = new Dictionary<int, DeclaredUnit>();
        var isAny = false;
        foreach (var values in header.Values)
        {
            var text = UnitSuffix.Bare(Blanks.Trim(rows.Cell(values.Index)));
            if (text.IsEmpty)
                continue;
            isAny = true;
            var place = new CellPlace(rows.Line, values.Index);
            if (MoneyUnit.Of(text) is var unit and not CellUnit.None)
                units.Add(values.Index, new DeclaredUnit(unit, place, text.ToString()));
            else if (MeasureUnit.NamesOf(text).IsEmpty)
                return false;
        }

        if (!isAny || Blanks.Trim(rows.Cell(header.Find(RowDimension.Product))).ContainsAnyInRange('0', '9'))
            return false;
        below = units;
        foreach (var unit in units.Values.Where(unit => metadata.Unit?.Contradicts(unit.Factor) == true))
            Contradicts(unit.Place, unit.Text, metadata.Unit!.Text);
        return true;
    }

    /// <summary>The unit that stands below the header of a column, or is said of the whole table; null where none is.</summary>
    private DeclaredUnit? DeclaredFor(HeaderCell.OfValues values) =>
        below?.GetValueOrDefault(values.Index) ?? metadata.Unit;

    /// <summary>What the current row's value in a column is multiplied with; false when a finding was added.</summary>
    public bool TryFactor(HeaderCell.OfValues values, FigureKey key, out Factor factor)
    {
        factor = values.Factor;
        if (factor.Sign == 0)
            Say(new CellPlace(header.Line, values.Index), values.Text, factor);
        return (column < 0 && below is null && metadata.Unit is null) || TryOther(values, key, ref factor);
    }

    /// <summary>Takes the factor that the row or a title says.</summary>
    private bool TryOther(HeaderCell.OfValues values, FigureKey key, ref Factor factor)
    {
        var text = Text();
        var declared = DeclaredFor(values);
        if (text.IsEmpty && declared is null)
        {
            if (column >= 0 && blank == 0 && values.Unit.Length == 0 && key.IsMoney)
                blank = rows.Line;
            return true;
        }

        if (text.IsEmpty)
            return !key.IsMoney || TryDeclared(declared!, values, ref factor);
        text = UnitSuffix.Bare(text);
        var unit = MoneyUnit.Of(text);
        if (!key.IsMoney || unit == CellUnit.None)
            return Fits(text, unit, key.Figure);
        var own = new DeclaredUnit(unit, new CellPlace(rows.Line, column), text.ToString());
        if (declared?.Contradicts(own.Factor) == true)
            return Contradicts(own.Place, own.Text, declared.Text);
        if (unit != CellUnit.Euro)
            scaled ??= own.Text;
        return TryDeclared(own, values, ref factor);
    }

    /// <summary>What a total in a column is multiplied with.</summary>
    public Factor FactorOfTotal(HeaderCell.OfValues values) =>
        column >= 0 ? Last : values.Unit.Length == 0 && DeclaredFor(values) is { } declared ? declared.Factor : values.Factor;

    /// <summary>A value was taken.</summary>
    public void Take(FigureKey key, in CellReading cell)
    {
        if (cell.Mark != CellMark.None)
            return;
        if (!ReferenceEquals(cell.Factor, Last))
            Last = cell.Factor;
        if (!key.IsMoney)
            hasOtherThanMoney = true;
        else if (!ReferenceEquals(cell.Factor, last) && !MoneyUnit.IsMoney(cell.Reading.Unit))
            TakeFactor(cell.Factor);
    }

    /// <summary>What stands in words beside a value must not declare another unit.</summary>
    public void LookBeside(FigureKey key, in CellReading cell, ReadOnlySpan<char> remark, int remarkColumn)
    {
        if (cell.Mark != CellMark.None)
            return;
        var figure = key.Figure;
        LookAt(remark, remarkColumn, cell, key.IsMoney);
        if (!remark.IsEmpty && MeasureUnit.DeclaredIn(remark) is { IsEmpty: false } measure
            && !MeasureUnit.IsSame(measure, figure.Unit))
            findings.Add(DeliveryFindings.WrongUnit(
                new CellPlace(rows.Line, remarkColumn), remark.ToString(), figure.Unit, figure.Name));
        foreach (var label in labels)
            LookAt(Blanks.Trim(rows.Cell(label)), label, cell, key.IsMoney);
    }

    private void TakeFactor(Factor factor)
    {
        last = factor;
        if (!taken.Contains(factor))
            taken.Add(factor);
    }

    /// <summary>Thousands of nobody knows what may be meant of all numbers, a unit of money of amounts only.</summary>
    private void LookAt(ReadOnlySpan<char> words, int at, in CellReading cell, bool isMoney)
    {
        if (words.IsEmpty)
            return;
        if (UnitSentence.DeclaredIn(words) is var unit and not CellUnit.None && (isMoney || unit == CellUnit.Other)
            && !(NumberText.TryRead(words, out _, out var own) && (own.IsEmpty || MoneyUnit.Of(own) != CellUnit.None))
            && new DeclaredUnit(unit, new CellPlace(rows.Line, at), words.ToString()) is var declared
            && declared.Contradicts(cell.Factor))
            findings.Add(DeliveryFindings.UnitUnclear(declared.Place, declared.Text));
    }

    /// <summary>Takes the current row as a note.</summary>
    public void TakeNote()
    {
        if (DeclaredUnit.In(rows) is { } declared && !notes.Exists(note => note.Unit == declared.Unit))
            notes.Add(declared);
    }

    /// <summary>Whether amounts were read in another unit than the name of a file says.</summary>
    public bool Contradicts(string name) => UnitSentence.DeclaredInName(name) is var unit and not CellUnit.None
        && taken.Exists(new DeclaredUnit(unit, default, name).Contradicts);

    /// <summary>Takes a text that stands outside the cells.</summary>
    public void TakeAside(string text, CellPlace place)
    {
        if (UnitSentence.DeclaredIn(text) is var unit and not CellUnit.None)
            notes.Add(new DeclaredUnit(unit, place, text));
    }

    /// <summary>Asks where a note declares a unit in which amounts were not read.</summary>
    public void Report()
    {
        if (blank > 0 && scaled is not null)
            findings.Add(DeliveryFindings.UnitMissing(new CellPlace(blank, column), scaled));
        foreach (var note in notes)
        {
            if (taken.Exists(note.Contradicts) || (note.Unit == CellUnit.Other && hasOtherThanMoney))
                findings.Add(DeliveryFindings.UnitUnclear(note.Place, note.Text));
        }
    }

    /// <summary>
    /// What the row's <c>Einheit</c> says; a dash, or the question mark that old code pages make of €, says nothing.
    /// </summary>
    private ReadOnlySpan<char> Text()
    {
        var text = column < 0 ? default : Blanks.Trim(rows.Cell(column));
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol || c is '%' or '‰')
                return text;
        }

        return default;
    }

    private bool TryDeclared(DeclaredUnit declared, HeaderCell.OfValues values, ref Factor factor)
    {
        if (values.Unit.Length > 0 && declared.Contradicts(values.Factor))
            return Contradicts(declared.Place, declared.Text, values.Text);
        factor = declared.Factor;
        if (factor.Sign == 0)
            Say(declared.Place, declared.Text, factor);
        return true;
    }

    private bool Fits(ReadOnlySpan<char> text, CellUnit unit, Figure figure)
    {
        var fits = figure.Unit.Length == 0
            ? unit == CellUnit.None && !IsShareOrScale(text)
            : MeasureUnit.IsSame(Blanks.Collapse(text), figure.Unit);
        if (!fits)
            findings.Add(DeliveryFindings.WrongUnit(new CellPlace(rows.Line, column), text.ToString(), figure.Unit, figure.Name));
        return fits;
    }

    /// <summary>What a count cannot be given in: per cent, per mille, thousands of pieces.</summary>
    private static bool IsShareOrScale(ReadOnlySpan<char> text)
    {
        if (text is "%" or "‰" || text.StartsWith("Pro", StringComparison.OrdinalIgnoreCase)
            && text[3..].ToString().ToLowerInvariant() is "zent" or "mille")
            return true;
        foreach (var word in text.Split(' '))
        {
            if (UnitSentence.DeclaredIn($"in {text[word]}") != CellUnit.None)
                return true;
        }

        return false;
    }

    private bool Contradicts(CellPlace place, string found, string other)
    {
        if (said.Add($"{found}\n{other}"))
            findings.Add(DeliveryFindings.UnitsContradict(place, found, other));
        return false;
    }

    private void Say(CellPlace place, string text, Factor factor)
    {
        if (said.Add(text))
            findings.Add(DeliveryFindings.UnitApplied(place, text, factor.Value));
    }
}
