namespace Produktreport.Core.Deliveries.Templates;

/// <summary>The parts of an XLSX template that are always the same, and the numbers of its cell styles.</summary>
internal static class XlsxTemplateParts
{
    /// <summary>Bold on grey, locked.</summary>
    public const int HeaderStyle = 1;

    /// <summary>Text on grey, locked.</summary>
    public const int TextStyle = 2;

    /// <summary>A number on grey, locked.</summary>
    public const int NumberStyle = 3;

    /// <summary>A number to fill in.</summary>
    public const int ValueStyle = 4;

    /// <summary>Text to fill in.</summary>
    public const int RemarkStyle = 5;

    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Paths and contents.</summary>
    public static IReadOnlyList<(string Path, string Content)> Fixed { get; } =
    [
        ("[Content_Types].xml", Declaration
            + """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"""),
        ("_rels/.rels", Declaration
            + $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relationship}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", Declaration
            + $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{Relationship}"><sheets><sheet name="Meldung" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", Declaration
            + $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relationship}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relationship}/styles" Target="styles.xml"/></Relationships>"""),
        ("xl/styles.xml", Declaration + Styles()),
    ];

    /// <summary>The style of a kind of cell.</summary>
    public static int StyleOf(TemplateCellKind kind) => kind switch
    {
        TemplateCellKind.Number => NumberStyle,
        TemplateCellKind.Value => ValueStyle,
        TemplateCellKind.Remark => RemarkStyle,
        _ => TextStyle,
    };

    /// <summary>Format 49 is text, 0 general: a value keeps all the decimals it was typed with.</summary>
    private static string Styles() => """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFD9D9D9"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf numFmtId="49" fillId="3" applyNumberFormat="1" applyFill="1"/><xf numFmtId="0" fillId="3" applyFill="1"/><xf numFmtId="0" applyProtection="1"><protection locked="0"/></xf><xf numFmtId="49" applyNumberFormat="1" applyProtection="1"><protection locked="0"/></xf></cellXfs></styleSheet>
        """;
}
