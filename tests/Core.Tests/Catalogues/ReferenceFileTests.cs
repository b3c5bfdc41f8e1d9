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
        { "datei: t.csv, merkmal: FLC006", "07999", Both, "2024-12-31 641.82 km²" },
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
        { "wert: 5, stichtag: 2024-12-31", "07999", People, "PR-2021" },
        { "wert: 5, stichtag: 2024-12-31, quelle: Amt", "07999", People, "2024-12-31 5" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void ReferenceFigure_IsReadFromItsFile_OrSaidWhyNot(string entry, string key, string file, string expected)
    {
        var reading = Read(entry, key, Encoding.UTF8.GetBytes(file));
        var errors = reading.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Code);
        var found = reading.Catalogues.ByYear.GetValueOrDefault(2026)?.ReferenceFigures.OrderBy(figure => figure.AsOf)
            .Select(figure => FormattableString.Invariant($"{figure.AsOf:yyyy-MM-dd} {figure.Value} {figure.Unit}").TrimEnd());
        Assert.Equal(expected, string.Join(" | ", found ?? errors));
    }

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

    private static CatalogueReading Read(string entry, string key, byte[] file)
    {
        var frame = "koerperschaft: Musterland\n" + (key.Length > 0 ? $"schluessel: \"{key}\"\n" : "")
            + $"rahmendaten:\n  - {{id: einwohner, bezeichnung: Einwohner, {entry}}}\naemter: [{{id: kaemmerei, bezeichnung: "
                + $"Kämmerei}}]\n";
        return CatalogueReader.Read(
            [new CatalogueFile("2026/rahmen.yaml", Encoding.UTF8.GetBytes(frame)),
                new CatalogueFile("2026/rahmendaten/t.csv", file)]);
    }
}
