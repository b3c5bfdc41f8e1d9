using System.Collections.Immutable;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Catalogues.Authoring.Word;

/// <summary>
/// Brings the figures a form names together with those of the county's standard and of the present product file. What is known
/// there keeps its id and everything the form cannot say; what is new has a name only, and a finding says what to add.
/// </summary>
internal sealed class FormFigureMerge
{
    private readonly StandardFigures standard;
    private readonly bool anyUnderlined;
    private readonly FindingList findings;
    private readonly string level;
    private readonly YamlMap? existing;
    private readonly HashSet<string> taken;

    public FormFigureMerge(
        StandardFigures standard, bool anyUnderlined, FindingList findings, string level, YamlMap? existing,
        IEnumerable<string> references)
    {
        (this.standard, this.anyUnderlined, this.findings, this.level, this.existing) = (
            standard, anyUnderlined, findings, level, existing);
        taken = [
            .. references, .. standard.BaseFigures.Select(figure => figure.Id.Text),
            .. standard.KeyFigures.Select(figure => figure.Id.Text),
            .. Present("grundzahlen").Concat(Present("kennzahlen")).Select(node => TextOf(node, "id")).OfType<string>()];
    }

    /// <summary>The level's <c>grundzahlen</c>; null where it has only standard ones.</summary>
    public YamlList? BaseFigures(ImmutableArray<FormFigure> form)
    {
        var present = Present("grundzahlen").ToList();
        var added = new List<YamlNode>();
        foreach (var figure in Distinct(form))
        {
            if (Underline(present, figure))
                continue;
            if (standard.BaseFigures.FirstOrDefault(known => IsSameName(known.Name, figure.Name)) is { } known)
                added.AddRange(Replaced(known, figure) is { } replaced ? [FigureNodes.BaseFigure((BaseFigure)replaced)] : []);
            else
                added.Add(NewBaseFigure(figure));
        }

        Report(present, form);
        return ProductNodes.List(present.Concat(added));
    }

    /// <summary>The level's <c>kennzahlen</c>; null where they are the standard ones.</summary>
    public YamlList? KeyFigures(ImmutableArray<FormFigure>? form, IReadOnlyList<(string Id, string Name)> baseFigures)
    {
        var present = Present("kennzahlen").ToList();
        var isOwn = existing?.Find("kennzahlen") is YamlList;
        if (form is not { } figures || (!isOwn && IsStandard(figures)))
            return isOwn ? new YamlList(0, [.. present]) : null;
        var added = new List<YamlNode>();
        foreach (var figure in Distinct(figures))
        {
            if (Underline(present, figure))
                continue;
            var known = standard.KeyFigures.FirstOrDefault(known => IsSameName(known.Name, figure.Name));
            added.Add(
                known is null ? NewKeyFigure(figure, baseFigures)
                    : FigureNodes.KeyFigure((KeyFigure)(Replaced(known, figure) ?? known)));
        }

        Report(present, figures);
        return new YamlList(0, [.. present, .. added]);
    }

    /// <summary>Whether two names are the same but for capitals and blanks.</summary>
    public static bool IsSameName(string? left, string right) => left is not null && Folded(left) == Folded(right);

    private static string Folded(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();

    private IEnumerable<YamlMap> Present(string key) => existing?.Find(key) is YamlList list ? list.Items.OfType<YamlMap>() : [];

    private static string? TextOf(YamlMap node, string key) => (node.Find(key) as YamlScalar)?.Text;

    /// <summary>Whether the figure stands in the file already, there made a main figure where the form underlines it.</summary>
    private static bool Underline(List<YamlMap> present, FormFigure figure)
    {
        var index = present.FindIndex(node => IsSameName(TextOf(node, "bezeichnung"), figure.Name));
        if (index >= 0 && figure.IsUnderlined && present[index].Find("haupt") is not YamlScalar { Text: "true" })
            present[index] = Main(present[index]);
        return index >= 0;
    }

    private static YamlMap Main(YamlMap node) => node with
    {
        Entries = [.. node.Entries.Where(entry => entry.Key != "haupt"), new YamlEntry(0, "haupt", YamlScalar.Plain("true"))],
    };

    private IEnumerable<FormFigure> Distinct(ImmutableArray<FormFigure> form)
    {
        foreach (var group in form.GroupBy(figure => Folded(figure.Name)))
        {
            if (group.Skip(1).Any())
                findings.Add(AuthoringFindings.Twice($"„{group.First().Name}“ ({level})"));
            yield return group.First();
        }
    }

    private bool IsStandard(ImmutableArray<FormFigure> form) =>
        form.Length == standard.KeyFigures.Length
        && form.Zip(standard.KeyFigures)
        .All(pair => IsSameName(pair.Second.Name, pair.First.Name) && Replaced(pair.Second, pair.First) is null);

    /// <summary>
    /// The standard figure as a main figure, where only the form underlines it; null where the standard will do.
    /// </summary>
    private Figure? Replaced(Figure known, FormFigure figure)
    {
        if (anyUnderlined && known.IsMain && !figure.IsUnderlined
            && !findings.Any(finding => finding == AuthoringFindings.NotUnderlined(level, known.Name)))
            findings.Add(AuthoringFindings.NotUnderlined(level, known.Name));
        return figure.IsUnderlined && !known.IsMain ? known with { IsMain = true } : null;
    }

    private YamlMap NewBaseFigure(FormFigure figure)
    {
        findings.Add(AuthoringFindings.BaseFigureOpen(level, figure.Name));
        return ProductNodes.Map(
            ("id", NewId(figure)), ("bezeichnung", YamlScalar.Of(figure.Name)), ("jahreswert", YamlScalar.Blank),
            ("haupt", figure.IsUnderlined ? YamlScalar.Plain("true") : null)) with
        { Comment = "jahreswert, einheit, richtung ergänzen" };
    }

    private YamlMap NewKeyFigure(FormFigure figure, IReadOnlyList<(string Id, string Name)> baseFigures)
    {
        var proposal = FormulaProposal.For(figure.Name, baseFigures);
        findings.Add(AuthoringFindings.KeyFigureOpen(level, figure.Name, proposal));
        return ProductNodes.Map(
            ("id", NewId(figure)), ("bezeichnung", YamlScalar.Of(figure.Name)), ("formel", YamlScalar.Blank),
            ("haupt", figure.IsUnderlined ? YamlScalar.Plain("true") : null))
            with
        { Comment = proposal is null ? "formel ergänzen" : $"formel ergänzen, Vorschlag: {proposal}" };
    }

    private YamlScalar NewId(FormFigure figure)
    {
        var id = NamedId.ForFigure(figure.Name, taken);
        taken.Add(id);
        return YamlScalar.Of(id);
    }

    private void Report(List<YamlMap> present, ImmutableArray<FormFigure> form)
    {
        foreach (
            var name in present.Select(node => TextOf(node, "bezeichnung")).OfType<string>()
                .Where(name => !form.Any(figure => IsSameName(figure.Name, name))))
            findings.Add(AuthoringFindings.OnlyInFile($"„{name}“ ({level})"));
    }
}
