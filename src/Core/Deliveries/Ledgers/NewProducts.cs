using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Figures;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>Makes products the catalogue does not know from the rows of a file (<c>unbekannte_produkte: anlegen</c>).</summary>
/// <param name="context">Where they are delivered.</param>
/// <param name="rows">The rows, each at its product.</param>
/// <param name="columns">Where their particulars stand.</param>
/// <param name="header">The columns of the file.</param>
/// <param name="named">The product of the whole file; null where each row names its own.</param>
internal sealed class NewProducts(DeliveryContext context, RowSource rows, ProductColumns columns, ProfileColumns header,
    FileProduct? named)
{
    private readonly List<CreatedProduct> created = [];

    /// <summary>The products made, by year and number.</summary>
    public ImmutableArray<CreatedProduct> Created =>
        [.. created.OrderBy(product => product.Year).ThenBy(product => product.Product.Number)];

    /// <summary>Whether a text can become a product: a number with a digit. Labels are none, whatever they look like.</summary>
    public static bool CanBe(string text, out ProductNumber number) =>
        ProductNumber.TryParse(text, out number) && text.Any(char.IsAsciiDigit) && !KeyText.IsDate(text);

    /// <summary>A number turned out to be no product's.</summary>
    public void Remove(string number) => created.RemoveAll(product => product.Product.Number.Text == number);

    /// <summary>
    /// Makes a product from the current row for the catalogue of <paramref name="index"/>, with its standard figures.
    /// </summary>
    /// <param name="number">Its number.</param>
    /// <param name="index">The catalogue.</param>
    /// <param name="beside">The name that stands beside the number, for want of a column; empty where none does.</param>
    public ProductKeys Create(ProductNumber number, CatalogueIndex index, string beside)
    {
        var level = LevelNumber.Of(number);
        var product = new Product
        {
            Number = number,
            Name = new[] { Text(columns.Name), beside, named?.Name ?? "" }.FirstOrDefault(name => name.Length > 0, number.Text),
            Hierarchy = Hierarchy(number),
            Department = context.Stamp.Department,
            BaseFigures = At(index.Catalogue.Standard.BaseFigures, level),
            KeyFigures = At(index.Catalogue.Standard.KeyFigures, level),
        };
        created.Add(new CreatedProduct(index.Catalogue.Year, product));
        return index.Add(product);
    }

    /// <summary>
    /// Area and group as the file gives them, else as the number itself says; the main area is the area's, as in the
    /// Produktrahmenplan of every Land.
    /// </summary>
    private ProductHierarchy Hierarchy(ProductNumber number)
    {
        var group = Step(columns.GroupNumber, columns.GroupName, PartOf(number.Text, 3));
        var area = Step(columns.AreaNumber, columns.AreaName, PartOf(number.Text, 2));
        return new ProductHierarchy(new HierarchyStep(PartOf(area.Number, 1), ""), area, group);
    }

    private string PartOf(string number, int step) =>
        columns.Digits is { } digits
            ? number[..Math.Min(digits[step - 1], number.Length)]
            : ProductHierarchy.LeadingPart(number, step);

    private HierarchyStep Step(string? numberColumn, string? nameColumn, string otherwise) =>
        new(Text(numberColumn) is { Length: > 0 } number ? number : otherwise, Text(nameColumn));

    private string Text(string? column) => column is null ? "" : Blanks.Collapse(rows.Cell(header[column]));

    /// <summary>Standard figures at a level: names in their formulas that stand for the level itself get its number.</summary>
    private static ImmutableArray<T> At<T>(ImmutableArray<T> figures, LevelNumber level)
        where T : Figure =>
        [.. figures.Select(figure => figure.Formula is { } formula
            ? figure with { Formula = formula with { Root = At(formula.Root, level) } }
            : figure)];

    private static Term At(Term term, LevelNumber level) => term switch
    {
        Term.FigureValue value when value.Level == default => value with { Level = level },
        Term.Negation negation => new Term.Negation(At(negation.Operand, level)),
        Term.Operation operation => operation with { Left = At(operation.Left, level), Right = At(operation.Right, level) },
        Term.Call call => call with { Arguments = [.. call.Arguments.Select(argument => At(argument, level))] },
        _ => term,
    };
}
