using System.Collections.Immutable;
using Produktreport.Core.Catalogues.Findings;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>A product as its file gives it, formulas still text.</summary>
/// <param name="Product">The product; its figures have no formulas.</param>
/// <param name="Section">Its file.</param>
/// <param name="Levels">The figures of its levels, in the order of <see cref="Product.Levels"/>.</param>
internal sealed record ProductDraft(Product Product, Section Section, ImmutableArray<LevelDraft> Levels)
{
    /// <summary>Reads a product; null where it has no number.</summary>
    public static ProductDraft? Of(Section section, FrameDraft frame, FindingList findings)
    {
        if (section.NumberText("produkt") is not { } text)
            return null;
        var number = ProductNumber.Of(text);
        var own = LevelDraft.Of($"Produkt {number}", section, frame, findings);
        var services = Services(section, frame, number, findings);
        var product = new Product
        {
            Number = number,
            Name = section.Text("bezeichnung") ?? "",
            FrameNumber = section.NumberText("produktrahmen") is { } inFrame ? ProductNumber.Of(inFrame) : default,
            Hierarchy = HierarchyReading.Of(section, number),
            Department = DepartmentId.TryParse(section.Form("amt", TextForms.Department), out var department) ? department
                : default,
            TaskKind = section.Text("art_der_aufgabe"),
            Principal = section.Text("auftraggeber"),
            ProductKind = section.Text("produktart"),
            Responsible = section.Text("produktverantwortlich"),
            Description = section.Text("beschreibung"),
            LegalBasis = section.Text("auftragsgrundlage"),
            TargetGroup = section.Text("zielgruppe"),
            BaseFigures = Base(own),
            KeyFigures = Key(own),
            Services = [.. services.Select(pair => pair.Service)],
        };
        product = product with
        {
            Predecessors = PredecessorReading.Of(section, product, findings),
            Goals = GoalReading.Of(section, product, findings),
        };
        if (UnknownDepartment(section, product, frame.Frame) is { } unknown)
            findings.Add(unknown);
        return new ProductDraft(product, section, [own, .. services.Select(pair => pair.Draft)]);
    }

    private static List<(Service Service, LevelDraft Draft)> Services(
        Section section, FrameDraft frame, ProductNumber product, FindingList findings)
    {
        var services = new List<(Service Service, LevelDraft Draft)>();
        foreach (var entry in section.Children("leistungen"))
        {
            if (entry.NumberText("nummer") is not { } number)
                continue;
            var level = LevelNumber.Of(number);
            if (number == product.Text || services.Any(pair => pair.Service.Number == level))
            {
                findings.Add(CatalogueFindings.DuplicateService(entry.At("nummer"), number));
                continue;
            }

            if (!number.StartsWith(product.Text, StringComparison.Ordinal))
                findings.Add(CatalogueFindings.HierarchyPrefix(entry.At("nummer"), "Die Leistungsnummer", number, product.Text));
            var draft = LevelDraft.Of($"Leistung {number}", entry, frame, findings).WithoutSharedStandard();
            services.Add((Service(entry, level, draft), draft));
        }

        return services;
    }

    private static Service Service(Section section, LevelNumber number, LevelDraft draft) => new()
    {
        Number = number,
        Name = section.Text("bezeichnung") ?? "",
        Kind = section.Word("art", Words.ServiceKinds, ServiceKind.External),
        Description = section.Text("beschreibung"),
        BaseFigures = Base(draft),
        KeyFigures = Key(draft),
    };

    private static ImmutableArray<BaseFigure> Base(LevelDraft draft) =>
        [.. draft.BaseFigures.Select(figure => (BaseFigure)figure.Figure)];

    private static ImmutableArray<KeyFigure> Key(LevelDraft draft) =>
        [.. draft.KeyFigures.Select(figure => (KeyFigure)figure.Figure)];

    private static Finding? UnknownDepartment(Section section, Product product, Catalogue frame) =>
        product.Department == default || frame.Departments.IsEmpty || frame.Find(product.Department) is not null
            ? null
            : CatalogueFindings.UnknownDepartment(
                section.At("amt"), product.Department.Text, [.. frame.Departments.Select(known => known.Id.Text)]);
}
