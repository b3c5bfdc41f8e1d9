namespace Produktreport.Core.Pdf.Writing;

/// <summary>The numbers a viewer shows for pages: i, ii, 1, 2 (ISO 32000-1, 12.4.2).</summary>
internal static class PageLabels
{
    /// <summary>Each page's number as its section counts, in document order.</summary>
    public static List<(PageNumbering Style, int Number)> Number(IEnumerable<(PageNumbering Style, bool Restarts)> pages)
    {
        var labels = new List<(PageNumbering Style, int Number)>();
        foreach (var (style, restarts) in pages)
        {
            var continues = labels.Count > 0 && labels[^1].Style == style && !restarts;
            labels.Add((style, continues ? labels[^1].Number + 1 : 1));
        }

        return labels;
    }

    public static string Text(PageNumbering style, int number) => style == PageNumbering.Roman
        ? Roman(number)
        : number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static void Write(ByteBuffer target, List<(PageNumbering Style, int Number)> labels)
    {
        target.Add("/PageLabels<</Nums["u8);
        for (var page = 0; page < labels.Count; page++)
        {
            var (style, number) = labels[page];
            if (page == 0 || number == 1)
                target.Add((long)page).Add(style == PageNumbering.Roman ? "<</S/r>>"u8 : "<</S/D>>"u8);
        }

        target.Add("]>>"u8);
    }

    private static string Roman(int number)
    {
        (int Value, string Digits)[] steps =
            [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
        var text = "";
        foreach (var (value, digits) in steps)
        {
            for (; number >= value; number -= value)
                text += digits;
        }

        return text;
    }
}
