using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Findings;
using Produktreport.Core.German;

namespace Produktreport.Core.Catalogues.Authoring;

/// <summary>
/// Makes next year's catalogue from this year's: the same files with their comments and layout. Targets and reference figures are
/// kept, the latter marked; years in import profiles move on; predecessors, which spoke of the year before, go.
/// </summary>
public sealed partial class YearRollOver
{
    private readonly int from;
    private readonly FindingList findings = new();

    private YearRollOver(int from) => this.from = from;

    /// <summary>The files of the year after <paramref name="year"/>, and what the controller has to check in them.</summary>
    /// <param name="files">The catalogue's files; at least those of the year, which has to be valid.</param>
    /// <param name="year">The year to carry on.</param>
    public static AuthoredFiles From(IEnumerable<CatalogueFile> files, int year)
    {
        var all = files.ToList();
        var rollOver = new YearRollOver(year);
        var ofYear = all.Where(file => file.Path.StartsWith($"{year}/", StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        rollOver.CheckYears(all, ofYear);
        if (rollOver.findings.HasErrors)
            return new AuthoredFiles([], rollOver.findings.ToImmutable());
        var next = ofYear.Where(file => !file.IsText || file.Path.EndsWith(".yaml", StringComparison.Ordinal))
            .Select(rollOver.Next).ToImmutableArray();
        return new AuthoredFiles(next, rollOver.findings.ToImmutable());
    }

    private void CheckYears(List<CatalogueFile> all, List<CatalogueFile> ofYear)
    {
        if (all.Any(file => file.Path.StartsWith($"{from + 1}/", StringComparison.Ordinal)))
            findings.Add(AuthoringFindings.YearExists(from + 1));
        var reading = CatalogueReader.Read(ofYear);
        if (!reading.Catalogues.ByYear.ContainsKey(from))
            findings.Add(
                AuthoringFindings.YearUnusable(
                    from, reading.Findings.FirstOrDefault(finding => finding.Severity == Severity.Error)?.Text
                        ?? "Er hat keine Datei rahmen.yaml."));
    }

    private CatalogueFile Next(CatalogueFile file)
    {
        var path = $"{from + 1}{file.Path[4..]}";
        if (!file.IsText)
            return file with { Path = path };
        var content = file.Content.Span;
        var text = Encoding.UTF8.GetString(content.StartsWith(Encoding.UTF8.Preamble) ? content[3..] : content);
        var root = YamlReader.Read(file, CatalogueReaderOptions.Default, new FindingList())!; // the year is valid
        var section = new Section(path, root);
        var next = path[4..] switch
        {
            "/rahmen.yaml" => Frame(section, text),
            var rest when rest.StartsWith("/profile/", StringComparison.Ordinal) => Profile(section, text),
            _ => Product(section, text),
        };
        return new CatalogueFile(path, Encoding.UTF8.GetBytes(next));
    }

    /// <summary>A comment above every reference figure.</summary>
    private string Frame(Section section, string text)
    {
        var lines = text.Split('\n').ToList();
        var added = 0;
        foreach (var line in section.Children("rahmendaten").Select(entry => entry.Map.Line).Distinct().ToList())
        {
            var at = line - 1 + added++;
            var indent = lines[at][..(lines[at].Length - lines[at].TrimStart().Length)];
            lines.Insert(at, $"{indent}# Aus {from} übernommen: Wert, Stichtag und Quelle erneuern.");
        }

        added = 0;
        var seen = 0;
        foreach (var entry in section.Children("rahmendaten"))
        {
            if (entry.Map.Line != seen)
                (seen, added) = (entry.Map.Line, added + 1);
            findings.Add(AuthoringFindings.ReferenceToUpdate(
                section.File, entry.Map.Line + added, entry.Text("bezeichnung")!, GermanFormat.Exact(entry.Number("wert")!.Value),
                    GermanFormat.Date(Scalars.Date(entry.Text("stichtag")!)!.Value)));
        }

        return string.Join('\n', lines);
    }

    private string Product(Section section, string text)
    {
        var targets = section.Children("ziele").Count(goal => goal.Number("ziel") is not null);
        if (targets > 0)
            findings.Add(AuthoringFindings.TargetsKept(section.File, targets));
        var holders = section.Children("leistungen").Prepend(section)
            .Where(holder => holder.Map.Entries.Any(entry => entry.Key == "vorgaenger")).ToList();
        if (holders.Count == 0)
            return text;
        foreach (var holder in holders)
            findings.Add(AuthoringFindings.PredecessorsRemoved(section.File, holder.Map.LineOf("vorgaenger")));
        return holders.All(IsOnLinesOfItsOwn) ? WithoutLines(text, holders)
            : YamlWriter.Write(WithoutPredecessors(section.Map), CatalogueFormat.Product);
    }

    private static bool IsOnLinesOfItsOwn(Section holder) =>
        Following(holder) is { } next && next > holder.Map.LineOf("vorgaenger") && holder.Map.Entries[0].Key != "vorgaenger";

    /// <summary>The line of the key after <c>vorgaenger</c>; null where it is the last.</summary>
    private static int? Following(Section holder) =>
        holder.Map.Entries.SkipWhile(entry => entry.Key != "vorgaenger").Skip(1).FirstOrDefault()?.Line;

    private static string WithoutLines(string text, List<Section> holders)
    {
        var lines = text.Split('\n').ToList();
        foreach (var holder in holders.OrderByDescending(holder => holder.Map.LineOf("vorgaenger")))
            lines.RemoveRange(holder.Map.LineOf("vorgaenger") - 1, Following(holder)!.Value - holder.Map.LineOf("vorgaenger"));
        return string.Join('\n', lines);
    }

    /// <summary>Written anew, for layouts whose lines cannot be cut out; the file's comments are lost then.</summary>
    private static YamlMap WithoutPredecessors(YamlMap product) => product with
    {
        Entries = [
            .. product.Entries.Where(entry => entry.Key != "vorgaenger")
            .Select(entry => entry.Key == "leistungen" && entry.Value is YamlList services
            ? entry with { Value =
                services with { Items = [
                    .. services.Items.Select(item => item is YamlMap service ? WithoutPredecessors(service) : item)] } }
            : entry)],
    };

    /// <summary>
    /// Every year that a value column names as its period is raised by one, there and in the column's header, in the checks and
    /// in the path pattern: „Ist 2026“ for 2026 becomes „Ist 2027“ for 2027.
    /// </summary>
    private string Profile(Section section, string text)
    {
        var values = section.Children("werte").ToList();
        var checks = section.Children("pruefe").ToList();
        var years = values.Select(value => value.Text("periode")).OfType<string>().Select(period => period[..4]).ToHashSet();
        var scalars = values.SelectMany(value => new[] { value.Map.Find("spalte"), value.Map.Find("periode") })
            .Concat(checks.SelectMany(check => new[] { check.Map.Find("text"), check.Map.Find("links") }))
            .Concat(checks.SelectMany(check => check.Map.Find("rechts") is YamlList list ? list.Items : []))
            .Append(section.Map.Find("gilt_fuer")).OfType<YamlScalar>();
        foreach (var scalar in scalars.OrderByDescending(scalar => scalar.Start))
        {
            var before = text[scalar.Start..scalar.End];
            var after = Digits().Replace(before, digits => years.Contains(digits.Value) ? Raised(digits.Value) : digits.Value);
            if (after == before)
                continue;
            text = text[..scalar.Start] + after + text[scalar.End..];
            findings.Add(
                AuthoringFindings.ProfileShifted(section.File, scalar.Line, before.Trim('"', '\''), after.Trim('"', '\'')));
        }

        return text;
    }

    private static string Raised(string year) =>
        (int.Parse(year, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
