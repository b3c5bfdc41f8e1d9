using System.Text.RegularExpressions;
using Produktreport.Core.Pdf.Layout.Blocks;
using Produktreport.Core.Pdf.Layout.Tables;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Reports;
using Produktreport.Core.Pdf.Structure;
using UglyToad.PdfPig.Tokens;
using PdfDocument = UglyToad.PdfPig.PdfDocument;

namespace Produktreport.Core.Tests.Pdf;

public sealed partial class StructureTests
{
    [Fact]
    public void EveryOperator_IsTaggedOrAnArtifact()
    {
        using var document = PdfDocument.Open(SampleDocument.Write());
        foreach (var page in document.GetPages())
        {
            var depth = 0;
            foreach (var operation in page.Operations)
            {
                depth += operation.Operator switch { "BDC" or "BMC" => 1, "EMC" => -1, _ => 0 };
                Assert.InRange(depth, 0, 1);
                Assert.False(operation.Operator is "Tj" or "TJ" or "f" or "S" or "Do" && depth == 0,
                    $"{operation.Operator} stands outside of marked content");
            }

            Assert.Equal(0, depth);
        }
    }

    [Fact]
    public void TheParentTree_LeadsFromEveryMarkToItsElement()
    {
        using var document = PdfDocument.Open(SampleDocument.Write());
        var catalog = document.Structure.Catalog.CatalogDictionary;
        var root = Dictionary(document, catalog.Data["StructTreeRoot"]);
        var numbers = Array(document, Dictionary(document, root.Data["ParentTree"]).Data["Nums"]);
        var elements = Enumerable.Range(0, numbers.Length / 2)
            .ToDictionary(i => ((NumericToken)numbers.Data[2 * i]).Int, i => numbers.Data[2 * i + 1]);
        Assert.Equal(elements.Count, ((NumericToken)root.Data["ParentTreeNextKey"]).Int);
        foreach (var page in document.GetPages())
        {
            var parents = Array(document, elements[((NumericToken)page.Dictionary.Data["StructParents"]).Int]);
            var marks = page.GetMarkedContents().Where(mark => !mark.IsArtifact).ToList();
            Assert.Equal(Enumerable.Range(0, marks.Count), marks.Select(mark => mark.MarkedContentIdentifier));
            Assert.Equal(marks.Count, parents.Length);
            foreach (var (mark, parent) in marks.Zip(parents.Data))
                Assert.Equal(((NameToken)Dictionary(document, parent).Data["S"]).Data, mark.Tag);
        }
    }

    [Fact]
    public void AbbreviationsAndMainFigures_AreHeardInFull()
    {
        using var document = PdfDocument.Open(TestDocument.Write(flow =>
            flow.Paragraph(Spoken.Of("in T€ je EW: ").With(Spoken.Name("Ergebnis", isMain: true)))));
        var root = Dictionary(document, document.Structure.Catalog.CatalogDictionary.Data["StructTreeRoot"]);
        var numbers = Array(document, Dictionary(document, root.Data["ParentTree"]).Data["Nums"]);
        var elements = Array(document, numbers.Data[1]).Data.Select(element => Dictionary(document, element))
            .Where(element => element.Data["S"].Equals(NameToken.Create("Span")));
        Assert.Equal(
            ["E Tausend Euro", "E Einwohner", "Alt Hauptzahl Ergebnis"],
            elements.SelectMany(element => ((string[])["E", "Alt"]).Where(element.Data.ContainsKey)
                .Select(key => $"{key} {((IDataToken<string>)Resolve(document, element.Data[key])).Data}")));
    }

    [Fact]
    public void ARepeatedTableHeader_IsAnArtifact()
    {
        var tree = PdfTool.Run("pdfinfo", TestDocument.Write(flow => flow.Table(new Table
        {
            Columns = [TableColumn.Share(), TableColumn.Share()],
            Header = [new TableRow("Kopf", "Wert")],
            Rows = [.. Enumerable.Range(1, 100).Select(i => new TableRow($"Zeile {i}", "1"))],
        })), "-struct-text", "{file}");
        Assert.Single(Head().Matches(tree));
        Assert.Contains("Zeile 100", tree, StringComparison.Ordinal);
    }

    [Fact]
    public void ASkippedHeadingLevel_IsABug() => Assert.Throws<InvalidOperationException>(() => TestDocument.Write(flow =>
    {
        flow.Heading(1, "eins");
        flow.Heading(3, "drei");
        flow.Paragraph("Text");
    }));

    [Theory]
    [InlineData(nameof(Tag.Table), nameof(Tag.TR), false)]
    [InlineData(nameof(Tag.TBody), nameof(Tag.TR), true)]
    [InlineData(nameof(Tag.TR), nameof(Tag.TD), true)]
    [InlineData(nameof(Tag.P), nameof(Tag.TD), false)]
    [InlineData(nameof(Tag.L), nameof(Tag.LI), true)]
    [InlineData(nameof(Tag.L), nameof(Tag.P), false)]
    [InlineData(nameof(Tag.TD), nameof(Tag.Figure), true)]
    [InlineData(nameof(Tag.P), nameof(Tag.H1), false)]
    public void Elements_StandOnlyWhereTheyMay(string parent, string child, bool allowed)
    {
        var refused = Record.Exception(() => TagRules.CheckNesting(Enum.Parse<Tag>(parent), Enum.Parse<Tag>(child)));
        Assert.Equal(allowed, refused is null);
    }

    [Fact]
    public void ALinkToNowhere_IsABug()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => TestDocument.Write(flow =>
            flow.Paragraph(RichText.Empty.Link("hier", "nirgends"))));
        Assert.Contains("nirgends", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFigureWithoutAlternativeText_IsABug() =>
        Assert.Throws<InvalidOperationException>(() => TestDocument.Write(flow => flow.Add(new Drawing(10, " ", (_, _) => { }))));

    [Fact]
    public void ARowWithTooFewCells_IsABug() =>
        Assert.Throws<InvalidOperationException>(() => TestDocument.Write(flow => flow.Table(new Table
        {
            Columns = [TableColumn.Share(), TableColumn.Share()],
            Header = [new TableRow("a", "b")],
            Rows = [new TableRow("allein")],
        })));

    private static DictionaryToken Dictionary(PdfDocument document, IToken token) => (DictionaryToken)Resolve(document, token);

    private static ArrayToken Array(PdfDocument document, IToken token) => (ArrayToken)Resolve(document, token);

    private static IToken Resolve(PdfDocument document, IToken token) =>
        token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data).Data : token;

    [GeneratedRegex("\"Kopf\"", RegexOptions.NonBacktracking)]
    private static partial Regex Head();
}
