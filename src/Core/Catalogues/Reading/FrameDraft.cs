using System.Collections.Immutable;
using Produktreport.Core.Catalogues.Findings;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>
/// What <c>rahmen.yaml</c> gives: the catalogue of the year without products and profiles, and the standard figures.
/// </summary>
/// <param name="Frame">The catalogue so far.</param>
/// <param name="Standard">The standard figures, formulas still text.</param>
internal sealed record FrameDraft(Catalogue Frame, LevelDraft Standard)
{
    /// <summary>
    /// Reads the frame of a year; <paramref name="pictures"/> lie beside it, <paramref name="tables"/> below it.
    /// </summary>
    public static FrameDraft Of(
        int year, Section section, IReadOnlyList<CatalogueFile> pictures, IReadOnlyList<CatalogueFile> tables,
        FindingList findings)
    {
        var tolerance = section.Child("ampel") is { } ampel
            ? FigureReading.Tolerance(ampel, StatusTolerance.Default, findings)
            : StatusTolerance.Default;
        var frame = new Catalogue
        {
            Year = year,
            County = section.Text("koerperschaft") ?? "",
            CountyKey = section.Form("schluessel", TextForms.CountyKey),
            Logo = LogoReading.Of(section, pictures, findings),
            ReferenceFigures = ReferenceReading.Of(section, tables, findings),
            Reporting = Reporting(section.Child("berichte"), findings),
            Tolerance = tolerance,
            MinimumCount = section.Child("schutz")?.Whole("mindestfallzahl") ?? 3,
            Peers = PeerReading.Of(section, findings),
            Face = PublicFaceReading.Of(section, findings),
            Departments = Departments(section, findings),
        };
        frame = frame with { Notifications = NotificationReading.Of(section, frame.Departments, findings) };
        var standard = LevelDraft.Standard(section.Child("standard"), tolerance, findings);
        var draft = new FrameDraft(frame, new LevelDraft(standard.Name, [], []));
        findings.AddRange(LevelDraft.CheckIds(standard.Name, standard.BaseFigures, standard.KeyFigures, draft));
        return draft with { Standard = standard };
    }

    private static ReportingRules Reporting(Section? section, FindingList findings)
    {
        var kinds = new SortedSet<PeriodKind>();
        foreach (var (word, place) in section?.Texts("zeitraeume") ?? [])
        {
            if (Words.PeriodKinds.TryGetValue(word, out var kind) && !kinds.Add(kind))
                findings.Add(CatalogueFindings.KindTwice(place, word));
        }

        var days = ReportingRules.Default.DeadlineDays;
        foreach (var (word, kind) in Words.PeriodKinds)
            days = days.SetItem(kind, section?.Child("meldeschluss")?.Whole(word) ?? days[kind]);
        return new ReportingRules(kinds.Count > 0 ? [.. kinds] : ReportingRules.Default.Kinds, days)
        {
            HasPlainLanguage = section?.Flag("leichteSprache") ?? false,
            IsReleasedByTwo = section?.Flag("vierAugen") ?? false,
        };
    }

    private static ImmutableArray<Department> Departments(Section section, FindingList findings)
    {
        var known = ImmutableArray.CreateBuilder<Department>();
        foreach (var entry in section.Children("aemter"))
        {
            if (entry.Form("id", TextForms.Department) is not { } id)
                continue;
            if (known.Any(other => other.Id.Text == id))
                findings.Add(CatalogueFindings.DuplicateDepartment(entry.At("id"), id));
            known.Add(new Department(
                DepartmentId.Of(id), entry.Text("bezeichnung") ?? id, entry.Text("kontakt"), entry.Text("liefert_fuer") == "alle",
                [.. entry.Texts("liefert_fuer").Where(number => KeyText.IsNumber(number.Text))
                    .Select(number => ProductNumber.Of(number.Text))])
            {
                Predecessors = [
                    .. entry.Texts("vorgaenger").Where(former => KeyText.IsDepartment(former.Text))
                    .Select(former => DepartmentId.Of(former.Text))],
            });
        }

        return known.ToImmutable();
    }
}
