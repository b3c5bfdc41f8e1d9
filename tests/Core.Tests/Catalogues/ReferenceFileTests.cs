using System.Text;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Tests.Catalogues;

/// <summary>Reference figures from flat files of the statistical offices.</summary>
public sealed class ReferenceFileTests
{
    // As GENESIS-Online, the Regionaldatenbank and the Zensus database write flat files today.
    private const string Flat =
        "statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;"
        + "1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_code;2_variable_attribute_label;"
            + "value;value_unit;"
        + "value_variable_code;value_variable_label\n";

    // As the Regionaldatenbank did before.
    private const string Older =
        "Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;1_Auspraegung_Code;"
            + "1_Auspraegung_Label;"
        + "BEVSTD__Bevoelkerungsstand__Anzahl;FLC006__Gebietsflaeche__qkm\n";

    private const string People = Flat
        + "12411;Fortschreibung des Bevölkerungsstandes;STAG;Stichtag;2024-12-31;KREISE;Kreise;07999;Musterland;GES;Geschlecht;"
            + ";Insgesamt;128450;Anzahl;BEVSTD;Bevölkerungsstand\n"
        + "12411;Fortschreibung des Bevölkerungsstandes;STAG;Stichtag;2024-12-31;KREISE;Kreise;07999;Musterland;GES;Geschlecht;"
            + "GESW;weiblich;65100;Anzahl;BEVSTD;Bevölkerungsstand\n"
        + "12411;Fortschreibung des Bevölkerungsstandes;STAG;Stichtag;2023-12-31;KREISE;Kreise;07999;Musterland;GES;Geschlecht;"
            + ";Insgesamt;127980;Anzahl;BEVSTD;Bevölkerungsstand\n"
        + "12411;Fortschreibung des Bevölkerungsstandes;STAG;Stichtag;2024-12-31;KREISE;Kreise;07998;Nachbarland;GES;"
            + "Geschlecht;;Insgesamt;99000;Anzahl;BEVSTD;Bevölkerungsstand\n";

    private const string Both = Older
        + "11111;Feststellung des Gebietsstands;STAG;Stichtag;31.12.2024;KREISE;Kreise;079990000000;Musterland;128450;641,82\n";

    public static TheoryData<string, string, string, string> Cases => new()
    {
        { "datei: t.csv", "07999", People, "2023-12-31 127980 | 2024-12-31 128450" },
        { "datei: t.csv, merkmal: BEVSTD", "07999", People, "2023-12-31 127980 | 2024-12-31 128450" },
        { "datei: t.csv, auspraegungen: [GESW]", "07999", People, "2024-12-31 65100" },
        { "datei: t.csv, region: \"07998\"", "07999", People, "2024-12-31 99000" },
        { "flaeche, datei: t.csv, merkmal: FLC006", "07999", Both, "2024-12-31 641.82 km²" },
        { "datei: t.csv, merkmal: BEVSTD", "07999", Both, "2024-12-31 128450" },
        { "datei: t.csv", "07999", Both, "PR-2167" },
        { "datei: t.csv", "07997", People, "PR-2165" },
        { "datei: t.csv, merkmal: FLC006", "07999", People, "PR-2166" },
        { "datei: t.csv, auspraegungen: [GESM]", "07999", People, "PR-2166" },
        { "datei: anders.csv", "07999", People, "PR-2162" },
        { "datei: t.csv, wert: 1", "07999", People, "PR-2161" },
        { "datei: t.csv, einheit: km²", "07999", People, "PR-2170" },
        { "datei: t.csv", "", People, "PR-2164" },
        { "datei: t.csv", "07999", "Kreis;Einwohner\n07999;128450\n", "PR-2163" },
        { "datei: t.csv", "07999", People.Replace("12-31", "Mitte", StringComparison.Ordinal), "PR-2168" },
        { "datei: t.csv, auspraegungen: [GESW]", "07999", People.Replace("65100", ".", StringComparison.Ordinal), "PR-2169" },
        { "datei: t.csv, merkmal: FLC006", "07999", Both, "PR-2170" },
        { "datei: t.csv", "07999", One("128.450"), "2024-12-31 128450" },
        { "datei: t.csv", "07999", One("128 450"), "2024-12-31 128450" },
        { "datei: t.csv", "07999", One("128,450", "number"), "2024-12-31 128450" },
        { "datei: t.csv", "07999", One("(128450)"), "2024-12-31 128450" },
        { "datei: t.csv", "07999", One("128450p"), "2024-12-31 128450" },
        { "datei: t.csv", "07999", One("128,45", "1000"), "2024-12-31 128450" },
        { "datei: t.csv", "07999", One("128,45", "Tsd."), "2024-12-31 128450" },
        { "datei: t.csv", "07999", One("0,12845", "Mio. Personen"), "2024-12-31 128450 Personen" },
        { "datei: t.csv", "07999", One("128450", "number"), "2024-12-31 128450" },
        { "datei: t.csv", "07999", Older.Replace("Anzahl", "1000", StringComparison.Ordinal)
            + "1;E;STAG;S;31.12.2024;KREISE;K;07999;M;128,45;\n", "2024-12-31 128450" },
        { "flaeche, datei: t.csv", "07999", One("-"), "2024-12-31 0" },
        { "flaeche, datei: t.csv", "07999", One("1234,5", "1000 EUR"), "2024-12-31 1234500 €" },
        { "flaeche, datei: t.csv", "07999", One("1,5", "Mio. EUR"), "2024-12-31 1500000 €" },
        { "flaeche, datei: t.csv, einheit: Tsd. EUR", "07999", One("1,5", "Tsd. EUR"), "2024-12-31 1.5 Tsd. EUR" },
        { "flaeche, datei: t.csv, einheit: €", "07999", One("1,5", "Tsd. EUR"), "2024-12-31 1500 €" },
        { "flaeche, datei: t.csv", "07999", One("641.82", "sqkm"), "2024-12-31 641.82 km²" },
        { "flaeche, datei: t.csv", "07999", One("1.234,56", "qkm"), "2024-12-31 1234.56 km²" },
        { "flaeche, datei: t.csv", "07999", One("1.234", "qkm"), "PR-2171" },
        { "flaeche, datei: t.csv", "07999", One("1,234", "qkm"), "PR-2171" },
        { "flaeche, datei: t.csv", "07999", One("1.234", "qkm") + Row("12,5", region: "07998"), "2024-12-31 1234 km²" },
        { "datei: t.csv", "07999", One("128450", region: "7999"), "2024-12-31 128450" },
        { "datei: t.csv", "07999", One("128450", region: "7999000") + Row("9", region: "7999001"), "2024-12-31 128450" },
        { "datei: t.csv", "07999", One("9", region: "7999001"), "PR-2165" },
        { "datei: t.csv", "17999", One("9", region: "7999"), "PR-2165" },
        { "datei: t.csv", "07999", One("128450", total: "GES;Gesamt") + Row("65450", total: "GESW;weiblich"),
            "2024-12-31 128450" },
        { "datei: t.csv", "07999", One("128450", total: ";Bevölkerung insgesamt"), "2024-12-31 128450" },
        { "datei: t.csv", "07999", One("65450", total: ";weiblich"), "PR-2166" },
        { "datei: t.csv", "07999", One("65450", total: "AUSL;Ausländer insgesamt"), "PR-2166" },
        { "datei: t.csv, auspraegungen: [weiblich]", "07999", One("65450", total: ";weiblich"), "2024-12-31 65450" },
        { "datei: t.csv", "07999", "GENESIS-Tabelle: 12411-0015;;\nBevölkerung\n\n" + One("128450"), "2024-12-31 128450" },
        { "datei: t.csv", "07999", One("128450") + "__________\n© Statistisches Bundesamt\nStand: 12.01.2026\n",
            "2024-12-31 128450" },
        { "datei: t.csv", "07999", Both.Replace("Auspraegung", "Ausprägung", StringComparison.Ordinal)
            .Replace(";641,82", ";", StringComparison.Ordinal), "2024-12-31 128450" },
        { "datei: t.csv", "07999", Within("DLAND;Bundesländer;07;Rheinland-Pfalz"), "2024-12-31 128450" },
        { "datei: t.csv", "07999", Within("DINSG;Deutschland insgesamt;DG;Deutschland"), "2024-12-31 128450" },
        { "datei: t.csv", "07999", Within("REGBEZ;Regierungsbezirke;079;Nordost"), "2024-12-31 128450" },
        { "datei: t.csv", "07999", Within("ALTX;Altersgruppen;07;7 bis unter 8 Jahre"), "PR-2166" },
        { "datei: t.csv", "07999", Within("DLAND;Bundesländer;08;Baden-Württemberg"), "PR-2166" },
        { "datei: t.csv", "07999", One("128.45"), "PR-2174" },
        { "datei: t.csv", "07999", One("128450.5"), "PR-2174" },
        { "datei: t.csv", "07999", One("-128450"), "PR-2174" },
        { "datei: t.csv", "07999", One("0"), "PR-2174" },
        { "flaeche, datei: t.csv", "07999", One("12.5"), "PR-2174" },
        { "flaeche, datei: t.csv", "07999", One("0"), "2024-12-31 0" },
        { "wert: 5, stichtag: 2024-12-31", "07999", People, "PR-2021" },
        { "wert: 5, stichtag: 2024-12-31, quelle: Amt", "07999", People, "2024-12-31 5" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void ReferenceFigure_IsReadFromItsFile_OrSaidWhyNot(string entry, string key, string file, string expected)
    {
        var reading = Read(entry, key, Encoding.UTF8.GetBytes(file));
        var errors = reading.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Code);
        var found = reading.Catalogues.ByYear.GetValueOrDefault(2026)?.ReferenceFigures
            .Where(figure => !entry.StartsWith("flaeche", StringComparison.Ordinal) || figure.Id.Text == "flaeche")
                .OrderBy(figure => figure.AsOf)
            .Select(figure => FormattableString.Invariant($"{figure.AsOf:yyyy-MM-dd} {figure.Value:0.####} {figure.Unit}")
                .TrimEnd());
        Assert.Equal(expected, string.Join(" | ", found ?? errors));
    }

    [Theory]
    [InlineData("1;E;STAG;S;2025-12-31;KREISE;K;07999;M;GES;G;;Insgesamt;...;Anzahl;BEVSTD;Bevölkerung\n", "PR-2172",
        "„t.csv“ hat für 2025-12-31 noch keinen Wert, sondern „...“; gelesen wurden die älteren Stichtage.")]
    [InlineData("", "", "")]
    public void LatestStichtagWithoutAValue_IsSaid(string row, string code, string text)
    {
        var findings = Read("datei: t.csv", "07999", Encoding.UTF8.GetBytes(People + row)).Findings;
        Assert.Equal(code, string.Concat(findings.Select(finding => finding.Code)));
        Assert.Equal(text, string.Concat(findings.Select(finding => finding.Text)));
    }

    [Theory]
    [InlineData("Wohngebäude", "Fortschreibung", true)]
    [InlineData("Lebendgeborene", "Bevölkerungsfortschreibung", true)]
    [InlineData("Wanderungsgewinn", "Bevölkerungsfortschreibung", true)]
    [InlineData("Bevölkerungsdichte", "Bevölkerungsfortschreibung", true)]
    [InlineData("Erwerbstätige Personen", "Mikrozensus", true)]
    [InlineData("Personen", "Erwerbstätigenrechnung", true)]
    [InlineData("Bevölkerungsstand", "Fortschreibung", false)]
    [InlineData("Durchschnittliche Bevölkerung", "Fortschreibung", false)]
    [InlineData("Personen", "Zensus 2022", false)]
    [InlineData("Anzahl", "Bevölkerungsfortschreibung", false)]
    public void PopulationFromAVariableThatIsNotOfPeople_IsAWarning(string variable, string statistic, bool isWarned)
    {
        var file = One("30000").Replace("Bevölkerungsstand", variable, StringComparison.Ordinal)
            .Replace("Bevölkerungsfortschreibung", statistic, StringComparison.Ordinal);
        Assert.Equal(isWarned ? "PR-2173" : "", string.Concat(
            Read("datei: t.csv", "07999", Encoding.UTF8.GetBytes(file)).Findings.Select(finding => finding.Code)));
    }

    [Fact]
    public void FileOfLabelsAlone_IsToldFromOthers() =>
        Assert.Contains("Codes",
            Read("datei: t.csv", "07999",
                "time;1_variable_attribute_label;value\n2024;Musterland;128450\n"u8.ToArray()).Findings[0].Text,
            StringComparison.Ordinal);

    [Fact]
    public void Source_NamesStatisticFileAndLine_WhereNoneIsGiven()
    {
        var figure = Read("datei: t.csv, region: \"07998\"", "07999", Encoding.UTF8.GetBytes(People)).Catalogues.ByYear[
            2026].ReferenceFigures[0];
        Assert.Equal("Fortschreibung des Bevölkerungsstandes (12411), t.csv, Zeile 5", figure.Source);
        Assert.Equal("Amt",
            Read("datei: t.csv, region: \"07998\", quelle: Amt", "07999", Encoding.UTF8.GetBytes(People)).Catalogues.ByYear[
            2026].ReferenceFigures[0].Source);
    }

    [Fact]
    public void File_InWindows1252_IsReadAsWell()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(People);
        Assert.Equal(128450,
            Read("datei: t.csv", "07999", bytes).Catalogues.ByYear[2026].ReferenceFigures.MaxBy(figure => figure.AsOf)!.Value);
    }

    [Fact]
    public void FileThatNobodyNames_IsAHint() =>
        Assert.Contains(Read("wert: 5, stichtag: 2024-12-31, quelle: Amt", "07999", Encoding.UTF8.GetBytes(People)).Findings,
            finding => finding.File == "2026/rahmendaten/t.csv");

    /// <summary>A file whose regions have another variable beside them.</summary>
    private static string Within(string variable) => One("128450").Replace("GES;Geschlecht;;Insgesamt", variable,
        StringComparison.Ordinal);

    private static string One(string value, string unit = "Anzahl", string region = "07999", string total = ";Insgesamt") =>
        Flat + Row(value, unit, region, total);

    private static string Row(
        string value, string unit = "Anzahl", string region = "07999", string total = ";Insgesamt") =>
        $"12411;Bevölkerungsfortschreibung;STAG;Stichtag;2024-12-31;KREISE;Kreise;{region};Musterland;GES;Geschlecht;{total};"
            + $"{value};{unit};BEVSTD;Bevölkerungsstand\n";

    private static CatalogueReading Read(string entry, string key, byte[] file)
    {
        if (entry.StartsWith("flaeche, ", StringComparison.Ordinal))
            entry = "wert: 1, stichtag: 2020-12-31, quelle: Amt}\n  - {id: flaeche, bezeichnung: Fläche, "
                + entry["flaeche, ".Length..];
        var frame = "koerperschaft: Musterland\n" + (key.Length > 0 ? $"schluessel: \"{key}\"\n" : "")
            + $"rahmendaten:\n  - {{id: einwohner, bezeichnung: Einwohner, {entry}}}\naemter: [{{id: kaemmerei, bezeichnung: "
                + $"Kämmerei}}]\n";
        return CatalogueReader.Read(
            [new CatalogueFile("2026/rahmen.yaml", Encoding.UTF8.GetBytes(frame)),
                new CatalogueFile("2026/rahmendaten/t.csv", file)]);
    }
}
