using System.Collections.Immutable;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Catalogues;

/// <summary>How a file that was not made for Produktreport is read (<c>profile/{name}.yaml</c>).</summary>
public sealed record ImportProfile
{
    /// <summary>The profile's name, unique within its year; its file may be called otherwise.</summary>
    public required string Name { get; init; }

    /// <summary>Path pattern below the inbox, <c>*</c> within a folder and <c>**</c> across folders (<c>gilt_fuer</c>).</summary>
    public required string AppliesTo { get; init; }

    /// <summary>Declared encoding, lower case (<c>windows-1252</c>, <c>utf-8</c>, <c>utf-16le</c>); null = detected.</summary>
    public string? Encoding { get; init; }

    /// <summary>Declared separator; null = detected.</summary>
    public char? Separator { get; init; }

    /// <summary>
    /// The unit of the amounts where the file names none (<c>einheit</c>): €, T€, Mio. € or Mrd. €; null = the file says it.
    /// </summary>
    public string? Unit { get; init; }

    /// <summary>Declared decimal mark, comma or point; null = decided from the cells.</summary>
    public char? DecimalMark { get; init; }

    /// <summary>Declared thousands mark, empty for none; null = decided from the cells.</summary>
    public string? ThousandsMark { get; init; }

    /// <summary>
    /// Line of the header, from 1, the last where it has several; null = found, or none where <see cref="HasHeader"/> says so.
    /// </summary>
    public int? HeaderLine { get; init; }

    /// <summary>
    /// How many lines the header has, the last of them <see cref="HeaderLine"/>; a column is called by what they say from the
    /// top down, where a text holds for the blank cells to its right.
    /// </summary>
    public int HeaderLines { get; init; } = 1;

    /// <summary>Whether the file has a header; else columns are named by their letters (<c>kopfzeile: keine</c>).</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>The worksheet of an XLSX upload (<c>blatt</c>); null = the first.</summary>
    public string? Sheet { get; init; }

    /// <summary>The column with the product number; null where <see cref="Origin"/> says it for the whole file.</summary>
    public required string? ProductColumn { get; init; }

    /// <summary>The product of the whole file or sheet; null where each row names its own.</summary>
    public ProductOrigin? Origin { get; init; }

    /// <summary>
    /// How the cells of <see cref="ProductColumn"/> tell the number among other text; null = they hold nothing else.
    /// </summary>
    public ProductPattern? ProductPattern { get; init; }

    /// <summary>The column with the service number (<c>leistung</c>); null = values are the product's own.</summary>
    public string? ServiceColumn { get; init; }

    /// <summary>The columns with the period (<c>periode</c>), for value columns that name none; none where they all do.</summary>
    public PeriodColumns PeriodColumns { get; init; } = PeriodColumns.None;

    /// <summary>
    /// Columns in which a blank cell means what stands above it (<c>leer_wie_oben</c>), the outer ones first: an outer one that
    /// changes begins the inner ones anew.
    /// </summary>
    public ImmutableArray<string> FilledDown { get; init; } = [];

    /// <summary>The value columns. Several rows of the same product add up.</summary>
    public ImmutableArray<ProfileValue> Values { get; init; } = [];

    /// <summary>Rows left out, counted in the receipt.</summary>
    public ImmutableArray<RowCondition> Ignored { get; init; } = [];

    /// <summary>
    /// How total rows are recognised; they are checked against the rows above and left out. Null = none are expected.
    /// </summary>
    public RowCondition? TotalRow { get; init; }

    /// <summary>Sums that must hold in each row; one that does not is a warning.</summary>
    public ImmutableArray<RowCheck> Checks { get; init; } = [];

    /// <summary>
    /// Whether the extract is complete, so that a product without a booking has the value 0 (<c>buchungslos: 0</c>); else it
    /// has none.
    /// </summary>
    public bool IsComplete { get; init; }

    /// <summary>What becomes of products the catalogue does not know.</summary>
    public UnknownProducts UnknownProducts { get; init; } = UnknownProducts.Error;

    /// <summary>
    /// Where the particulars of created products stand; null unless <see cref="UnknownProducts"/> is <c>Create</c>.
    /// </summary>
    public ProductColumns? Creation { get; init; }

    /// <summary>Every column the profile names, once.</summary>
    public IEnumerable<string> Columns => KeyColumns.Concat(NumberColumns).Concat(FilledDown)
        .Concat(Creation is { } made
            ? [made.Name, made.GroupNumber, made.GroupName, made.AreaNumber, made.AreaName]
            : Array.Empty<string?>())
        .OfType<string>().Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The columns that hold numbers.</summary>
    public IEnumerable<string> NumberColumns =>
        [.. Values.Select(value => value.Column), .. Checks.SelectMany(check => check.Right.Prepend(check.Left))];

    /// <summary>The columns whose texts say what a row is about.</summary>
    public IEnumerable<string> KeyColumns => new[] { ProductColumn, ServiceColumn }.Concat(PeriodColumns.All)
        .Concat(Values.Select(value => value.When).Concat(Ignored).Append(TotalRow).OfType<RowCondition>()
            .SelectMany(condition => condition.Patterns).Select(pattern => pattern.Column))
        .OfType<string>().Where(name => name.Length > 0);
}

/// <summary>The columns that say of each row its period: one that holds it whole, or one for each part of it.</summary>
/// <param name="Whole">The column with all of it; null where parts hold it.</param>
/// <param name="Year">The column with the year; null where there is none.</param>
/// <param name="HalfYear">The column with the half-year; null where there is none.</param>
/// <param name="Quarter">The column with the quarter; null where there is none.</param>
/// <param name="Month">The column with the month; null where there is none.</param>
public sealed record PeriodColumns(string? Whole, string? Year, string? HalfYear, string? Quarter, string? Month)
{
    /// <summary>No column says it.</summary>
    public static readonly PeriodColumns None = new(null, null, null, null, null);

    /// <summary>The columns there are.</summary>
    public IEnumerable<string> All => new[] { Whole, Year, HalfYear, Quarter, Month }.OfType<string>();
}

/// <summary>Where the product of a whole file or sheet is named.</summary>
/// <param name="Kind">Where.</param>
/// <param name="Text">
/// The number itself, or the pattern of the name: <c>{nummer}</c> is the product's number, <c>{name}</c> its name, <c>*</c> any
/// text.
/// </param>
public sealed record ProductOrigin(ProductOriginKind Kind, string Text);

/// <summary>How a cell tells the product's number among other text.</summary>
/// <param name="Text">
/// <c>{nummer}</c> is the product's number, <c>{name}</c> its name, <c>*</c> any text: <c>{nummer} {name}</c>.
/// </param>
/// <param name="IsHeading">
/// Whether such a cell stands above the rows of the product (<c>ueberschrift</c>), not in each of them (<c>muster</c>).
/// </param>
public sealed record ProductPattern(string Text, bool IsHeading);

/// <summary>Where a product is named that stands in no column.</summary>
public enum ProductOriginKind
{
    /// <summary><c>fest</c>: in the profile.</summary>
    Fixed,

    /// <summary><c>dateiname</c>: in the file's name.</summary>
    FileName,

    /// <summary><c>blatt</c>: in the sheet's name.</summary>
    SheetName,
}

/// <summary>One value column of a profile.</summary>
/// <param name="Column">
/// The header of the column; <c>Name (2)</c> for the second of that name; where no header says so, the letters Excel shows:
/// <c>AB</c>.
/// </param>
/// <param name="Figure">The base figure it carries.</param>
/// <param name="Period">The period it is for; null = from <see cref="ImportProfile.PeriodColumns"/>.</param>
/// <param name="Scenario">Ist, Plan or Prognose.</param>
/// <param name="Factor">What each cell is multiplied with: −1 turns a sign, 1000 reads T€.</param>
/// <param name="When">Only rows that match; null = all.</param>
public sealed record ProfileValue(
    string Column, FigureId Figure, Period? Period, Scenario Scenario, decimal Factor, RowCondition? When)
{
    /// <summary>Whether its amounts count from January to the end of the period, whatever the figure's own are.</summary>
    public bool IsCumulative { get; init; }
}

/// <summary>
/// A condition on a row. Every named column must match one of its patterns. <c>*</c> and <c>?</c> are wildcards. The empty
/// pattern matches an empty cell.
/// </summary>
public sealed record RowCondition(ImmutableArray<ColumnPattern> Patterns)
{
    /// <summary>In words: <c>Sachkonto = 40* oder 41*, Art = Ist</c>.</summary>
    public override string ToString() => string.Join(
        ", ", Patterns.Select(each => $"{each.Column} = {string.Join(" oder ", each.Patterns.Select(NameOf))}"));

    private static string NameOf(string pattern) => pattern.Length == 0 ? "leer" : pattern;
}

/// <summary>One column's patterns within a <see cref="RowCondition"/>, of which one must match.</summary>
public sealed record ColumnPattern(string Column, ImmutableArray<string> Patterns);

/// <summary>A sum that must hold in each row: <c>links</c> = sum of <c>rechts</c>, to the cent.</summary>
public sealed record RowCheck(string Text, string Left, ImmutableArray<string> Right);

/// <summary>What becomes of products the catalogue does not know (<c>unbekannte_produkte</c>).</summary>
public enum UnknownProducts
{
    /// <summary><c>fehler</c>: the file is rejected.</summary>
    Error,

    /// <summary><c>hinweis</c>: their rows are left out, with a hint.</summary>
    Hint,

    /// <summary><c>anlegen</c>: they are created with the standard figures.</summary>
    Create,
}

/// <summary>The columns from which a product is created; a null column leaves its field blank.</summary>
public sealed record ProductColumns(string? Name, string? GroupNumber, string? GroupName, string? AreaNumber, string? AreaName)
{
    /// <summary>
    /// How many characters of its number are those of Hauptproduktbereich, Produktbereich and Produktgruppe (<c>stellen</c>);
    /// null = as <see cref="ProductHierarchy.LeadingPart"/> cuts it.
    /// </summary>
    public ImmutableArray<int>? Digits { get; init; }
}
