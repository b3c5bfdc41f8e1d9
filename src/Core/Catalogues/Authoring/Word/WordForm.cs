using System.Collections.Immutable;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Catalogues.Authoring.Word;

/// <summary>What is known beside the form itself.</summary>
/// <param name="Year">The catalogue year the product file is for.</param>
public sealed record WordFormContext(int Year)
{
    /// <summary>The department that answers for the product, which the form does not name; null leaves it open.</summary>
    public DepartmentId? Department { get; init; }

    /// <summary>The county's standard figures: those the form repeats are not written again.</summary>
    public StandardFigures Standard { get; init; } = new([], []);

    /// <summary>The reference figures' ids, which no figure may have.</summary>
    public ImmutableArray<FigureId> ReferenceFigures { get; init; } = [];

    /// <summary>
    /// The product's present file: its ids and everything the form leaves open are kept. Null for a first import.
    /// </summary>
    public CatalogueFile? Existing { get; init; }
}

/// <summary>Reads the county's Word form „Produktbeschreibung“ into a product file.</summary>
public static class WordForm
{
    /// <summary>
    /// The product file, and as findings everything the form leaves open or that could not be read. Nothing is invented: what the
    /// form does not say is blank in the file, which the catalogue's check then asks for.
    /// </summary>
    /// <param name="docx">The document, at most 10 MiB. Linked content is never fetched.</param>
    /// <param name="context">What is known beside the form.</param>
    public static AuthoredFiles Read(ReadOnlyMemory<byte> docx, WordFormContext context)
    {
        var findings = new FindingList();
        if (WordDocument.Read(docx, findings) is not { } document)
            return new AuthoredFiles([], findings.ToImmutable());
        var form = FormParser.Parse(document.Lines);
        foreach (var choice in document.OpenChoices.Where(choice => choice.Shown.Any(char.IsLetterOrDigit)))
            findings.Add(AuthoringFindings.NotChosen(LabelOf(choice, document), choice.Shown));
        findings.AddRange(form.Rest.Select(AuthoringFindings.NotUnderstood));
        if (form.Number is null)
            findings.Add(AuthoringFindings.NoProductNumber(form.Text(FormLabels.Number)));
        var existing = context.Existing is { } file ? Existing(file, form.Number, findings) : null;
        if (findings.HasErrors)
            return new AuthoredFiles([], findings.ToImmutable());
        var nodes = FormNodes.Of(form, context, existing, findings);
        return new AuthoredFiles(
            [CatalogueYaml.File(context.Year, ProductNumber.Of(form.Number!), nodes)], findings.ToImmutable());
    }

    private static YamlMap? Existing(CatalogueFile file, string? number, FindingList findings)
    {
        var faults = new FindingList();
        var root = YamlReader.Read(file, CatalogueReaderOptions.Default, faults);
        if (root is not null)
            faults.AddRange(ShapeCheck.Check(file.Path, root, CatalogueFormat.Product));
        findings.AddRange(faults.Where(fault => fault.Code != "PR-2022")
            .Select(fault => AuthoringFindings.ExistingUnreadable(fault.Text)));
        if (number is not null && (root?.Find("produkt") as YamlScalar)?.Text is { } present && present != number)
            findings.Add(AuthoringFindings.OtherProduct(number, present));
        return root;
    }

    /// <summary>The last label before a drop-down field.</summary>
    private static string LabelOf(OpenChoice choice, WordDocument document)
    {
        var before = document.Lines.Where(line => line.Cell <= choice.Cell)
            .LastOrDefault(line => FormLabels.FieldOf(line.Text.Split(':')[0]) is not null);
        return before?.Text.Split(':')[0] ?? "ohne Beschriftung";
    }
}
