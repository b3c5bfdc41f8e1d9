using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Authoring;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Findings;
using Produktreport.Core.Tests.Pdf;

namespace Produktreport.Core.Tests.Catalogues;

/// <summary>The county's Wappen in <c>rahmen.yaml</c>.</summary>
public sealed class LogoTests
{
    private const string Triangle = "M0 0L100 0L50 80Z";

    private static readonly byte[] Png = ImageTests.Png(2, 2, 2, 3, [255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9]);

    public static TheoryData<string, string, string> Faults => new()
    {
        { "{text: W}", "PR-2072", "entweder pfade" },
        { $"{{text: W, datei: wappen.png, pfade: [{{pfad: {Triangle}, farbe: \"#0b4f7d\"}}], breite: 1, hoehe: 1}}", "PR-2072",
            "nur eines davon" },
        { $"{{text: W, pfade: [{{pfad: {Triangle}, farbe: \"#0b4f7d\"}}], breite: 100}}", "PR-2073", "breite und hoehe" },
        { "{text: W, pfade: [{pfad: M0 0A1 1 0 0 0 2 2, farbe: \"#0b4f7d\"}], breite: 9, hoehe: 9}", "PR-2074",
            "„M0 0A1 1 0 0 0 2 2“" },
        { "{text: W, datei: fehlt.png}", "PR-2075", "„fehlt.png“" },
        { "{text: W, datei: gross.png}", "PR-2076", "1.048.577 Bytes" },
        { "{text: W, datei: kaputt.jpg}", "PR-2077", "Graustufen oder RGB" },
        { "{text: W, datei: ../2025/wappen.png}", "PR-2031", "der Name einer Bilddatei" },
        { "{text: W, datei: /etc/wappen.png}", "PR-2031", "der Name einer Bilddatei" },
        { "{text: W, datei: wappen.svg}", "PR-2031", "der Name einer Bilddatei" },
        { $"{{text: W, pfade: [{{pfad: {Triangle}, farbe: blau}}], breite: 9, hoehe: 9}}", "PR-2031", "eine Farbe" },
        { $"{{text: W, pfade: [{{pfad: {Triangle}, farbe: \"#0b4f7d\"}}], breite: 0, hoehe: 9}}", "PR-2026", "„breite“" },
        { $"{{pfade: [{{pfad: {Triangle}, farbe: \"#0b4f7d\"}}], breite: 9, hoehe: 9}}", "PR-2021", "„text“" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void AFault_IsFoundWithItsLine_AndTheYearIsNotUsed(string logo, string code, string says)
    {
        var reading = Read(logo);
        var finding = Assert.Single(reading.Findings, finding => finding.Severity == Severity.Error);
        Assert.Equal((code, "2026/rahmen.yaml", 6), (finding.Code, finding.File, finding.Line));
        Assert.Contains(says, finding.Text, StringComparison.Ordinal);
        Assert.Empty(reading.Catalogues.ByYear);
    }

    [Fact]
    public void APath_IsReadWithItsColour()
    {
        var logo = Assert.IsType<Logo.Drawn>(
            Logo($"{{text: Wappen, pfade: [{{pfad: {Triangle}, farbe: \"#0b4f7D\"}}], breite: 100, hoehe: 80.5}}"));
        Assert.Equal(
            ("Wappen", 100m, 80.5m, new LogoPath(Triangle, 0x0B4F7D)),
                (logo.Text, logo.Width, logo.Height, Assert.Single(logo.Paths)));
    }

    [Fact]
    public void AFile_IsReadAsItIs()
    {
        var logo = Assert.IsType<Logo.Picture>(Logo("{text: Wappen, datei: wappen.png}"));
        Assert.Equal(Png, logo.File.ToArray());
        Assert.Null(Logo("~"));
    }

    [Fact]
    public void AnotherPicture_IsAnotherLogo()
    {
        const string other = "M0 0L100 0L50 81Z";
        string[] hashes = [
            .. new[] { Triangle, other }.Select(
                path => Logo($"{{text: W, pfade: [{{pfad: {path}, farbe: \"#0b4f7d\"}}], breite: 9, hoehe: 9}}")!.Sha256)];
        Assert.NotEqual(hashes[0], hashes[1]);
        Assert.Equal(
            hashes[0], Logo($"{{text: Anders, pfade: [{{pfad: {Triangle}, farbe: \"#0B4F7D\"}}], breite: 9, hoehe: 9}}")!.Sha256);
    }

    [Fact]
    public void APictureThatIsNotTheLogo_IsOnlyNoted()
    {
        var reading = CatalogueReader.Read(
            [Katalog.File("2026/rahmen.yaml", Katalog.Frame), new CatalogueFile("2026/foto.png", Png)]);
        Assert.Equal("PR-2012", Assert.Single(reading.Findings).Code);
        Assert.Null(reading.Catalogues.ByYear[2026].Logo);
    }

    [Fact]
    public void NextYear_HasTheLogo()
    {
        var next = YearRollOver.From(Files("{text: Wappen, datei: wappen.png}"), 2026).Files;
        Assert.Equal(Png, Assert.IsType<Logo.Picture>(CatalogueReader.Read(next).Catalogues.ByYear[2027].Logo).File.ToArray());
    }

    private static Logo? Logo(string logo) => Read(logo).Catalogues.ByYear[2026].Logo;

    private static CatalogueReading Read(string logo) => CatalogueReader.Read([.. Files(logo),
        new CatalogueFile("2026/gross.png", new byte[1024 * 1024 + 1]),
            new CatalogueFile("2026/kaputt.jpg", Png.AsMemory(0, 30))]);

    private static List<CatalogueFile> Files(string logo) =>
        [Katalog.File("2026/rahmen.yaml", Katalog.Frame.TrimEnd('\n') + $"\nlogo: {logo}\n"),
            new CatalogueFile("2026/wappen.png", Png)];
}
