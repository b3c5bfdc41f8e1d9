using System.Security;
using System.Text;

namespace Produktreport.Core.Pdf.Writing;

/// <summary>The metadata packet: says what the document is, and that it claims PDF/A-3a and PDF/UA-1.</summary>
internal static class XmpMetadata
{
    /// <summary>Never compressed: archives read it without knowing PDF (ISO 19005-3, 6.6.2.1).</summary>
    public static byte[] Build(DocumentInfo info, string producer)
    {
        var date = PdfDate.FormatXmp(info.Date);
        return Encoding.UTF8.GetBytes($"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
             xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
             xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
             xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
             xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Escape(info.Title)}</rdf:li></rdf:Alt></dc:title>
            {Optional("dc:creator", "Seq", info.Author)}{OptionalText("dc:description", info.Subject)}
            <dc:language><rdf:Bag><rdf:li>{Escape(info.Language)}</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
            <xmp:MetadataDate>{date}</xmp:MetadataDate>
            <xmp:CreatorTool>{Escape(info.Creator)}</xmp:CreatorTool>
            <pdf:Producer>{Escape(producer)}</pdf:Producer>{Keywords(info.Keywords)}
            <pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
            {ExtensionSchema}
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>
            """);
    }

    /// <summary>PDF/A knows no PDF/UA identification; a schema not known must be described (ISO 19005-3, 6.6.2.3).</summary>
    private const string ExtensionSchema = """
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
        <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        </rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
        """;

    private static string Keywords(IReadOnlyList<string> keywords) =>
        keywords.Count == 0 ? "" : $"<pdf:Keywords>{Escape(string.Join(", ", keywords))}</pdf:Keywords>";

    private static string Optional(string element, string container, string value) =>
        value.Length == 0 ? "" : $"<{element}><rdf:{container}><rdf:li>{Escape(value)}</rdf:li></rdf:{container}></{element}>\n";

    private static string OptionalText(string element, string value) =>
        value.Length == 0 ? ""
            : $"<{element}><rdf:Alt><rdf:li xml:lang=\"x-default\">{Escape(value)}</rdf:li></rdf:Alt></{element}>\n";

    private static string Escape(string text) => SecurityElement.Escape(text);
}
