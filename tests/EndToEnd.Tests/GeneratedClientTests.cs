using Produktreport.EndToEnd.Tests.Browser;

namespace Produktreport.EndToEnd.Tests;

/// <summary>
/// A program whose types are generated from the description of the API (openapi-typescript) compiles without an exception and
/// does its work over the real program.
/// </summary>
public sealed class GeneratedClientTests(FolderPortal portal) : IClassFixture<FolderPortal>
{
    [Fact]
    public async Task ProgramTypedByTheDescriptionAlone_ReadsDeliversReleasesAndWithdraws()
    {
        var source = Repository.At("tests", "Client");
        var folder = Directory.CreateTempSubdirectory("produktreport-client-");
        string At(params string[] parts) => Path.Combine([folder.FullName, .. parts]);
        foreach (var file in (string[])["client.ts", "package.json", "tsconfig.json"])
            File.Copy(Path.Combine(source, file), At(file));
        Directory.CreateSymbolicLink(At("node_modules"), Path.Combine(source, "node_modules"));
        await Tool.Run("node", At("node_modules", "openapi-typescript", "bin", "cli.js"),
            Repository.At("docs", "openapi.v1.json"), "-o", At("api.d.ts"));
        await Tool.Run("node", At("node_modules", "typescript", "bin", "tsc"), "-p", folder.FullName);

        var said = await Tool.Run("node", At("client.js"), portal.Address);
        Assert.Equal(
            """
            Zeiträume: 2026 2026-Q4 2026-Q3 2026-Q2 2026-Q1 2025 2025-Q4 2025-Q3 2025-Q2 2025-Q1
            Berichte: 21 verschieden: 21
            Werte als Tabelle: true
            PDF: %PDF-
            Gesendet: personalamt/aus-einem-programm.csv angenommen
            Quittung: angenommen 1 true
            Abgelehnt: 422 PR-1301
            Freigabe: true lokal
            Gilt: freigegeben
            Gilt nach der Rücknahme: 0
            Nicht gefunden: 404 Not found

            """,
            said, ignoreLineEndingDifferences: true);
        folder.Delete(recursive: true);
    }
}
