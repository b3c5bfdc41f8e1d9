using System.Collections.Immutable;
using Produktreport.Core.Catalogues.Findings;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Catalogues.Reading;

internal sealed class YearReader
{
    private readonly int year;
    private readonly CatalogueReaderOptions options;
    private readonly FindingList findings = new();
    private readonly List<ProductDraft> products = [];

    private YearReader(int year, CatalogueReaderOptions options) => (this.year, this.options) = (year, options);

    /// <summary>Reads a year's files; each path has been found to be one of the kinds.</summary>
    public static YearReading Read(
        int year, IReadOnlyList<(CatalogueFile File, CatalogueFileKind Kind)> files, CatalogueReaderOptions options)
    {
        var reader = new YearReader(year, options);
        var catalogue = reader.Read(files);
        var sections = reader.products.GroupBy(draft => draft.Product.Number)
            .ToDictionary(group => group.Key, group => group.First().Section);
        return new YearReading(year, catalogue, [.. reader.findings], sections);
    }

    private Catalogue? Read(IReadOnlyList<(CatalogueFile File, CatalogueFileKind Kind)> all)
    {
        List<(CatalogueFile File, CatalogueFileKind Kind)> files = [
            .. all.Where(entry => entry.File.IsText)];
        List<CatalogueFile> pictures = [
            .. all.Where(entry => entry.Kind == CatalogueFileKind.Picture).Select(entry => entry.File)];
        List<CatalogueFile> tables = [.. all.Where(entry => entry.Kind == CatalogueFileKind.Table).Select(entry => entry.File)];
        if (files.Count == 0)
        {
            findings.AddRange(pictures.Concat(tables).Select(file => CatalogueFindings.OtherFile(new(file.Path, null))));
            return null;
        }

        var sections = files.Select(entry => (entry.Kind, Section: Section(entry.File, entry.Kind))).ToList();
        var profiles = sections.Where(entry => entry.Kind == CatalogueFileKind.Profile).Select(entry => entry.Section)
            .OfType<Section>().ToList();
        var read = profiles.Select(section => (section, Profile: ProfileReading.Of(section, findings))).ToList();
        CheckProfileNames(read);
        if (!files.Any(entry => entry.Kind == CatalogueFileKind.Frame))
            return WithoutFrame(files);
        var isComplete = sections.All(entry => entry.Section is not null);
        if (sections.First(entry => entry.Kind == CatalogueFileKind.Frame).Section is not { } frameSection)
            return null; // without the frame every department and standard figure would be reported as unknown
        var frame = FrameDraft.Of(year, frameSection, pictures, tables, findings);
        ReadProducts(
            sections.Where(entry => entry.Kind == CatalogueFileKind.Product).Select(entry => entry.Section).OfType<Section>(),
                frame);
        if (isComplete)
            CheckAcross(frameSection, frame, profiles);
        var (standard, resolved) = FormulaReading.Resolve(frame, products, findings);
        return findings.HasErrors ? null : frame.Frame with
        {
            Standard = standard,
            Products = [.. resolved.OrderBy(product => product.Number)],
            Profiles = [
                .. read.Select(entry => entry.Profile).OfType<ImportProfile>()
                .OrderBy(profile => profile.Name, StringComparer.Ordinal)],
        };
    }

    private Catalogue? WithoutFrame(IReadOnlyList<(CatalogueFile File, CatalogueFileKind Kind)> files)
    {
        var onlyProfiles = files.All(entry => entry.Kind == CatalogueFileKind.Profile);
        var place = new CataloguePlace($"{year}/rahmen.yaml", null);
        findings.Add(onlyProfiles ? CatalogueFindings.OnlyProfiles(place, year) : CatalogueFindings.FrameMissing(place, year));
        return null;
    }

    private Section? Section(CatalogueFile file, CatalogueFileKind kind)
    {
        if (YamlReader.Read(file, options, findings) is not { } root)
            return null;
        var section = new Section(file.Path, root);
        findings.AddRange(ShapeCheck.Check(file.Path, root, ShapeOf(kind)));
        if (kind == CatalogueFileKind.Product)
            CheckFileName(section);
        return section;
    }

    private static Shape.Map ShapeOf(CatalogueFileKind kind) => kind switch
    {
        CatalogueFileKind.Frame => CatalogueFormat.Frame,
        CatalogueFileKind.Product => CatalogueFormat.Product,
        _ => CatalogueFormat.Profile,
    };

    private void CheckFileName(Section section)
    {
        var name = Path.GetFileNameWithoutExtension(section.File);
        if (section.Text("produkt") is { } found && found != name)
            findings.Add(CatalogueFindings.NumberDiffersFromFile(section.At("produkt"), found, name));
    }

    private void CheckProfileNames(List<(Section Section, ImportProfile? Profile)> profiles)
    {
        foreach (var group in profiles.Where(entry => entry.Profile is not null).GroupBy(entry => entry.Profile!.Name))
        {
            foreach (var (section, _) in group.Skip(1))
                findings.Add(CatalogueFindings.DuplicateProfile(section.At("profil"), group.Key, group.First().Section.File));
        }
    }

    private void ReadProducts(IEnumerable<Section> sections, FrameDraft frame)
    {
        foreach (var section in sections)
        {
            if (ProductDraft.Of(section, frame, findings) is not { } draft)
                continue;
            if (products.Find(other => other.Product.Number == draft.Product.Number) is { } first)
                findings.Add(
                    CatalogueFindings.DuplicateProduct(section.At("produkt"), draft.Product.Number.Text, first.Section.File));
            else
                products.Add(draft);
        }
    }

    /// <summary>What only makes sense when every file could be read: references from one file to another.</summary>
    private void CheckAcross(Section frameSection, FrameDraft frame, List<Section> profiles)
    {
        findings.AddRange(HierarchyReading.Check(products));
        findings.AddRange(PredecessorReading.CheckShares(products));
        findings.AddRange(PeerReading.Check(frameSection, frame.Frame, products));
        var numbers = products.Select(draft => draft.Product.Number.Text).ToList();
        var named = frameSection.Children("aemter").SelectMany(entry => entry.Texts("liefert_fuer"))
            .Concat(NotificationReading.ProductsNamed(frameSection));
        foreach (var (number, place) in named)
        {
            if (KeyText.IsNumber(number) && !numbers.Contains(number))
                findings.Add(CatalogueFindings.UnknownProduct(place, number, numbers));
        }

        var figures = products.SelectMany(draft => draft.Levels).Append(frame.Standard)
            .SelectMany(level => level.BaseFigures).Select(draft => draft.Figure.Id.Text).ToHashSet();
        foreach (var profile in profiles)
        {
            findings.AddRange(ProfileReading.CheckFigures(profile, figures));
            findings.AddRange(
                ProfileReading.CheckFolder(profile, [.. frame.Frame.Departments.Select(department => department.Id.Text)]));
        }
    }
}

/// <summary>What reading one year gave.</summary>
/// <param name="Year">The year.</param>
/// <param name="Catalogue">The catalogue; null where there is an error or no frame.</param>
/// <param name="Findings">Everything found.</param>
/// <param name="Sections">The products' files by number, for findings across years.</param>
internal sealed record YearReading(
    int Year, Catalogue? Catalogue, ImmutableArray<Finding> Findings, IReadOnlyDictionary<ProductNumber, Section> Sections);

internal enum CatalogueFileKind
{
    /// <summary><c>rahmen.yaml</c>.</summary>
    Frame,

    /// <summary><c>produkte/{nummer}.yaml</c>.</summary>
    Product,

    /// <summary><c>profile/{name}.yaml</c>.</summary>
    Profile,

    /// <summary>A PNG or JPEG file beside <c>rahmen.yaml</c>.</summary>
    Picture,

    /// <summary><c>rahmendaten/{name}.csv</c>.</summary>
    Table,
}
