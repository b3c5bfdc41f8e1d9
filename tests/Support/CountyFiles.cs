namespace Produktreport.Tests.Support;

/// <summary>The smallest catalogue that is valid, as the text of its files. What a test is about, it adds.</summary>
public static class CountyFiles
{
    public const string Department = "{id: amt, bezeichnung: Amt}";

    /// <summary><c>rahmen.yaml</c>, with its departments at the end.</summary>
    public static string Frame(string county = "Landkreis Test", int inhabitants = 1000, string department = Department) =>
        FormattableString.Invariant($$"""
            koerperschaft: {{county}}
            rahmendaten:
              - {id: einwohner, bezeichnung: Einwohner, wert: {{inhabitants}}, stichtag: 2025-06-30, quelle: Amt}
            aemter:
              - {{department}}

            """);

    /// <summary>The file of a product.</summary>
    public static string Product(string number = "1111", string name = "Produkt", string department = "amt") => $"""
        produkt: "{number}"
        bezeichnung: {name}
        amt: {department}

        """;
}
