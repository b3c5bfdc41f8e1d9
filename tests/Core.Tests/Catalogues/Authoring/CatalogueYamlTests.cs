using System.Text;
using CsCheck;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Authoring;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.German;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Tests.Catalogues.Authoring;

/// <summary>Catalogue files as written by the program: laid out as by hand, and read back as they were.</summary>
public sealed class CatalogueYamlTests
{
    private static readonly List<CatalogueFile> Files = Katalog.Example("2026");
    private static readonly Catalogue Example = CatalogueReader.Read(Files).Catalogues.ByYear[2026];
    private static readonly Product Product = Example.Find(ProductNumber.Of("1111"))!;

    [Fact]
    public void ExampleProduct_IsWrittenAsItsFileIs_ButForComments()
    {
        var file = Encoding.UTF8.GetString(
            Files.First(file => file.Path.EndsWith("1111.yaml", StringComparison.Ordinal)).Content.Span);
        Assert.Equal(Lines(file), Lines(CatalogueYaml.Write(Product, Example.Standard)));
    }

    [Fact]
    public void WrittenProduct_ReadsAsTheSameProduct() => AssertReadsBack(Product);

    [Fact]
    public void AnyText_ReadsAsTheSameText() =>
        Gen.String[
            Gen.OneOf(Gen.Char["aäB0159 .:,#'\"{}[]&*!|>%@-?~\\€–"], Gen.Char['\u0020', '\u2100'], Gen.Const('\n')), 1, 260]
            .Select(text => Composition.Of(new string([.. text.Where(IsPrinted)])).Trim())
            .Where(text => text.Length > 0)
            .Sample(
                text =>
                    AssertReadsBack(
                        Product with
                        {
                            Name = text.Length > 300 ? text[..300].Trim() : text,
                            Description = text,
                            Goals = [Product.Goals[0] with { Text = text }]
                        }), iter: 300);

    // Arabic and what else is written from right to left, but Hebrew, is refused.
    private static bool IsPrinted(char c) => c == '\n' || (!char.IsControl(c) && c is not (>= '\u0600' and <= '\u08FF'));

    [Theory]
    [InlineData("ja: nein")]
    [InlineData("null")]
    [InlineData("Yes")]
    [InlineData("2026")]
    [InlineData("0x1F")]
    [InlineData("- a")]
    [InlineData("a #b")]
    [InlineData("Ende:")]
    [InlineData("...")]
    [InlineData("=")]
    public void TextThatYamlTakesForSomethingElse_IsQuoted(string text) =>
        AssertReadsBack(Product with { Name = text, TaskKind = text });

    [Fact]
    public void EveryField_ReadsBack()
    {
        var extra = Product.BaseFigures[0] with
        {
            Id = FigureId.Of("mehr"),
            Name = "Mehr, [und] {mehr}",
            Unit = "T€",
            Decimals = 6,
            Direction = Direction.LowerIsBetter,
            IsMain = true,
            Tolerance = new StatusTolerance(1.5m, 2m, 3m),
            SensitiveBy = FigureId.Of("stellen"),
            Synonyms = ["a, b", "c"],
            RollUp = RollUpRule.PointInTime,
            Frequency = PeriodKind.HalfYear,
            IsCumulative = true,
            Minimum = -1.50m,
            Maximum = 12345678901234567890.123456m,
        };
        AssertReadsBack(Product with
        {
            BaseFigures = [.. Product.BaseFigures, extra],
            KeyFigures = [],
            Predecessors = [
                new(Product.LevelNumber, ProductNumber.Of("0110"), LevelNumber.Of("0110"), 0.25m),
                    new(LevelNumber.Of("11112"), ProductNumber.Of("0110"), LevelNumber.Of("01101"), 1)],
        });
    }

    private static void AssertReadsBack(Product product)
    {
        var frame = Files.First(file => file.Path.EndsWith("rahmen.yaml", StringComparison.Ordinal));
        var text = CatalogueYaml.Write(product, Example.Standard);
        var reading = CatalogueReader.Read([frame, Katalog.File("2026/produkte/1111.yaml", text)]);
        Assert.Empty(reading.Findings);
        var read = reading.Catalogues.ByYear[2026].Products[0];
        Assert.Equal((product.Name, product.Description, product.TaskKind), (read.Name, read.Description, read.TaskKind));
        Assert.Equal(product.Goals, read.Goals);
        Assert.Equal(product.Predecessors, read.Predecessors);
        Assert.Equal(text, CatalogueYaml.Write(read, Example.Standard));
        Assert.Equal(
            product.Levels.SelectMany(level => level.Figures).Select(Shown), read.Levels.SelectMany(level => level.Figures)
                .Select(Shown));
    }

    /// <summary>A figure with its lists spelled out: arrays compare by reference, formulas may hold arrays.</summary>
    private static string Shown(Figure figure) => figure is BaseFigure number
        ? (number with { Synonyms = [], Formula = null }).ToString() + string.Join('|', number.Synonyms) + number.Formula?.Text
        : (figure with { Formula = null }).ToString() + figure.Formula?.Text;

    /// <summary>Lines without comments, folded text on one line: where a text is folded is free.</summary>
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.Split('\n').Select(WithoutComment).Where(line => line.Length > 0))
        {
            if (lines.Count > 0 && lines[^1].Contains(">-", StringComparison.Ordinal) && !line.TrimStart()
                .Contains(": ", StringComparison.Ordinal) && !line.EndsWith(':'))
                lines[^1] += " " + line.Trim();
            else
                lines.Add(line);
        }

        return lines;
    }

    private static string WithoutComment(string line) =>
        (line.TrimStart().StartsWith('#') ? "" : line.Split(" #")[0]).TrimEnd();
}
