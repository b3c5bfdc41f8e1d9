using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Structure;

namespace Produktreport.Core.Tests.Reports.Proof;

/// <summary>
/// Holds what only the printed pages say against the report's numbers: alternative texts, headings and labels of charts, the foot
/// of the page, the sentences between tables.
/// </summary>
internal sealed class PictureProof(ReportData report, PageInspection pages)
{
    private readonly List<string> faults = [];

    /// <summary>What the pages say and the numbers do not; empty where all is proved.</summary>
    public static IReadOnlyList<string> FaultsOf(byte[] json, PageInspection pages) =>
        new PictureProof(new ReportData(json), pages).Run();

    private List<string> Run()
    {
        var items = pages.Items;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is { Kind: PaintedKind.Figure, Text: { } alt } figure
                && (alt.Contains("diagramm", StringComparison.Ordinal) || alt.Contains("Abweichung", StringComparison.Ordinal)))
                Chart(alt, HeadingBefore(i), [.. LabelsOf(i, figure)]);
            if (items[i] is { Kind: PaintedKind.Figure, Text: { } strip } each
                && strip.StartsWith("Vergleichsstreifen", StringComparison.Ordinal))
                Strip(strip, [.. LabelsOf(i, each)]);
        }

        Sentences();
        return faults;
    }

    /// <summary>The heading that stands over a figure, and the small line below it.</summary>
    private string HeadingBefore(int index)
    {
        var before = pages.Items.Take(index).Where(item => item.Kind == PaintedKind.Text).ToList();
        var heading = before.FindLastIndex(item => item.Tag is Tag.H2 or Tag.H3 or Tag.H4);
        var first = heading;
        while (first > 0 && before[first - 1].Tag == before[heading].Tag && before[first - 1].Page == before[heading].Page)
            first--;
        return string.Concat(
            before.Skip(first).TakeWhile((item, at) => item.Tag is Tag.H2 or Tag.H3 or Tag.H4 or Tag.P or Tag.Span)
            .Select(item => item.Text));
    }

    private IEnumerable<string> LabelsOf(int index, PaintedItem figure) => pages.Items.Skip(index + 1)
        .TakeWhile(item => item.Kind != PaintedKind.Figure && item.Tag == Tag.Figure)
        .Where(item => item.Kind == PaintedKind.Text && item.Page == figure.Page)
        .Select(item => item.Text!);

    /// <summary>A strip's labels stand in its alternative text, and this says the numbers of the last year.</summary>
    private void Strip(string alt, IReadOnlyList<string> labels)
    {
        foreach (var label in labels)
            Claim(alt.Contains(label, StringComparison.Ordinal), $"Beschriftung {label} nicht im Alternativtext: {alt}");
        var isSaid = report["vergleich"].GetProperty("zahlen").EnumerateArray().Any(figure =>
        {
            var year = figure.GetProperty("jahre").EnumerateArray().Last();
            var unit = ReportData.Text(figure, "einheit") is { Length: > 0 } text ? "\u00A0" + text : "";
            return alt.StartsWith(
                    $"Vergleichsstreifen {ReportData.Text(figure, "bezeichnung")} {year.GetProperty("jahr")}: ",
                    StringComparison.Ordinal)
                && alt.EndsWith($": {year.GetProperty("anzahl")}.", StringComparison.Ordinal)
                && Says("wert", "eigener Wert") && Says("unteresViertel", "unteres Viertel") && Says("median", "Median")
                && Says("oberesViertel", "oberes Viertel") && Says("kleinster", "kleinster Wert der anderen")
                && Says("groesster", "größter");

            bool Says(string field, string words) => ReportData.Amount(year, field) is not { } value
                || Patterns.All(alt, $"{words} (?<zahl>{Printed.Number}){System.Text.RegularExpressions.Regex.Escape(unit)};")
                    .Any(number => Printed.Is(
                        number.Groups["zahl"].Value, value, figure.GetProperty("dezimalstellen").GetInt32()));
        });
        Claim(isSaid, $"Alternativtext mit anderen Zahlen: {alt}");
    }

    private void Chart(string alt, string heading, IReadOnlyList<string> labels)
    {
        var isBars = alt.StartsWith("Balkendiagramm", StringComparison.Ordinal);
        var chart = isBars ? default : report.Array("diagramme").First(each => ReportData.Text(each, "ebene") == report.Product);
        var unit = isBars ? "€" : ReportData.Text(chart, "einheit")!;
        var numbers = Patterns.All(
            Values(alt), $"(?:^|[ \\u00A0])(?<zahl>{Printed.Number})(?<einheit>[ \\u00A0][^,;]+)?(?=[,;]|\\.$|$)").ToList();
        foreach (var number in numbers)
            Claim(number.Groups["einheit"].Value.TrimEnd('.')
                .Trim() == unit, $"Alternativtext ohne Einheit {unit}: {number.Value} in {alt}");
        Claim(!alt.Contains("T€", StringComparison.Ordinal), $"Alternativtext in T€ mit vollen Beträgen: {alt}");
        Claim(Patterns.All(heading, "in (?<einheit>T€|€)").Select(match => match.Groups["einheit"].Value).Distinct()
            .Count() <= 1, $"Überschrift in zwei Einheiten: {heading}");
        var divisor = heading.Contains("T€", StringComparison.Ordinal) ? 1000 : 1;
        var values = numbers.ConvertAll(number => Printed.Value(number.Groups["zahl"].Value));
        foreach (var label in labels.Where(label => Patterns.Fits(label, $"^{Printed.Number}( €|\\u00A0€)?$")))
        {
            var printed = label.TrimEnd('€', ' ', '\u00A0');
            Claim(values.Exists(value => Printed.IsAbout(printed, value, divisor)),
                $"Beschriftung {label} unter „{heading}“ steht nicht im Alternativtext: {alt}");
        }

        if (isBars || alt.Contains("Abweichung", StringComparison.Ordinal))
            return;
        foreach (var point in chart.GetProperty("punkte").EnumerateArray())
        {
            foreach (var field in (string[])["ist", "plan", "vorjahr", "prognose"])
            {
                if (ReportData.Amount(point, field) is { } value)
                    Claim(values.Contains(Printed.Round(value, chart.GetProperty("dezimalstellen").GetInt32())),
                        $"Alternativtext ohne {field} {value}: {alt}");
            }
        }
    }

    /// <summary>The part of an alternative text behind the name and year of what is shown.</summary>
    private static string Values(string alt) =>
        Patterns.First(alt, "(?:: |\\. )(?<werte>(?:\\d\\. (?:Quartal|Halbjahr)|\\S+ \\S+).*)$") is { Success: true }
        && Patterns.First(alt, " \\d{4}\\. (?<werte>\\d\\. (?:Quartal|Halbjahr).*)$") is { Success: true } match
            ? match.Groups["werte"].Value
            : alt[(alt.IndexOf(": ", StringComparison.Ordinal) + 2)..];

    private void Sentences()
    {
        var text = string.Join(' ', pages.Items.Where(item => item is { Kind: PaintedKind.Text, Tag: Tag.P })
            .Select(item => item.Text)).Replace("  ", " ", StringComparison.Ordinal);
        var withheld = report.Withheld;
        Claim(!text.Contains("liegen keine Erläuterungen vor", StringComparison.Ordinal)
            || (withheld == 0 && !report.Array("erlaeuterungen").Any()),
            "„liegen keine Erläuterungen vor“, doch es gibt welche oder sie sind zurückgehalten.");
        var said = Patterns.First(text, "(?<zahl>\\d+ |Eine )Erläuterung(?:en)? des Amtes (?:ist|sind) aus Gründen");
        var number = !said.Success ? 0 : said.Groups["zahl"].Value is "Eine " ? 1 : Printed.Value(said.Groups["zahl"].Value);
        Claim(number == withheld, $"Zurückgehaltene Erläuterungen: {withheld}, gesagt werden {number}.");
        if (report.IsPublic || !report.HasPublicEdition)
            Claim(!pages.Items.Any(item => item.Text?.Contains("interne Ausgabe", StringComparison.Ordinal) == true),
                "„interne Ausgabe“ auf der öffentlichen.");
        if (Patterns.First(
            text, "linear hochgerechnet \\(Ist ÷ abgelaufene Monate × 12\\): (?<liste>[^.]*(?:\\.\\d{3}[^.]*)*)\\.")
                is { Success: true } linear)
        {
            foreach (var row in report.Rows.Where(row => row is { IsBase: false, IsMain: true } && row.Level == report.Product))
                Claim(!linear.Groups["liste"].Value.Contains(
                    row.Name + " ", StringComparison.Ordinal), $"Verhältnis linear hochgerechnet: {row.Name}");
        }
    }

    private void Claim(bool isTrue, string fault)
    {
        if (!isTrue)
            faults.Add(fault);
    }
}
