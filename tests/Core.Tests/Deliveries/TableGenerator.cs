using System.Globalization;
using System.Text;

namespace Produktreport.Core.Tests.Deliveries;

/// <summary>Makes files as departments do, in all notations, and knows what stands in them.</summary>
internal sealed class TableGenerator(int seed)
{
    private static readonly string[] Figures = ["ertraege", "aufwendungen", "ergebnis", "stellen"];

    private static readonly (string Text, decimal Factor)[] Units =
    [
        ("€", 1), ("EUR", 1), ("T€", 1000), ("TEUR", 1000), ("T-EUR", 1000), ("Tsd. Euro", 1000), ("Tausend-Euro", 1000),
        ("1.000 €", 1000), ("Mio. €", 1_000_000), ("Millionen EUR", 1_000_000),
    ];

    private readonly Random random = new(seed);
    private readonly Random words = new(~seed);
    private bool isEnglish;
    private string thousands = "";

    /// <summary>What the file says, by figure, period and level.</summary>
    public Dictionary<(string Level, string Figure, string Period), decimal> Expected { get; } = [];

    /// <summary>Whether a cell has two readings and no cell decides between them.</summary>
    public bool IsAmbiguous => hasQuestion && !hasEvidence;

    /// <summary>
    /// Whether a cell would have more decimals than its figure, by cells that do not tell how thousands are grouped.
    /// </summary>
    public bool IsStrange => hasStrangeDecimals && hasEvidence && !groupsAreTold;

    /// <summary>Whether 1/2026 may be the first quarter as well.</summary>
    public bool IsMonthOrQuarter => hasBareMonth && !hasOtherMonth;

    /// <summary>The code of the question that words above or below the table raise; null where they raise none.</summary>
    public string? AskedByWords { get; private set; }

    private (string Text, decimal Factor) unit = ("", 1);
    private bool isUnitInColumn;
    private bool hasBareMonth;
    private bool hasOtherMonth;
    private bool hasQuestion;
    private bool hasEvidence;
    private bool hasStrangeDecimals;
    private bool groupsAreTold;

    /// <summary>Makes one file.</summary>
    public byte[] Make()
    {
        isEnglish = random.Next(4) == 0;
        thousands = Pick("", "", isEnglish ? "," : ".", "\u00A0", " ", "\u202F", "'");
        var separator = Pick(";", ";", "\t", ",", "|");
        var end = Pick("\r\n", "\n", "\r");
        if (random.Next(4) == 0)
            (unit, isUnitInColumn) = (Units[random.Next(Units.Length)], random.Next(2) == 0);
        var rows = Rows().Select(row => string.Join(separator, row.Select(cell => Quoted(cell, separator))));
        var text = UnitTitle(end) + Titles(separator, end)
            + string.Join(end, rows) + Pick("", end, end + end, end + separator + separator + end);
        text = WithWords(text, end);
        return Encoded(random.Next(6) == 0 ? "sep=" + separator + end + text : text);
    }

    private IEnumerable<List<string>> Rows() => isUnitInColumn ? Long() : random.Next(3) switch
    {
        0 => Long(),
        1 => ByPeriod(),
        _ => ByFigure(),
    };

    private IEnumerable<List<string>> Long()
    {
        // A column that nobody reads, and what its words are asked about with.
        (string Header, string Text, string? Code)[] unread =
            [("Version", "Plan", "PR-1230"), ("Version", "Ist", null), ("S/H", "H", "PR-1231"), ("Status", "H", null),
                ("Darstellung", "kumuliert seit Januar", "PR-1224"), ("Vermerk", "geprüft", null)];
        var beside = words.Next(10) == 0 ? unread[words.Next(unread.Length)] : ("", "", null);
        string[] Beside(string text) => beside.Header.Length == 0 ? [] : [text];
        yield return ["Produkt", Pick("Leistung", " leistung "), "Grundzahl", "Periode",
            Pick("Wert", "WERT", "Betrag", "Werte"), "Bemerkung", .. isUnitInColumn ? ["Einheit"] : Array.Empty<string>(),
            .. Beside(beside.Header)];
        foreach (var (level, figure, period) in Keys())
        {
            if (random.Next(8) == 0)
                yield return ["", "", "", "", "", "", .. isUnitInColumn ? [""] : Array.Empty<string>()];
            var before = Expected.Count;
            List<string> cells = [Padded(words.Next(9) == 0 ? "11 11" : "1111"), Service(level), Name(figure), Notation(period),
                Cell(level, figure, period),
                Pick("", "Zeile;mit \"Zitat\"", "zwei\nZeilen", "x,y"),
                .. isUnitInColumn ? [figure == "stellen" ? Pick("Stellen", "-", "") : unit.Text] : Array.Empty<string>(),
                .. Beside(beside.Text)];
            var isCumulative = beside.Code != "PR-1224" || (figure != "stellen" && period[^1] != '1');
            if (Expected.Count > before && isCumulative)
                AskedByWords ??= beside.Code;
            yield return cells;
        }
    }

    private IEnumerable<List<string>> ByPeriod()
    {
        yield return ["Produkt", "Leistung", "Grundzahl",
            .. Enumerable.Range(1, 4).Select(quarter => Notation($"2026-Q{quarter}"))];
        foreach (var level in Levels())
        {
            foreach (var figure in Figures)
                yield return ["1111", Service(level), Name(figure),
                    .. Enumerable.Range(1, 4).Select(quarter => Cell(level, figure, $"2026-Q{quarter}"))];
        }
    }

    private IEnumerable<List<string>> ByFigure()
    {
        yield return ["Periode", "Leistung", "Produkt", .. Figures.Select(Name)];
        foreach (var level in Levels())
        {
            for (var month = 1; month <= 1 + random.Next(6); month++)
            {
                var period = $"2026-{month:00}";
                List<string> row = [Notation(period), Service(level), "1111",
                    .. Figures.Select(figure => Cell(level, figure, period))];
                if (row.Skip(3).Any(cell => !string.IsNullOrWhiteSpace(cell)))
                {
                    hasBareMonth |= row[0] == $"{month}/2026";
                    hasOtherMonth |= row[0] != $"{month}/2026" || month > 4;
                }

                yield return row;
            }
        }
    }

    private IEnumerable<(string Level, string Figure, string Period)> Keys() =>
        from level in Levels()
        from figure in Figures
        from quarter in Enumerable.Range(1, 1 + random.Next(4))
        select (level, figure, $"2026-Q{quarter}");

    private string[] Levels() => random.Next(2) == 0 ? ["1111"] : ["1111", "11112", "11114"];

    private static string Service(string level) => level == "1111" ? "" : level;

    private string Cell(string level, string figure, string period)
    {
        if (random.Next(6) == 0)
            return Pick("", " ", "\u00A0");
        var decimals = random.Next(4);
        var value = decimal.Round(random.NextInt64(0, 3_000_000_000) / (decimal)Math.Pow(10, random.Next(9)), decimals);
        if (random.Next(3) == 0)
            value = -value;
        Expected[(level, figure, period)] = value * FactorOf(figure);
        if (value == 0 && random.Next(2) == 0)
            return Pick("-", "–");
        return Padded(Signed(Digits(Math.Abs(value), figure), value < 0));
    }

    private decimal FactorOf(string figure) => figure == "stellen" ? 1 : unit.Factor;

    private string Digits(decimal value, string figure)
    {
        var mark = isEnglish ? "." : ",";
        var format = new NumberFormatInfo
        {
            NumberDecimalSeparator = mark,
            NumberGroupSeparator = thousands.Length == 0
            ? "_"
            : thousands
        };
        var digits = value.ToString("N" + value.Scale, format).Replace("_", "", StringComparison.Ordinal);
        if (value.Scale == 0 && random.Next(12) == 0)
            digits += mark + Pick("-", "--", "–");
        Judge(digits, mark[0], value.Scale, figure);
        return digits;
    }

    /// <summary>Which digits can be read in two ways, by the rule of the domain written down a second time.</summary>
    private void Judge(string digits, char decimalMark, int decimals, string figure)
    {
        var marks = digits.Where(c => !char.IsAsciiDigit(c) && c is not ('-' or '–')).ToList();
        var at = digits.IndexOfAny(['.', ',']);
        if (marks.Exists(mark => mark is not ('.' or ',')) || marks.Count > 1)
            groupsAreTold = true;
        if (at < 0)
            return;
        var isQuestion = marks.Count == 1 && digits.Length - at == 4 && at is >= 1 and <= 3 && digits[0] != '0';
        hasQuestion |= isQuestion;
        hasEvidence |= !isQuestion;
        hasStrangeDecimals |= isQuestion && digits[at] == decimalMark && figure != "stellen"
            && FactorOf(figure) == 1;
        groupsAreTold |= !isQuestion && decimals == 3;
    }

    private string Signed(string digits, bool negative) =>
        negative ? Pick("-" + digits, digits[^1] is '-' or '–' ? "-" + digits : digits + "-", "(" + digits + ")", "−" + digits,
            "- " + digits, "\u2011" + digits) : Pick(digits, digits, "+" + digits);

    private string Notation(string period) => (period[5] == 'Q', period[^1]) switch
    {
        (true, var quarter) => Pick(period, $"Q{quarter}/2026", $"{quarter}. Quartal 2026", $"q{quarter} 2026"),
        _ => Pick(period, $"{period[5..]}/2026", $"{int.Parse(period[5..], CultureInfo.InvariantCulture)}/2026"),
    };

    private string Name(string figure) => (figure, random.Next(3)) switch
    {
        (_, 0) => figure,
        ("stellen", _) => "Anzahl Stellen",
        ("ertraege", 1) => "Erträge",
        ("ertraege", _) => "ERTRÄGE",
        (_, _) => char.ToUpperInvariant(figure[0]) + figure[1..],
    };

    /// <summary>
    /// The text with words above or below that no column says: amounts in cents are never those of the file, cumulative values
    /// are others than those of their periods but for what begins in January.
    /// </summary>
    private string WithWords(string text, string end)
    {
        if (words.Next(12) != 0)
            return text;
        string[] said = ["Beträge in Cent", "Alle Angaben in Hundert Euro", "Werte kumuliert", "Alle Werte kumuliert seit 01.01.",
            "Angaben nicht kumuliert", "Kumulierte Abschreibungen sind enthalten", "Beträge (: 1000)",
            "Ergebnisrechnung TEUR 2026", "Bitte bis 31.10.2026 zurücksenden", "Rückmeldung bis 15.11.2026 an Amt 20"];
        var which = words.Next(said.Length);
        var isMoney = Expected.Keys.Any(key => key.Figure != "stellen");
        var isLater = Expected.Keys.Any(key => key.Figure != "stellen" && key.Period[^1] != '1');
        var isBelow = words.Next(2) == 0 && which != 5;
        AskedByWords = which switch
        {
            0 or 1 or 6 or 7 when !isBelow || isMoney || (which != 0 && Expected.Count > 0) => "PR-1314",
            2 or 3 when isLater => "PR-1224",
            _ => AskedByWords,
        };
        return isBelow ? $"{text}{end}{said[which]}{end}" : $"{said[which]}{end}{text}";
    }

    private string UnitTitle(string end) =>
        unit.Text.Length == 0 || isUnitInColumn ? "" : Pick("Angaben in ", "Alle Beträge in ", "Einheit: ") + unit.Text + end;

    private string Titles(string separator, string end) => random.Next(4) switch
    {
        0 => $"Meldung des Amtes{end}",
        1 => $"Stand 01.10.2026{separator}{separator}{end}{separator}{end}{end}",
        _ => "",
    };

    private string Padded(string text) => random.Next(8) == 0 ? Pick(" ", "\u00A0", "  ") + text + " " : text;

    private string Quoted(string cell, string separator) =>
        cell.Contains(separator, StringComparison.Ordinal) || cell.AsSpan().ContainsAny('"', '\n', '\r') || random.Next(10) == 0
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;

    private byte[] Encoded(string text)
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var fitsWindows = windows.GetString(windows.GetBytes(text)) == text;
        return random.Next(4) switch
        {
            0 => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            1 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            2 when fitsWindows => windows.GetBytes(text),
            _ => Encoding.UTF8.GetBytes(text),
        };
    }

    private string Pick(params ReadOnlySpan<string> choices) => choices[random.Next(choices.Length)];
}
