using System.Text;
using Produktreport.Core.Catalogues;
using Produktreport.Functions.Hosting;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Functions.Tests.Web;

public sealed class IdentityTests
{
    [Fact]
    public void ASecret_MatchesOnlyItself()
    {
        var kept = Secret.Hash("ein-langes-Kennwort");
        Assert.StartsWith("pbkdf2-sha256$600000$", kept, StringComparison.Ordinal);
        Assert.True(Secret.Matches("ein-langes-Kennwort", kept));
        Assert.False(Secret.Matches("ein-langes-kennwort", kept));
        Assert.False(Secret.Matches("", null));
    }

    [Fact]
    public void TheSameSecret_IsKeptDifferentlyEachTime() => Assert.NotEqual(Secret.Hash("ein-langes-Kennwort"), Secret.Hash("ein-langes-Kennwort"));

    [Theory]
    [InlineData("http://localhost:7071", true)]
    [InlineData("http://127.0.0.1:80;http://[::1]:80", true)]
    [InlineData("http://0.0.0.0:7071", false)]
    [InlineData("http://*:7071", false)]
    [InlineData("http://localhost:7071;http://kreis.example:80", false)]
    public void WithoutAccesses_ThePortalIsForThisMachineOnly(string urls, bool starts)
    {
        var (mode, refusal) = AccessRules.Standalone(Path.Combine(Path.GetTempPath(), "gibt-es-nicht"), urls);
        Assert.Equal(starts, mode is AccessMode.Open);
        Assert.Equal(!starts, refusal?.Contains("zugang anlegen", StringComparison.Ordinal) ?? false);
    }

    [Theory]
    [InlineData("True", true)]
    [InlineData(null, false)]
    [InlineData("false", false)]
    public void ThePrincipalHeader_CountsOnlyBehindAppServiceAuthentication(string? setting, bool counts) =>
        Assert.Equal(counts, AccessRules.Azure(name => name == "WEBSITE_AUTH_ENABLED" ? setting : null) is AccessMode.ByAppService);

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

    [Theory]
    [InlineData("anlegen eva --rolle koenig", "--rolle fehlt oder ist unbekannt")]
    [InlineData("anlegen eva --rolle fachamt", "Ein Fachamt braucht --amt")]
    [InlineData("anlegen eva --rolle leser --amt bauamt", "--amt gibt es nur")]
    [InlineData("anlegen a/b --rolle leser", "kann kein Name sein")]
    [InlineData("anlegen eva --rolle fachamt --amt Bau/Amt", "kein Kurzname")]
    [InlineData("umbenennen eva", "Erwartet wird")]
    public void AFaultyAccessCommand_SaysWhatIsWrong(string arguments, string expected) =>
        Assert.Contains(expected, Assert.IsType<Command.Misuse>(CommandLine.Parse(["zugang", .. arguments.Split(' ')])).Message, StringComparison.Ordinal);

    [Fact]
    public void AccessesAreAddedListedAndRemoved()
    {
        var folder = Directory.CreateTempSubdirectory("zugang-");
        try
        {
            Assert.Contains("nur auf diesem Rechner erreichbar", Run("liste", ""), StringComparison.Ordinal);
            var first = Run("anlegen eva --rolle controlling", "\n");
            Assert.Contains("Kennwort (wird nur jetzt angezeigt): ", first, StringComparison.Ordinal);
            Assert.Contains("starten Sie es bitte neu", first, StringComparison.Ordinal);
            Run("anlegen max --rolle fachamt --amt bauamt,jugendamt", "mein-eigenes-Kennwort\n");
            Assert.Equal("eva: controlling\nmax: fachamt bauamt, jugendamt\n", Run("liste", "").ReplaceLineEndings("\n"));
            var file = AccessFile.Read(File.ReadAllBytes(Path.Combine(folder.FullName, AccessFile.Name)));
            Assert.True(Secret.Matches("mein-eigenes-Kennwort", file.Find("MAX")!.KeptSecret));
            Assert.Contains("mindestens 12 Zeichen", Run("anlegen x --rolle leser", "kurz\n"), StringComparison.Ordinal);
            Run("entfernen eva", "");
            Assert.Equal("max: fachamt bauamt, jugendamt\n", Run("liste", "").ReplaceLineEndings("\n"));
            Run("entfernen max", "");
            Assert.Contains("Niemand kann sich anmelden", Run("liste", ""), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        string Run(string arguments, string typed)
        {
            var output = new StringWriter();
            var command = Assert.IsType<Command.Access>(CommandLine.Parse(["zugang", .. arguments.Split(' '), "--data", folder.FullName]));
            command.Asked.Run(new StringReader(typed), output);
            return output.ToString();
        }
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"zugaenge":[{"name":"a","rolle":"chef","geheimnis":"x"}]}""")]
    [InlineData("""{"zugaenge":[],"passwort":"x"}""")]
    public void AFaultyAccessFile_IsRefused(string json) => Assert.Throws<InvalidDataException>(() => AccessFile.Read(Encoding.UTF8.GetBytes(json)));

    private static string Header(IEnumerable<string> roles) => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        $$"""{"auth_typ":"aad","name_typ":"name","role_typ":"roles","claims":[{"typ":"name","val":"Erika Muster"}{{string.Concat(roles.Select(role => $$""",{"typ":"roles","val":"{{role}}"}"""))}}]}"""));
}
