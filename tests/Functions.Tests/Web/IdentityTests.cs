using System.Text;
using Microsoft.AspNetCore.Identity;
using Produktreport.Core.Catalogues;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Standalone.Commands;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Functions.Tests.Web;

public sealed class IdentityTests
{
    [Fact]
    public void ASecret_MatchesOnlyItself()
    {
        var kept = Secret.Hash("ein-langes-Kennwort");
        Assert.Equal(PasswordVerificationResult.Success, Secret.Verify("ein-langes-Kennwort", kept));
        Assert.Equal(PasswordVerificationResult.Failed, Secret.Verify("ein-langes-kennwort", kept));
        Assert.Equal(PasswordVerificationResult.Failed, Secret.Verify("", null));
    }

    [Fact]
    public void TheSameSecret_IsKeptDifferentlyEachTime() =>
        Assert.NotEqual(Secret.Hash("ein-langes-Kennwort"), Secret.Hash("ein-langes-Kennwort"));

    [Theory]
    [InlineData("http://localhost:7071", true)]
    [InlineData("http://127.0.0.1:80;http://[::1]:80", true)]
    [InlineData("http://0.0.0.0:7071", false)]
    [InlineData("http://*:7071", false)]
    [InlineData("http://localhost:7071;http://kreis.example:80", false)]
    public void WithoutAccesses_ThePortalIsForThisMachineOnly(string urls, bool starts)
    {
        var (mode, refusal) = AccessModeChoice.Standalone(Path.Combine(Path.GetTempPath(), "gibt-es-nicht"), urls);
        Assert.Equal(starts, mode is AccessMode.Open);
        Assert.Equal(!starts, refusal?.Contains("zugang anlegen", StringComparison.Ordinal) ?? false);
    }

    [Theory]
    [InlineData("True", true)]
    [InlineData(null, false)]
    [InlineData("false", false)]
    public void ThePrincipalHeader_CountsOnlyBehindAppServiceAuthentication(string? setting, bool counts) =>
        Assert.Equal(counts,
            AccessModeChoice.Azure(name => name == "WEBSITE_AUTH_ENABLED" ? setting : null) is AccessMode.ByAppService);

    [Theory]
    [InlineData("controlling", Role.Controlling, "")]
    [InlineData("fachamt:bauamt,fachamt:jugendamt", Role.Department, "bauamt,jugendamt")]
    [InlineData("leser,administration", Role.Administration, "")]
    [InlineData("fachamt", Role.Reader, "")]
    public void AppRoles_BecomeRoles(string roles, Role expected, string departments)
    {
        var visitor = AppServicePrincipal.Read(Header(roles.Split(',')));
        Assert.NotNull(visitor);
        Assert.Equal(("Erika Muster", expected), (visitor.Name, visitor.Role));
        Assert.Equal(departments, string.Join(',', visitor.Departments));
    }

    [Theory]
    [InlineData("azp")]
    [InlineData("appid")]
    public void AProgram_IsCalledByItsApplicationId(string claim)
    {
        var token = $$"""{"name_typ":"name","role_typ":"roles","claims":[{"typ":"{{claim}}","val":"3f2b"},{"typ":"roles","val":"leser"}]}""";
        var visitor = AppServicePrincipal.Read(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(token)));
        Assert.Equal(("3f2b", Role.Reader), (visitor!.Name, visitor.Role));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("kein Base64!")]
    [InlineData("bnVsbA==")]
    [InlineData("e30=")]
    [InlineData("eyJjbGFpbXMiOjF9")]
    [InlineData("eyJjbGFpbXMiOlt7InR5cCI6MX1dfQ==")]
    public void AMalformedPrincipal_IsNobody(string? header) => Assert.Null(AppServicePrincipal.Read(header));

    [Fact]
    public void APrincipalWithoutARole_IsNobody() => Assert.Null(AppServicePrincipal.Read(Header([])));

    [Fact]
    public void ADepartment_WorksForItselfOnly()
    {
        var visitor = new Visitor("x", Role.Department, [DepartmentId.Of("bauamt")]);
        Assert.True(visitor.WorksFor(DepartmentId.Of("bauamt")));
        Assert.False(visitor.WorksFor(DepartmentId.Of("jugendamt")));
        Assert.False((visitor with { Role = Role.Reader }).WorksFor(DepartmentId.Of("bauamt")));
    }

    [Fact]
    public async Task AccessesAreAddedListedAndRemoved()
    {
        var folder = Directory.CreateTempSubdirectory("zugang-");
        try
        {
            Assert.Contains("nur auf diesem Rechner erreichbar", await Run("liste", ""), StringComparison.Ordinal);
            var first = await Run("anlegen eva --rolle controlling", "\n");
            Assert.Contains("Kennwort (wird nur jetzt angezeigt): ", first, StringComparison.Ordinal);
            Assert.Contains("starten Sie es bitte neu", first, StringComparison.Ordinal);
            await Run("anlegen max --rolle fachamt --amt bauamt,jugendamt", "mein-eigenes-Kennwort\n");
            Assert.Equal("eva: controlling\nmax: fachamt bauamt, jugendamt\n", await Run("liste", ""));
            var file = AccessFile.Read(File.ReadAllBytes(Path.Combine(folder.FullName, AccessFile.Name)));
            var kept = file.Find("MAX")!.KeptSecret;
            Assert.Equal(PasswordVerificationResult.Success, Secret.Verify("mein-eigenes-Kennwort", kept));
            Assert.Contains("mindestens 12 Zeichen", await Run("anlegen x --rolle leser", "kurz\n"), StringComparison.Ordinal);
            await Run("entfernen eva", "");
            Assert.Equal("max: fachamt bauamt, jugendamt\n", await Run("liste", ""));
            await Run("entfernen max", "");
            Assert.Contains("Niemand kann sich anmelden", await Run("liste", ""), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        async Task<string> Run(string arguments, string typed)
        {
            var said = new StringWriter { NewLine = "\n" };
            await CommandLine.Run(["zugang", .. arguments.Split(' '), "--data", folder.FullName], new StringReader(typed), said,
                said);
            return said.ToString();
        }
    }

    [Fact]
    public async Task AFaultyAccessFile_IsNeverChanged()
    {
        var folder = Directory.CreateTempSubdirectory("zugang-");
        try
        {
            var file = Path.Combine(folder.FullName, AccessFile.Name);
            await File.WriteAllTextAsync(file, "{", TestContext.Current.CancellationToken);
            foreach (var call in (string[])["liste", "entfernen eva", "anlegen eva --rolle leser"])
            {
                var error = new StringWriter { NewLine = "\n" };
                Assert.Equal(ExitCodes.Failure,
                    await CommandLine.Run(["zugang", .. call.Split(' '), "--data", folder.FullName], new StringReader("\n"),
                    TextWriter.Null, error));
                Assert.Equal(
                    "Produktreport kann nicht weiterarbeiten: zugang.json ist kein gültiges JSON dieser Form (Zeile 1).\n",
                    error.ToString());
            }

            Assert.Equal("{", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"zugaenge":[{"name":"a","rolle":"chef","geheimnis":"x"}]}""")]
    [InlineData("""{"zugaenge":[],"passwort":"x"}""")]
    public void AFaultyAccessFile_IsRefused(string json) =>
        Assert.Throws<InvalidDataException>(() => AccessFile.Read(Encoding.UTF8.GetBytes(json)));

    private static string Header(IEnumerable<string> roles) => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        $$"""{"auth_typ":"aad","name_typ":"name","role_typ":"roles","claims":[{"typ":"name","val":"Erika Muster"}{{string.Concat(roles.Select(role => $$""",{"typ":"roles","val":"{{role}}"}"""))}}]}"""));
}
