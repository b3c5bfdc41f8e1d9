using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace Produktreport.Core.Tests.Deliveries;

/// <summary>
/// Makes workbooks as departments do – several sheets, merged cells, number formats, formulas, hidden rows, units wherever they
/// may stand – and knows what stands in them, or that nobody can.
/// </summary>
internal sealed partial class WorkbookGenerator(int seed)
{
    /// <summary>Behind all number formats.</summary>
    private const int StruckStyle = 99;

    private static readonly string[] Figures = ["ertraege", "aufwendungen", "ergebnis"];
    private static readonly string[] Levels = ["1111", "11112", "11114"];
    private readonly Random random = new(seed);
    private readonly List<string> formats = ["General"];
    private readonly List<(string Name, string State, string Xml)> sheets = [];
    private bool isUncalculated;

    /// <summary>What the workbook says, by level, figure and period.</summary>
    public Dictionary<(string Level, string Figure, string Period), decimal> Expected { get; } = [];

    /// <summary>Why it must not be taken; null where all is clear.</summary>
    public string? Question { get; private set; }

    /// <summary>Whether it must not be taken in any case.</summary>
    public bool MustAsk { get; private set; }

    /// <summary>Makes one workbook.</summary>
    public byte[] Make()
    {
        isUncalculated = Chance(12);
        var (coverText, coverFactor) = Chance(4)
            ? Pick(("Meldung des Amtes", 1m), ("Angaben in T€", 1000m), ("Alle Beträge in Mio. €", 1_000_000m))
            : ("", 1m);
        if (coverText.Length > 0)
            sheets.Add(("Deckblatt", "visible", Row(1, ("A", Text(coverText)))));
        var count = 1 + random.Next(3);
        for (var quarter = 1; quarter <= count; quarter++)
            AddTable(quarter, coverFactor);
        if (Chance(40) && coverText.Length == 0 && Question is null && sheets.TrueForAll(sheet => !sheet.Xml.Contains('€')))
        {
            sheets.Insert(0, ("Vorblatt", "hidden", Row(1, ("A", Text("Angaben in T€")))));
            Question = "a unit on a hidden sheet";
        }

        if (Chance(5))
            sheets.Add(("Liste", "hidden", Row(1, ("A", Text("Ist"))) + Row(2, ("A", Text("Plan")))));
        return Write();
    }

    private void AddTable(int quarter, decimal inherited)
    {
        var place = inherited == 1 ? random.Next(8) : 0;
        var (unit, factor) = Pick(("T€", 1000m), ("Mio. €", 1_000_000m), ("€", 1m), ("Tsd. EUR", 1000m));
        var said = place is >= 1 and <= 5;
        var rows = new StringBuilder();
        var line = 1;
        if (place == 1)
            rows.Append(Row(line++, ("A", Text(Pick($"Angaben in {unit}", $"Grundzahlen ({unit})", $"Einheit: {unit}")))));
        var header = place == 2 ? Pick($"Wert in {unit}", $"Wert ({unit})") : "Wert";
        rows.Append(
            Row(line++, [("A", Text("Produkt")), ("B", Text("Leistung")), ("C", Text("Grundzahl")), ("D", Text("Periode")),
            ("E", Text(header)),
            .. place == 3 ? new[] { ("F", Text("Einheit")) } : []]));
        var first = line;
        var merges = new List<string>();
        var levels = Levels.Take(1 + random.Next(3)).ToList();
        var mergesKeys = Chance(2);
        var sheetFactor = said && place != 4 ? factor : inherited;
        foreach (var level in levels)
        {
            var from = line;
            foreach (var figure in Figures)
                rows.Append(
                    TableRow(line++, level, figure, $"2026-Q{quarter}", sheetFactor, place == 3 ? unit : null, mergesKeys
                    && line - 1 > first));
            if (mergesKeys && level != "1111")
                merges.Add($"B{from}:B{line - 1}");
        }

        if (mergesKeys)
            merges.AddRange([$"A{first}:A{line - 1}", $"D{first}:D{line - 1}"]);
        if (Chance(15))
            Ask("a value over two rows", () => merges.Add($"E{line - 2}:E{line - 1}"));
        if (place == 4)
        {
            rows.Append(Row(line + 1, ("A", Text($"Alle Beträge in {unit}"))));
            Question ??= "a unit below the table";
        }

        var name = place == 5 ? $"Q{quarter} in {unit}" : $"Quartal {quarter}";
        var columns = Chance(10) ? "<cols><col min=\"5\" max=\"5\" width=\"0\" hidden=\"1\"/></cols>" : "";
        var areas = merges.Count == 0
            ? ""
            : $"<mergeCells>{string.Concat(merges.Select(area => $"<mergeCell ref=\"{area}\"/>"))}</mergeCells>";
        if (place == 6)
        {
            areas += $"<headerFooter><oddHeader>&amp;CAlle Beträge in {unit}</oddHeader></headerFooter>";
            Question ??= "a unit in the head of the page";
        }

        sheets.Add((name, "visible", $"{columns}\u0001{rows}\u0001{areas}"));
    }

    private string TableRow(int line, string level, string figure, string period, decimal factor, string? unit, bool isMerged)
    {
        var value = decimal.Round(random.NextInt64(-30_000_000, 300_000_000) / 100m, random.Next(3));
        var (cell, own) = Value(value, factor);
        Expected[(level, figure, period)] = value * (own ?? factor);
        if (Chance(500))
        {
            Question ??= "a value that is struck out";
            MustAsk = true;
            cell = Struck(cell);
        }

        var isBlank = isMerged && Chance(2) is var blank && blank;
        var attributes = Chance(12) ? Pick(" hidden=\"1\"", " ht=\"0\" customHeight=\"1\"") : "";
        return Row(line,
            [("A", isMerged && isBlank ? "" : Product()), ("B", level == "1111" ? "" : Text(level)), ("C", Text(figure)),
            ("D", Text(period)), ("E", cell),
            .. unit is null ? Array.Empty<(string, string)>() : [("F", Text(unit))]], attributes);
    }

    private string Product() =>
        Pick("<c{0}><v>1111</v></c>", "<c{0}><v>1111.0</v></c>", Text("1111"), "<c{0}><f>1000+111</f><v>1111</v></c>");

    /// <summary>A value cell, and the factor its own unit gives it; null where it has none.</summary>
    private (string Cell, decimal? Factor) Value(decimal value, decimal said)
    {
        var plain = value.ToString(CultureInfo.InvariantCulture);
        switch (random.Next(24))
        {
            case 0:
                return ($"<c{{0}}><f>SUM(H1:H9)</f><v>{plain}</v></c>", null);
            case 1:
                return (Typed(Residue(value), "General"), null);
            case 2:
                return (Typed(plain, Pick("#,##0.00", "0.0", "# ?/?", "0.00E+00", "#,##0.00;[Red]-#,##0.00")), null);
            case 3:
                return WithUnit(value, said);
            case 4 when value >= 1000:
                if (said != 1)
                    Question ??= "shown in thousands under a unit";
                return (Typed(plain, Pick("#,##0,", "0.0,", "#,##0,,")), null);
            case 5 when Chance(6):
                Question ??= "a duration";
                return (Typed(Math.Abs(value % 100).ToString(CultureInfo.InvariantCulture), Pick("[h]:mm", "hh:mm", "h:mm:ss")),
                    null);
            case 6 when Chance(6):
                Question ??= "a date";
                return (Typed("46204", Pick("dd.mm.yyyy", "mmm yy;@", "yyyy-mm-dd hh:mm")), null);
            case 7 when Chance(6):
                Question ??= "a percentage";
                return (Typed(plain, Pick("0%", "0.0%")), null);
            case 8 when Chance(6):
                Question ??= "a foreign unit";
                return (Typed(plain, Pick("0\" Stück\"", "0.0\" Tsd.\"", "0.0\" h\"", "0\"000\"", "#,##0,\" €\"")), null);
            case 9 when Chance(6):
                Question ??= "a formula without a result";
                return ("<c{0}><f>SUM(H1:H9)</f></c>", null);
            case 10 when Chance(6):
                Question ??= "an error value";
                return ("<c{0} t=\"e\"><v>#REF!</v></c>", null);
            case 11 when isUncalculated:
                Question ??= "a formula that was never calculated";
                return ("<c{0}><f>SUM(H1:H9)</f><v>0</v></c>", null);
            case 12:
                return (Text(value.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',')), null);
            default:
                return (Typed(plain, "General"), null);
        }
    }

    private (string Cell, decimal? Factor) WithUnit(decimal value, decimal said)
    {
        var (format, factor, shift) = Pick(
            ("#,##0.00\" T€\"", 1000m, 1m), ("0.0\\ \"Mio. €\"", 1_000_000m, 1m), ("#,##0.00 [$€-407]", 1m, 1m),
            ("#,##0,\" T€\"", 1m, 1m),
            ("[>=0]0.00\" T€\";-0.00\" T€\"", 1000m, 1m), ("0.00\" EUR\"", 1m, 1m), ("0.0,,\" Mio. €\"", 1m, 1m));
        if (said != 1 && said != factor)
            Question ??= "two units for one amount";
        return (Typed((value * shift).ToString(CultureInfo.InvariantCulture), format), factor);
    }

    /// <summary>What a sum of binary numbers leaves of the value: one of its neighbours.</summary>
    private string Residue(decimal value)
    {
        var number = (double)value;
        for (var step = random.Next(4); step > 0; step--)
            number = Math.BitIncrement(number);
        return number.ToString("R", CultureInfo.InvariantCulture);
    }

    private string Typed(string number, string format)
    {
        var style = formats.IndexOf(format);
        if (style < 0)
        {
            style = formats.Count;
            formats.Add(format);
        }

        return $"<c{{0}} s=\"{style}\"><v>{number}</v></c>";
    }

    /// <summary>The cell in a font that is struck out, whatever it shows; a text in a run that is.</summary>
    private static string Struck(string cell) => cell.Contains("<t>", StringComparison.Ordinal)
        ? cell.Replace("<is><t>", "<is><r><rPr><strike/></rPr><t>", StringComparison.Ordinal)
            .Replace("</t></is>", "</t></r></is>", StringComparison.Ordinal)
        : StyleIndex().Replace(cell, "").Replace("<c{0}", $"<c{{0}} s=\"{StruckStyle}\"", StringComparison.Ordinal);

    private static string Text(string text) => $"<c{{0}} t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";

    private static string Row(int line, params IEnumerable<(string Column, string Cell)> cells) => Row(line, cells, "");

    private static string Row(int line, IEnumerable<(string Column, string Cell)> cells, string attributes) =>
        $"<row r=\"{line}\"{attributes}>"
        + string.Concat(cells.Select(cell =>
            cell.Cell.Replace("{0}", $" r=\"{cell.Column}{line}\"", StringComparison.Ordinal)))
        + "</row>";

    private void Ask(string question, Action make)
    {
        Question ??= question;
        make();
    }

    private byte[] Write() => Workbook.Write(
        [.. sheets.Select(sheet => (sheet.Name, sheet.State, Contents(sheet.Xml)))],
        "<numFmts>"
            + string.Concat(formats.Select((code, index) =>
                $"<numFmt numFmtId=\"{164 + index}\" formatCode=\"{SecurityElement.Escape(code)}\"/>"))
            + "</numFmts><fonts><font/><font><strike/></font></fonts><cellXfs>"
            + string.Concat(formats.Select((_, index) => $"<xf numFmtId=\"{164 + index}\"/>"))
            + string.Concat(Enumerable.Repeat("<xf/>", StruckStyle - formats.Count)) + "<xf fontId=\"1\"/></cellXfs>",
        isUncalculated ? "<calcPr fullCalcOnLoad=\"1\"/>" : "");

    private static string Contents(string xml) => xml.Split('\u0001') is [var columns, var rows, var behind]
        ? $"{columns}<sheetData>{rows}</sheetData>{behind}"
        : $"<sheetData>{xml}</sheetData>";

    [GeneratedRegex(" s=\"\\d+\"", RegexOptions.NonBacktracking)]
    private static partial Regex StyleIndex();

    private bool Chance(int of) => random.Next(of) == 0;

    private T Pick<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];
}
