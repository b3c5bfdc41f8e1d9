using System.Text;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Authoring;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Findings;
using Produktreport.Core.Tests.Deliveries;

namespace Produktreport.Core.Tests.Catalogues.Authoring;

/// <summary>A product plan as a table becomes product files.</summary>
public sealed class ProductPlanCsvTests
{
    private static readonly ProductPlan Freiburg = ProductPlanCsv.Read(
        File.ReadAllBytes(
            Path.Combine(AppContext.BaseDirectory, "Catalogues", "Beispiele", "freiburg-ergebnishaushalt-produkt-2017-2018.csv")),
                2017);

    [Fact]
    public void PlanOfFreiburg_Gives233Products_39OfThemOnceUnderSeveralDepartments()
    {
        Assert.Equal(233, Freiburg.Files.Length);
        Assert.Equal(39, Freiburg.Findings.Count(finding => finding.Code == "PR-2134"));
        Assert.Equal(46, Freiburg.Departments.Length);
        Assert.False(Freiburg.Findings.HasErrors());
    }

    [Fact]
    public void PlanOfFreiburg_IsAValidCatalogue_WithItsDepartmentsInTheFrame()
    {
        const string frame =
            "koerperschaft: Stadt Freiburg\nrahmendaten:\n  - {id: einwohner, bezeichnung: Einwohner, wert: 1, stichtag: "
                + "2016-12-31, quelle: Test}\n";
        var reading = CatalogueReader.Read(
            [.. Freiburg.Files, Katalog.File("2017/rahmen.yaml", frame + Freiburg.DepartmentsYaml)]);
        Assert.Empty(reading.Findings);
        var product = reading.Catalogues.ByYear[2017].Find(ProductNumber.Of("111001"))!;
        Assert.Equal(("Steuerung", "amt-000"), (product.Name, product.Department.Text));
        Assert.Equal(
            (new HierarchyStep("1110", "Steuerung"), new HierarchyStep("11", "Innere Verwaltung")),
                (product.Hierarchy.Group, product.Hierarchy.Area));
        Assert.Equal("000 Gemeinderat", reading.Catalogues.ByYear[2017].Find(product.Department)!.Name);
    }

    [Fact]
    public void SeveralDepartmentsAndNames_AreNamedWithTheirLines()
    {
        var several = Freiburg.Findings.First(finding => finding.Code == "PR-2134");
        Assert.Equal(
            (2, "Produkt 111001 steht unter mehreren Ämtern: amt-000, amt-001, amt-002, amt-003, amt-004, amt-005, amt-110, "
                + "amt-151, amt-152, amt-153, amt-154, amt-155, amt-156, amt-157, amt-158. Es wird ein Produkt mit dem Amt "
                    + "amt-000; bitte prüfen und den anderen mit liefert_fuer das Liefern erlauben."),
            (several.Line, several.Text));
        var names = Freiburg.Findings.First(finding => finding.Code == "PR-2135");
        Assert.Equal(
            (4, "Produkt 111001 heißt in Zeile 4 „Steuerung/Geschäftsf.GR und Ausschüsse“, vorher „Steuerung“. Übernommen wurde "
                + "der erste Name."),
            (names.Line, names.Text));
    }

    [Theory]
    [InlineData("Produktkennziffer,Bezeichnung\n0111,A", "0111", "A")]
    [InlineData("Produktplan 2026\n\nBezeichnung\tProdukt-Nr.\nA\t1", "1", "A")]
    [InlineData("sep=;\n\"Produkt\";\"Produktbezeichnung\"\n\"1111\";\"A: mit \"\"Zitat\"\"\"", "1111", "A: mit \"Zitat\"")]
    public void Columns_AreFoundByTheirUsualNames_InAnyOrder(string csv, string number, string name)
    {
        var plan = ProductPlanCsv.Read(Encoding.UTF8.GetBytes(csv), 2026, DepartmentId.Of("amt"));
        Assert.Equal($"2026/produkte/{number}.yaml", Assert.Single(plan.Files).Path);
        var product = CatalogueReader.Read([.. plan.Files, Katalog.File("2026/rahmen.yaml", Katalog.Frame)]).Catalogues.ByYear[
            2026].Products[0];
        Assert.Equal((number, name), (product.Number.Text, product.Name));
    }

    [Theory]
    [InlineData("Produktnummer;Produkt\n0111;Leitung\n0112;Recht", null)]
    [InlineData("Kostenträger;Bezeichnung\n0111;Leitung\n0112;Recht", null)]
    [InlineData("0111;Leitung\n0112;Recht", "PR-2139")]
    public void PlanWithAnUnusualHeader_IsRead_AndSaysWhatWasTaken(string csv, string? code)
    {
        var plan = ProductPlanCsv.Read(Encoding.UTF8.GetBytes(csv), 2026, DepartmentId.Of("amt"));
        Assert.Equal(["2026/produkte/0111.yaml", "2026/produkte/0112.yaml"], plan.Files.Select(file => file.Path));
        Assert.Contains("bezeichnung: Recht", Encoding.UTF8.GetString(plan.Files[1].Content.Span), StringComparison.Ordinal);
        Assert.Equal(code is not null, plan.Findings.Any(finding => finding.Code == "PR-2139"));
        Assert.False(plan.Findings.HasErrors());
    }

    [Fact]
    public void AreasOfAPlan_NameTheHierarchyOfItsProducts()
    {
        var plan = ProductPlanCsv.Read(
            "Nummer;Bezeichnung\n1;Verwaltung\n11;Innere\n111;Lenkung\n1111;Büro\n12;Ordnung\n1211;Recht\n"u8.ToArray(), 2026,
            DepartmentId.Of("amt"));
        var products = CatalogueReader.Read([.. plan.Files, Katalog.File("2026/rahmen.yaml", Katalog.Frame)])
            .Catalogues.ByYear[2026].Products;
        var office = products.Single(product => product.Number.Text == "1111").Hierarchy;
        Assert.Equal(
            (new HierarchyStep("1", "Verwaltung"), new HierarchyStep("11", "Innere"), new HierarchyStep("111", "Lenkung")),
            (office.MainArea, office.Area, office.Group));
    }

    [Theory]
    [InlineData(
        "a;b\n1;2", "PR-2132",
            "Es fehlt die Spalte mit der Produktnummer. Bitte schreiben Sie „Produktnummer“ über diese Spalte oder ergänzen Sie "
                + "sie; bekannt sind auch: Produkt, Produkt-Nr., Produktkennziffer.")]
    [InlineData(
        "Produkt;b\n1;2", "PR-2132",
            "Es fehlt die Spalte mit der Produktbezeichnung. Bitte schreiben Sie „Produktbezeichnung“ über diese Spalte oder "
                + "ergänzen Sie sie; bekannt sind auch: Produktname, Bezeichnung, Produkt Bezeichnung.")]
    [InlineData(
        "", "PR-2132",
            "Es fehlt die Spalte mit der Produktnummer. Bitte schreiben Sie „Produktnummer“ über diese Spalte oder ergänzen Sie "
                + "sie; bekannt sind auch: Produkt, Produkt-Nr., Produktkennziffer.")]
    [InlineData(
        "\0\0", "PR-2131",
            "Die Datei lässt sich nicht als Tabelle lesen: Sie enthält keine Textzeilen. Bitte speichern Sie die Tabelle als "
                + "Excel-Arbeitsmappe (.xlsx) oder CSV.")]
    [InlineData(
        "Produkt;Bezeichnung\n11;x\nSumme;x\n;Stand 2026", "PR-2133",
            "Ausgelassen wurde, was keine gültige Produktnummer hat: Zeile 3 („Summe“), Zeile 4 („Stand 2026“). Bitte prüfen, "
                + "ob ein Produkt darunter ist.")]
    [InlineData("Produkt;Bezeichnung\n1;x", "PR-2136", "Für Produkt 1 nennt die Tabelle kein Amt. Bitte bei „amt“ ergänzen.")]
    [InlineData(
        "Produkt;Bezeichnung\n11;x\n12;y", "PR-2136",
            "Für 2 Produkte nennt die Tabelle kein Amt: 11, 12. Bitte bei „amt“ ergänzen, oder den Befehl mit --amt geben, wenn "
                + "eines für alle gilt.")]
    [InlineData(
        "Produktgruppe;Produkt;Bezeichnung\n01;01;Rat\n01;02;Presse\n02;01;Gewerbe", "PR-2145",
            "Die Nummer 01 steht für „Rat“ und in Zeile 4, in einer anderen Gruppe, für „Gewerbe“: Die Nummern gelten nur "
                + "innerhalb ihrer Gruppe. Bitte in der Spalte der Produktnummer die ganze Nummer schreiben, zum Beispiel "
                + "11.01.01.")]
    [InlineData(
        "Produkt;Bezeichnung\n11.11.01;Rat\n11.11.2002;Presse", "PR-2146",
            "In Zeile 3 steht statt einer Produktnummer das Datum 11.11.2002: Excel macht aus Nummern wie 11.11.01 ein Datum. "
                + "Bitte die Spalte als Text formatieren, bevor der Plan darin geöffnet wird, oder ihn neu ausgeben.")]
    [InlineData(
        "Produkt;Bezeichnung;Status\n11;Rat;aktiv\n12;Post;entfällt ab 2024\n13;(weggefallen);", "PR-2147",
            "Der Plan scheint Produkte zu nennen, die es nicht mehr gibt: 12 („entfällt ab 2024“), 13 („(weggefallen)“). "
                + "Angelegt wurden sie trotzdem; bitte ihre Dateien löschen, wenn sie im Katalog nichts zu suchen haben.")]
    [InlineData(
        "Produkt;Bezeichnung;Produktgruppe\n11;x;1\n11;x;2", "PR-2138",
            "Produkt 11 gehört in Zeile 3 zu Produktgruppe 2, vorher zu 1. Übernommen wurde 1.")]
    public void WhatDoesNotFit_IsSaid(string csv, string code, string text) =>
        Assert.Equal(
            text, ProductPlanCsv.Read(Encoding.UTF8.GetBytes(csv), 2026).Findings.First(finding => finding.Code == code).Text);

    /// <summary>Layouts as counties and cities publish them, <c>|</c> between lines; the products that are read.</summary>
    [Theory]
    [InlineData("Produkt;Amt|1111 Büro Landrat;amt|1112 Recht;amt", "1111 Büro Landrat, 1112 Recht", null)]
    [InlineData("Produkt|1.1.01 – Büro|1.1.02: Recht|Summe", "1.1.01 Büro, 1.1.02 Recht", "PR-2133")]
    [InlineData("Produktgruppe;Produkt|111 Verwaltung;1111 Büro|122 Ordnung;1221 Recht", "1111 Büro, 1221 Recht", null)]
    [InlineData("Plan 2026||1111 Büro;5|1112 Recht;6", "1111 Büro, 1112 Recht", "PR-2139")]
    [InlineData("Produkt;Konto;Bezeichnung|1111 Büro;4100;Gebühren|1112 Recht;5000;Personal", "1111 Büro, 1112 Recht", null)]
    [InlineData("Produkt;Bezeichnung|1111;Büro|1112;24 Stunden|1113;7 Tage", "1111 Büro, 1112 24 Stunden, 1113 7 Tage", null)]
    [InlineData("Produktbereich 11;||Verwaltung|0111;Büro|Text dazu|noch einer|0112;Recht|Summe;|Ende", "0111 Büro, 0112 Recht",
        "PR-2139 PR-2133")]
    [InlineData("Kontengruppe;Profitcenter;Profitcenter-Bezeichnung;Ist|41;104;Finanzen;-5|43;105;Prüfung;-6",
        "104 Finanzen, 105 Prüfung", null)]
    [InlineData("Produktbereich;Produktbereich-Bez;Produkt;Produkt-Bez;Sachkonto;Sachkonto-Bez|11;Innere;1111;Büro;44;Mieten",
        "1111 Büro", null)]
    [InlineData("Kapitel,Bezeichnung,TGr.,Bezeichnung,Titel|01010,Landtag,,,11910|01020,Bewilligung,64,Teilzeit,23564",
        "01010 Landtag, 01020 Bewilligung", null)]
    [InlineData("Art;Titelnr.;Titel;Gruppennr.;Gruppe;Betrag|V;0;Allg;600;Rathaus;0|V;1;Sich;1141;Umwelt;5",
        "600 Rathaus, 1141 Umwelt", "PR-2139")]
    [InlineData(
        "Nummer;Bezeichnung|1;Zentrale Verwaltung|11;Innere|111;Steuerung|1111;Büro|1112;Recht|2;Schule|21;Träger|211;Grund|"
        + "2111;Ost",
        "1111 Büro, 1112 Recht, 2111 Ost", "PR-2139 PR-2140")]
    [InlineData("Produkt;Bezeichnung|1.1;Innere|1.1.01;Büro|1.10;Anderes|1.10.02;Recht", "1.1.01 Büro, 1.10.02 Recht", "PR-2140")]
    [InlineData(
        "Ebene;Produkt;Bezeichnung|Produktbereich;11;Innere|Produktgruppe;1110;Lenkung|Produkt;111001;Büro|Produkt;111002;Recht",
        "111001 Büro, 111002 Recht", "PR-2140")]
    [InlineData("Ebene;Produkt;Bezeichnung|Teilhaushalt;1;Zentrales|Produkt;11;Büro|Produkt;111;Recht", "11 Büro, 111 Recht",
        "PR-2140")]
    [InlineData("Produkt;Bezeichnung|Produktgruppe 111;Lenkung|Produkt 1111;Büro|Produkt 1121;Recht", "1111 Büro, 1121 Recht",
        "PR-2140")]
    [InlineData("Produkt;Bezeichnung|1111;Büro|1112;Recht|1113;Wahlen", "1111 Büro, 1112 Recht, 1113 Wahlen", null)]
    [InlineData("PB;PG;P;Bezeichnung|11;;;Innere|11;111;;Steuerung|11;111;11101;Rat|11;111;11102;Presse|12;;;Sicherheit|"
        + "12;122;;Ordnung|12;122;12201;Gewerbe", "11101 Rat, 11102 Presse, 12201 Gewerbe", "PR-2139")]
    [InlineData("Produkt;Bezeichnung|11 11 01;Rat|11 11 02;Presse", "11.11.01 Rat, 11.11.02 Presse", null)]
    [InlineData("Produkt alt;Produkt neu;Bezeichnung|1.01;11.01.01;Rat|1.02;11.01.02;Presse", "11.01.01 Rat, 11.01.02 Presse",
        "PR-2139")]
    [InlineData("1111;Büro;Hauptamt|1121;Personal;Hauptamt|1145;Technik;Hauptamt", "1111 Büro, 1121 Personal, 1145 Technik",
        "PR-2139")]
    [InlineData("1111;Stadt X;Büro|1121;Stadt X;Personal|1145;Stadt X;Technik", "1111 Büro, 1121 Personal, 1145 Technik",
        "PR-2139")]
    [InlineData("PGR,Aggregat,Hst.|01.01.01,EINN.KONSU,x|01.01.01,AUSG.PERS,y|01.02.01,AUSG.PERS,z|01.02.01,EINN,z", "",
        "PR-2132")]
    public void PublishedPlans_AreRead_AsTextAndAsWorkbook(string lines, string products, string? codes)
    {
        var csv = lines.Replace('|', '\n');
        string[][] rows = [.. lines.Split('|').Select(line => line.Split(lines.Contains(';') ? ';' : ','))];
        foreach (var content in new[] { Encoding.UTF8.GetBytes(csv), WorkbookOf(rows) })
        {
            var plan = ProductPlanCsv.Read(content, 2026, DepartmentId.Of("amt"));
            var read = CatalogueReader.Read([.. plan.Files, Katalog.File("2026/rahmen.yaml", Katalog.Frame)]).Catalogues;
            Assert.Equal(products, string.Join(", ",
                plan.Files.Select(file => Path.GetFileNameWithoutExtension(file.Path)).Select(number => $"{number} "
                    + read.ByYear[2026].Find(ProductNumber.Of(number))!.Name)));
            Assert.Equal(codes ?? "", string.Join(' ', plan.Findings.Select(finding => finding.Code)
                .Where(code => code is not ("PR-2136" or "PR-2137"))));
        }
    }

    /// <summary>Leistungen of a plan, <c>|</c> between lines: each product with its group and its Leistungen.</summary>
    [Theory]
    [InlineData("Nummer;Name|1111;Büro|11111;Sprechstunden|11112;Ehrungen|1121;Personal", "1111<111: 11111 11112, 1121<112:")]
    [InlineData("Nr.;Name|1;Zentrales|11;Innere|111;Lenkung|1111;Büro|11111;Sprechstunden|112;Personal|1121;Personal",
        "1111<111: 11111, 1121<112:")]
    [InlineData("Produktgruppe;Gruppenname;Produktnummer;Bezeichnung|11;Innere;11101;Büro|11;Innere;1110101;Ehrungen",
        "11101<11: 1110101")]
    [InlineData("Ebene;Nummer;Bezeichnung|Produktgruppe;111;Lenkung|Produkt;1111;Büro|Leistung;11111;Ehrungen|Produkt;1112;Recht",
        "1111<111: 11111, 1112<111:")]
    [InlineData("Nummer;Bezeichnung|Produkt 1111;Büro|Leistung 11111;Ehrungen|Produkt 1112;Recht", "1111<111: 11111, 1112<111:")]
    [InlineData("Produkt;Produktbezeichnung;Leistung;Leistungsbezeichnung|1111;Büro;11111;Reden|1111;Büro;11112;Ehrungen",
        "1111<111: 11111 11112")]
    [InlineData("Produkt;Produktbezeichnung;Leistung;Leistungsbezeichnung|1111;Büro;11111;Reden|;;11112;Ehrungen",
        "1111<111: 11111 11112")]
    [InlineData("Produktgruppe 1111 Steuerung;|Produkt 111101 Büro;FD 01|Leistung 111101.1 Reden;|Produkt 111102 Presse;FD 02",
        "111101<1111: 111101.1, 111102<1111:")]
    [InlineData("Produkt;Amt|Produktgruppe 1111 Steuerung;|Produkt 111101 Büro;amt|Produkt 111102 Presse;amt",
        "111101<1111:, 111102<1111:")]
    [InlineData("Produkt- und Leistungsplan|Nummer;Name|111101;Büro|111101.1;Ehrungen|111102;Recht",
        "111101<111: 111101.1, 111102<111:")]
    [InlineData("Produkt/Leistung;Name|1111;Büro|11111;Ehrungen|1121;Personal", "1111<111: 11111, 1121<112:")]
    [InlineData("Nummer;Name|11;Innere|1111;Lenkung|111101;Büro|111102;Recht", "111101<1111:, 111102<1111:")]
    [InlineData("Nummer;Name|11;Innere|11.11;Lenkung|11.11.01;Büro|11.11.02;Recht", "11.11.01<11.11:, 11.11.02<11.11:")]
    [InlineData("Nummer;Name|11.11.01;Büro|11.11.01.01;Reden|11.12.01;Recht", "11.11.01.01<11.11.01:, 11.12.01<11.12.01:",
        "PR-2144")]
    [InlineData("Nummer;Name|1111;Büro|1111.1;Reden|1121;Recht", "1111.1<1111:, 1121<112:", "PR-2144")]
    public void Services_BelongToTheirProducts_AndWhatIsUnclearIsAsked(string lines, string products, string? code = null)
    {
        var plan = ProductPlanCsv.Read(Encoding.UTF8.GetBytes(lines.Replace('|', '\n')), 2026, DepartmentId.Of("amt"));
        var files = plan.Files.Select(file => file with
        {
            Content = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file.Content.Span).Replace("art:\n", "art: intern\n",
                StringComparison.Ordinal)),
        });
        var read = CatalogueReader.Read([.. files, Katalog.File("2026/rahmen.yaml", Katalog.Frame)]).Catalogues.ByYear[2026];
        Assert.Equal(products, string.Join(", ", read.Products.OrderBy(product => product.Number.Text, StringComparer.Ordinal)
            .Select(product => $"{product.Number}<{product.Hierarchy.Group.Number}:"
                + string.Concat(product.Services.Select(service => $" {service.Number}")))));
        Assert.Equal(code is not null, plan.Findings.Any(finding => finding.Code == "PR-2144"));
        Assert.Equal(read.Products.Any(product => product.Services.Length > 0),
            plan.Findings.Any(finding => finding.Code == "PR-2143"));
    }

    private static byte[] WorkbookOf(string[][] rows) => Workbook.WithSheets(
        ("Deckblatt", "visible", [["Landkreis"]]), ("Plan", "visible", rows), ("Alt", "hidden", [["Produkt", "Bezeichnung"]]));

    [Fact]
    public void DamagedTables_NeverThrow()
    {
        var random = new Random(3);
        for (var round = 0; round < 300; round++)
        {
            var bytes = Encoding.Latin1.GetBytes(
                "Produkt;Produktbezeichnung;Amt\n1111;\"Büro; Landrat\";10\n1112;\"x\"\"y\";20\n");
            for (var times = random.Next(1, 20); times > 0; times--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var plan = ProductPlanCsv.Read(bytes, 2026);
            Assert.True(plan.Files.Length <= 3);
        }
    }
}
