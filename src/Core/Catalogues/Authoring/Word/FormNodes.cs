using System.Collections.Immutable;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Catalogues.Authoring.Word;

/// <summary>A form as the nodes of its product file.</summary>
internal sealed class FormNodes
{
    private static readonly string[] Steps = ["hauptproduktbereich", "produktbereich", "produktgruppe"];

    private readonly FormContent form;
    private readonly WordFormContext context;
    private readonly YamlMap? existing;
    private readonly FindingList findings;
    private readonly bool anyUnderlined;

    private FormNodes(FormContent form, WordFormContext context, YamlMap? existing, FindingList findings)
    {
        (this.form, this.context, this.existing, this.findings) = (form, context, existing, findings);
        anyUnderlined = form.Figures.Any(
            block => block.BaseFigures.Concat(block.KeyFigures ?? []).Any(figure => figure.IsUnderlined));
    }

    /// <summary>The file's nodes; everything that is open is among the findings.</summary>
    public static YamlMap Of(FormContent form, WordFormContext context, YamlMap? existing, FindingList findings)
    {
        var nodes = new FormNodes(form, context, existing, findings);
        if (!nodes.anyUnderlined)
            findings.Add(AuthoringFindings.NothingUnderlined());
        nodes.CheckBlocks();
        return nodes.Product();
    }

    private YamlMap Product()
    {
        var fields = FormLabels.Fields.Where(field => field.Key is not ("produkt" or "ziele"))
            .Select(field => (field.Key, Field(field.Label, field.Key, field.Printed))).ToList();
        var amt = existing?.Find("amt") ?? ProductNodes.Text(context.Department?.Text);
        if (amt is null)
            findings.Add(AuthoringFindings.DepartmentOpen());
        var own = Figures($"Produkt {form.Number}", 0, existing).ToList();
        var services = Services();
        var goals = new FormGoals(findings, Addresses(own, services));
        return ProductNodes.Map(
        [
            ("produkt", YamlScalar.Of(form.Number!)), .. fields, ("amt", amt ?? YamlScalar.Blank),
                ("vorgaenger", existing?.Find("vorgaenger")),
            ("ziele", goals.Of(form.Goals, [.. Present(existing, "ziele")])), .. own, ("leistungen", ProductNodes.List(services)),
        ]);
    }

    private YamlNode? Field(string label, string key, string printed)
    {
        var present = existing?.Find(key);
        if (Steps.Contains(key))
            return Step(label) ?? present ?? Missing(label, printed, blank: null);
        return ProductNodes.Text(form.Text(label)) ?? present ?? Missing(label, printed, YamlScalar.Blank);
    }

    private YamlScalar? Missing(string label, string printed, YamlScalar? blank)
    {
        findings.Add(
            form.Fields.ContainsKey(label) ? AuthoringFindings.FieldBlank(printed) : AuthoringFindings.FieldMissing(printed));
        return blank;
    }

    /// <summary>Number and name, in two cells or on one line.</summary>
    private YamlMap? Step(string label)
    {
        if (form.Text(label) is not { } text)
            return null;
        var number = text.Split(' ')[0];
        return KeyText.IsNumber(number) ? ProductNodes.Step(new HierarchyStep(number, text[number.Length..].Trim())) : null;
    }

    private List<YamlMap> Services()
    {
        var nodes = new List<YamlMap>();
        var present = Present(existing, "leistungen").ToList();
        for (var place = 1; place <= form.Services.Length; place++)
        {
            var service = form.Services[place - 1];
            if (form.Services.Take(place - 1).Any(earlier => earlier.Number == service.Number))
                findings.Add(AuthoringFindings.Twice($"Leistung {service.Number}"));
            else
                nodes.Add(Service(service, place, present.Find(node => Text(node, "nummer") == service.Number)));
        }

        var gone = present.Where(node => form.Services.All(service => service.Number != Text(node, "nummer"))).ToList();
        foreach (var node in gone)
            findings.Add(AuthoringFindings.OnlyInFile($"Leistung {Text(node, "nummer")}"));
        return [.. nodes, .. gone];
    }

    private YamlMap Service(FormService service, int place, YamlMap? present)
    {
        var kind = service.Kind is { } known ? YamlScalar.Of(Reading.Words.Of(Reading.Words.ServiceKinds, known))
            : present?.Find("art");
        if (kind is null)
            findings.Add(AuthoringFindings.ServiceKindOpen(service.Number));
        return ProductNodes.Map(
        [
            ("nummer", YamlScalar.Of(service.Number)),
                ("bezeichnung", ProductNodes.Text(service.Name) ?? present?.Find("bezeichnung") ?? YamlScalar.Blank),
            ("art", kind ?? YamlScalar.Blank),
                ("beschreibung", ProductNodes.Text(service.Description) ?? present?.Find("beschreibung")),
            ("vorgaenger", present?.Find("vorgaenger")), .. Figures($"Leistung {service.Number}", place, present),
        ]);
    }

    private IEnumerable<(string Key, YamlNode? Value)> Figures(string level, int place, YamlMap? present)
    {
        if (form.Figures.FirstOrDefault(block => block.Service == place) is not { } block)
        {
            yield return ("grundzahlen", present?.Find("grundzahlen"));
            yield return ("kennzahlen", present?.Find("kennzahlen"));
            yield break;
        }

        var merge = new FormFigureMerge(
            context.Standard, anyUnderlined, findings, level, present, context.ReferenceFigures.Select(id => id.Text));
        var own = merge.BaseFigures(block.BaseFigures);
        var known = context.Standard.BaseFigures.Select(figure => (figure.Id.Text, figure.Name)).Concat(Named(own))
            .DistinctBy(figure => figure.Item1).ToList();
        yield return ("grundzahlen", own);
        yield return ("kennzahlen", merge.KeyFigures(block.KeyFigures, known));
    }

    private void CheckBlocks()
    {
        foreach (var group in form.Figures.GroupBy(block => block.Service))
        {
            var block = group.First();
            if (group.Skip(1).Any())
                findings.Add(AuthoringFindings.Twice($"Der Abschnitt „{block.Heading}“"));
            if (block.Service > form.Services.Length)
                findings.Add(AuthoringFindings.UnknownService(block.Heading));
            else if (
                block.Service > 0 && form.Services[block.Service - 1] is var service
                    && !FormFigureMerge.IsSameName(service.Name, block.Heading))
                findings.Add(AuthoringFindings.ServiceNameDiffers(service.Number, service.Name, block.Heading));
        }
    }

    private static IEnumerable<YamlMap> Present(YamlMap? map, string key) =>
        map?.Find(key) is YamlList list ? list.Items.OfType<YamlMap>() : [];

    private static string? Text(YamlMap node, string key) => (node.Find(key) as YamlScalar)?.Text;

    private static IEnumerable<(string Id, string Name)> Named(YamlNode? list) =>
        list is YamlList { Items: var items } ? items.OfType<YamlMap>()
            .Select(node => (Text(node, "id") ?? "", Text(node, "bezeichnung") ?? "")) : [];

    private static IEnumerable<(string Address, string Name)> Addresses(
        List<(string Key, YamlNode? Value)> own, List<YamlMap> services) =>
        own.SelectMany(list => Named(list.Value)).Concat(services.SelectMany(service =>
            Named(service.Find("grundzahlen")).Concat(Named(service.Find("kennzahlen")))
                .Select(figure => ($"{Text(service, "nummer")}.{figure.Id}", figure.Name))));
}
