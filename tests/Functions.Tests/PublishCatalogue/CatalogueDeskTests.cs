using Produktreport.Functions.Standalone;
using Produktreport.Functions.Standalone.Commands;

namespace Produktreport.Functions.Tests.PublishCatalogue;

public sealed class CatalogueDeskTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-");

    [Fact]
    public async Task TheExampleCatalogue_IsWithoutFault()
    {
        CopyExample();
        var (exitCode, said) = await Run("pruefen");
        Assert.Equal(0, exitCode);
        Assert.Equal("✔ Katalog 2025: 20 Produkte, ohne Fehler.\n✔ Katalog 2026: 20 Produkte, ohne Fehler.\n", said);
    }

    [Fact]
    public async Task AFault_IsSaidWithItsFileAndLine_AndMakesTheExitCodeTwo()
    {
        CopyExample();
        var product = Path.Combine(folder.FullName, "katalog", "2026", "produkte", "1111.yaml");
        await File.WriteAllTextAsync(product, (await File.ReadAllTextAsync(product, Cancellation))
            .Replace("richtung: hoeher_besser", "richtung: hoeher_besserr", StringComparison.Ordinal), Cancellation);
        var (exitCode, said) = await Run("pruefen");
        Assert.Equal(2, exitCode);
        Assert.Matches(@"(?m)^2026/produkte/1111\.yaml:\d+: Fehler PR-2\d\d\d: .*hoeher_besserr.*hoeher_besser", said);
        Assert.DoesNotContain("Katalog 2026:", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheNextYearsCatalogue_IsValidAsItIsMade_AndIsNeverOverwritten()
    {
        CopyExample();
        Assert.Equal(0, (await Run("neu", "2027")).ExitCode);
        Assert.Contains("✔ Katalog 2027: 20 Produkte, ohne Fehler.", (await Run("pruefen")).Said, StringComparison.Ordinal);
        var (again, said) = await Run("neu", "2027");
        Assert.Equal(2, again);
        Assert.Contains("2027", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProductPlan_MakesOneFileForEachProduct_AndASecondTimeNothing()
    {
        var plan = Path.Combine(folder.FullName, "plan.csv");
        await File.WriteAllTextAsync(plan,
            "Produkt;Produktbezeichnung;Produktgruppe;Produktbereich\n1111;Büro Landrat;111;11\n1121;Personal;112;11\n",
            Cancellation);
        var (exitCode, said) = await Run("aus-csv", plan, "--jahr", "2026", "--amt", "kaemmerei");
        Assert.True(exitCode == 0, said);
        Assert.Contains("amt: kaemmerei",
            await File.ReadAllTextAsync(Path.Combine(folder.FullName, "katalog", "2026", "produkte", "1121.yaml"), Cancellation),
            StringComparison.Ordinal);
        var (again, refused) = await Run("aus-csv", plan, "--jahr", "2026");
        Assert.Equal(2, again);
        Assert.Contains("✘ katalog/2026/produkte/1111.yaml gibt es schon; nichts wurde geschrieben.", refused,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProfile_IsProposedWithWhatItReads()
    {
        CopyExample();
        var file = Path.Combine(folder.FullName, "haushalt-2026.csv");
        await File.WriteAllTextAsync(file,
            "Produkt;Name;Ertrag 2026;Aufwand 2026\n1111;Büro;10,50;20,75\n1121;Personal;1,00;2,00\n", Cancellation);
        var (exitCode, said) = await Run("profil", file);
        Assert.True(exitCode == 0, said);
        Assert.Contains("  aufwendungen, Jahr 2026, Ist: 2 Produkte, Summe 22,75", said, StringComparison.Ordinal);
        Assert.Contains("✔ katalog/2026/profile/haushalt.yaml", said, StringComparison.Ordinal);
        var written = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "katalog", "2026", "profile", "haushalt.yaml"),
            Cancellation);
        Assert.Contains(written, said, StringComparison.Ordinal);
        Assert.Contains("gilt_fuer: \"kaemmerei/haushalt-*.csv\"", written, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("pruefen")).ExitCode);
    }

    [Fact]
    public async Task AProfileThatIsThere_ReadsTheFileAgain_AndIsNotOverwritten()
    {
        CopyExample();
        var file = Path.Combine(folder.FullName, "haushalt-2026.csv");
        await File.WriteAllTextAsync(file, "Produkt;Name;Ertrag 2026;Aufwand 2026\n1111;Büro;10,50;20,75\n", Cancellation);
        Assert.Equal(0, (await Run("profil", file)).ExitCode);
        var profile = Path.Combine(folder.FullName, "katalog", "2026", "profile", "haushalt.yaml");
        var changed = (await File.ReadAllTextAsync(profile, Cancellation))
            .Replace("art: ist", "art: plan", StringComparison.Ordinal);
        await File.WriteAllTextAsync(profile, changed, Cancellation);
        var (exitCode, said) = await Run("profil", file);
        Assert.True(exitCode == 0, said);
        Assert.Contains("katalog/2026/profile/haushalt.yaml gibt es schon; so liest es die Datei:", said,
            StringComparison.Ordinal);
        Assert.Contains("  aufwendungen, Jahr 2026, Plan: 1 Produkt, Summe 20,75", said, StringComparison.Ordinal);
        Assert.Equal(changed, await File.ReadAllTextAsync(profile, Cancellation));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<(int ExitCode, string Said)> Run(params string[] words)
    {
        var output = new StringWriter { NewLine = "\n" };
        var exitCode = await CommandLine.Run(["katalog", .. words, "--data", folder.FullName], TextReader.Null, output, output);
        return (exitCode, output.ToString());
    }

    private void CopyExample()
    {
        var example = ExampleCounty.Find()!;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(example, "katalog"), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder.FullName, Path.GetRelativePath(example, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
