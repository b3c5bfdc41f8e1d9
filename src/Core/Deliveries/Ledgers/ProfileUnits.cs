using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>
/// Holds the units that a file names, in its headers, in a title above or a note below, against the factors of its profile.
/// </summary>
internal sealed class ProfileUnits(
    ImportProfile profile, ProfileColumns header, DeclaredUnit? declared, CatalogueSet catalogues, FindingList findings)
{
    /// <summary>Whoever writes a unit beside each amount does so from the first rows on.</summary>
    private const int FirstRows = 1000;

    /// <summary>From here on a factor is one of units; smaller ones are signs and shares.</summary>
    private const decimal SmallestOfUnits = 1000;

    private static readonly HashSet<string> NoFigureUnits = [];
    private readonly HashSet<int> numbers = [.. header.NumbersOf(profile)];
    private readonly List<int> unitColumns = [];
    private readonly HashSet<string> asked = [];
    private bool isNamed;

    /// <summary>Whether a factor turns thousands or millions of euro into euro.</summary>
    public static bool IsOfUnits(decimal factor) => Math.Abs(factor) >= SmallestOfUnits;

    /// <summary>Adds an error for every column whose header or title names another unit than its factor.</summary>
    public void Check()
    {
        foreach (var value in profile.Values)
        {
            var place = new CellPlace(header.Line, header[value.Column]);
            var said = header.NameOf(place.Column) ?? value.Column;
            var (_, unit, factor) = UnitSuffix.Split(said, NoFigureUnits);
            if (OtherThanMoney(value) is { } figure)
            {
                if (unit.Length > 0)
                    findings.Add(DeliveryFindings.WrongUnit(place, said, figure.Unit, figure.Name));
            }
            else if (BudgetWords.IsOtherMeasure(said) && ProfileLayout.FigureOf(value.Figure, catalogues) is { } money)
            {
                findings.Add(DeliveryFindings.NoAmountsByHeader(place, said, money.Name));
            }
            else if (unit.Length > 0)
            {
                Compare(value, factor, place, said);
            }
            else if (UnitSentence.ScaleAmongWords(said) is var scale and not CellUnit.None)
            {
                Compare(value, new Factor(MoneyUnit.FactorOf(scale)), place, said);
            }
            else if (MoneyUnit.IsUnclear(UnitSentence.DeclaredIn(said)))
            {
                if (!IsOfUnits(value.Factor) && asked.Add(said))
                    findings.Add(DeliveryFindings.UnitUnclear(place, said));
            }
            else if (declared is not null && !MoneyUnit.IsUnclear(declared.Unit))
            {
                Compare(value, declared.Factor, declared.Place, declared.Text);
            }
            else if (profile.Unit is { } own && new Factor(MoneyUnit.FactorOf(MoneyUnit.Of(own))) is var right
                && !Fits(value, right) && asked.Add($"{own}\n{value.Column}"))
            {
                findings.Add(DeliveryFindings.OwnUnitContradicts(own, value.Column, value.Factor, Signed(value, right)));
            }
        }
    }

    /// <summary>
    /// Adds a warning for factors that only a unit could explain, where neither the file nor the profile names one.
    /// </summary>
    /// <param name="sums">What the rows add up to, by column from 0.</param>
    public void CheckNamed(Func<int, IEnumerable<ColumnSum>> sums)
    {
        isNamed |= declared is not null || unitColumns.Count > 0
            || Enumerable.Range(0, header.Line > 0 ? header.Count : 0).Any(column => NamesUnit(header.NameOf(column) ?? ""));
        foreach (var value in profile.Values.Where(value => OtherThanMoney(value) is null && IsUnexplained(value.Factor))
            .DistinctBy(value => Math.Abs(value.Factor)))
        {
            var column = header[value.Column];
            if (sums(column).FirstOrDefault() is { LargestLine: > 0 } part)
                findings.Add(DeliveryFindings.UnitUnnamed(
                    new CellPlace(part.LargestLine, column), part.Text, value.Column, value.Factor));
        }
    }

    /// <summary>Signs and shares need no unit, and none explains a hundred.</summary>
    private bool IsUnexplained(decimal factor) => Math.Abs(factor) switch
    {
        1 => false,
        > 0.01m and < 1 => false,
        1_000 or 1_000_000 or 1_000_000_000 => !isNamed && profile.Unit is null,
        _ => true,
    };

    private static bool NamesUnit(string name) => UnitSuffix.Split(name, NoFigureUnits).Unit.Length > 0
        || UnitSentence.ScaleAmongWords(name) != CellUnit.None || UnitSentence.DeclaredIn(name) != CellUnit.None;

    /// <summary>Looks for cells of the current row that are a unit, in whatever column.</summary>
    public void Look(RowSource rows)
    {
        if (unitColumns.Count > 0 || rows.Line - header.Line <= FirstRows)
            LookAtUnits(rows);
    }

    private void LookAtUnits(RowSource rows)
    {
        if (rows.Line - header.Line <= FirstRows)
        {
            for (var column = 0; column < rows.Count; column++)
                LookAt(rows, column);
        }
        else
        {
            foreach (var column in unitColumns)
                LookAt(rows, column);
        }
    }

    private void LookAt(RowSource rows, int column)
    {
        var text = Blanks.Trim(rows.Cell(column));
        if (MoneyUnit.Of(text) is not (var unit and not CellUnit.None) || numbers.Contains(column))
            return;
        if (!unitColumns.Contains(column))
            unitColumns.Add(column);
        if (asked.Add(text.ToString()))
            CheckNote(new DeclaredUnit(unit, new CellPlace(rows.Line, column), text.ToString()));
    }

    /// <summary>Adds an error where a note declares another unit than a factor.</summary>
    public void CheckNote(DeclaredUnit note)
    {
        isNamed = true;
        if (MoneyUnit.IsUnclear(note.Unit))
            findings.Add(DeliveryFindings.UnitUnclear(note.Place, note.Text));
        else
            profile.Values.Where(value => OtherThanMoney(value) is null).ToList()
                .ForEach(value => Compare(value, note.Factor, note.Place, note.Text));
    }

    /// <summary>Adds an error where a text outside the cells declares another unit than a factor.</summary>
    public void CheckAside(string text, CellPlace place)
    {
        if (UnitSentence.DeclaredIn(text) is var unit and not CellUnit.None)
            CheckNote(new DeclaredUnit(unit, place, text));
    }

    /// <summary>The figure a column is read as, where that is no amount of money; null where it is one, or not known.</summary>
    private BaseFigure? OtherThanMoney(ProfileValue value) =>
        ProfileLayout.FigureOf(value.Figure, catalogues) is { } figure && !CellReader.IsMoney(figure) ? figure : null;

    private void Compare(ProfileValue value, Factor said, CellPlace place, string text)
    {
        if (!Fits(value, said) && asked.Add($"{text}\n{value.Column}\n{Math.Abs(value.Factor)}"))
            findings.Add(DeliveryFindings.ProfileUnitContradicts(place, text, value.Column, value.Factor, Signed(value, said)));
    }

    private static bool Fits(ProfileValue value, Factor said) =>
        said.Sign == 1 ? !IsOfUnits(value.Factor) : Math.Abs(value.Factor) == said.Value;

    private static decimal Signed(ProfileValue value, Factor said) => value.Factor < 0 ? -said.Value : said.Value;
}
