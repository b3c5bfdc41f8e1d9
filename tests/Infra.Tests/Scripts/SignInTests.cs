using System.Text.Json.Nodes;

namespace Produktreport.Infra.Tests.Scripts;

/// <summary><c>anmeldung.sh</c> against a directory that keeps what it is told.</summary>
public sealed class SignInTests : IDisposable
{
    // Entra ID in a file: one registration, its proofs and its enterprise application.
    private const string Entra = """
        registration="$WOLKE/registrierung.json" proofs="$WOLKE/nachweise.json" enterprise="$WOLKE/anwendung.json"
        after() { local option=$1; shift; while [ "$1" != "$option" ]; do shift; done; printf '%s' "$2"; }
        change() { jq "$@" < "$registration" > "$registration.neu" && mv "$registration.neu" "$registration"; }
        case $call in
          "ad app list"*) if [ -f "$registration" ]; then jq --slurp . "$registration"; else echo '[]'; fi; exit ;;
          "ad app create"*)
            jq --null-input --arg name "$(after --display-name "$@")" '{id: "objekt-1", appId: "app-id", displayName: $name, appRoles: [], web: {redirectUris: []}}' | tee "$registration"
            exit ;;
          "ad app update"*)
            change --argjson roles "$(after --app-roles "$@")" '.appRoles = $roles | .web.implicitGrantSettings.enableIdTokenIssuance = true'
            while [ $# -gt 0 ] && [ "$1" != --web-redirect-uris ]; do shift; done
            [ $# -eq 0 ] || { shift; change '.web.redirectUris = $ARGS.positional' --args "$@"; }
            exit ;;
          "rest --method PATCH --url https://graph.microsoft.com/v1.0/applications/objekt-1 "*) change --argjson body "$(after --body "$@")" '. + $body'; exit ;;
          "ad app federated-credential list"*) cat "$proofs" 2>/dev/null || echo '[]'; exit ;;
          "ad app federated-credential "*) after --parameters "$@" | jq '[.]' > "$proofs"; exit ;;
          "ad sp show"*) cat "$enterprise"; exit ;;
          "ad sp create"*) echo '{"appRoleAssignmentRequired": false}' | tee "$enterprise"; exit ;;
          "ad sp update"*) echo '{"appRoleAssignmentRequired": true}' > "$enterprise"; exit ;;
        esac
        """;

    private readonly FakeCloud cloud = new($"{Entra}\n{FakeCloud.Healthy}");

    [Fact]
    public async Task EveryDepartment_GetsItsRole_AndNoSecretIsMade()
    {
        var run = await SignIn("jugendamt", "bauamt");
        Assert.Equal("", run.Errors);
        Assert.Equal("ANMELDUNG_CLIENT_ID=app-id\n", run.Output);
        Assert.Equal("Produktreport-dev", Registration["displayName"]!.GetValue<string>());
        Assert.Equal(["leser", "controlling", "administration", "fachamt:jugendamt", "fachamt:bauamt"],
            Roles.Select(role => role["value"]!.GetValue<string>()));
        Assert.Equal(5, Roles.Select(role => Guid.Parse(role["id"]!.GetValue<string>())).Distinct().Count());
        Assert.Equal(["https://app-1.example/.auth/login/aad/callback"], Addresses);
        Assert.All(Roles,
            role => Assert.Equal(["Application", "User"],
            role["allowedMemberTypes"]!.AsArray().Select(kind => kind!.GetValue<string>())));
        Assert.Equal("api://app-id", Assert.Single(Registration["identifierUris"]!.AsArray())!.GetValue<string>());
        Assert.Equal(2, Registration["api"]!["requestedAccessTokenVersion"]!.GetValue<int>());
        var proof = Assert.Single(Json("nachweise.json").AsArray())!;
        Assert.Equal("haupt-1", proof["subject"]!.GetValue<string>());
        Assert.Equal("https://login.microsoftonline.com/mandant-1/v2.0", proof["issuer"]!.GetValue<string>());
        Assert.True(Json("anwendung.json")["appRoleAssignmentRequired"]!.GetValue<bool>());
        Assert.DoesNotContain(cloud.Calls, call => call.Contains("credential reset", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ASecondRun_ChangesNothing()
    {
        await SignIn("jugendamt");
        var before = (Registration.ToJsonString(), cloud.Changes.Count());
        var run = await SignIn("jugendamt");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(before, (Registration.ToJsonString(), cloud.Changes.Count()));
    }

    [Fact]
    public async Task ANewDepartment_IsAdded_AndWhatWasThereStays()
    {
        await SignIn("jugendamt");
        var before = Roles.Select(role => role.ToJsonString()).ToList();
        var edited = Registration;
        edited["api"] = new JsonObject { ["oauth2PermissionScopes"] = new JsonArray("lesen") };
        edited["web"]!["redirectUris"]!.AsArray().Add("https://bericht.kreis.example/.auth/login/aad/callback");
        await File.WriteAllTextAsync(cloud.In("registrierung.json"), edited.ToJsonString(),
            TestContext.Current.CancellationToken);

        await SignIn("bauamt");
        Assert.Equal(before, Roles.Take(4).Select(role => role.ToJsonString()));
        Assert.Equal("""{"oauth2PermissionScopes":["lesen"],"requestedAccessTokenVersion":2}""",
            Registration["api"]!.ToJsonString());
        Assert.Equal("fachamt:bauamt", Roles.Last()["value"]!.GetValue<string>());
        Assert.Equal(["https://app-1.example/.auth/login/aad/callback", "https://bericht.kreis.example/.auth/login/aad/callback"],
            Addresses.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AnIdentityMadeAnew_TakesThePlaceOfTheFormerOne()
    {
        await SignIn();
        await File.WriteAllTextAsync(cloud.In("nachweise.json"), """[{"name":"funktions-app","subject":"frueher"}]""",
            TestContext.Current.CancellationToken);
        await SignIn();
        Assert.Contains(cloud.Calls,
            call => call.StartsWith("az ad app federated-credential update --id app-id --federated-credential-id funktions-app",
            StringComparison.Ordinal));
        Assert.Equal("haupt-1", Assert.Single(Json("nachweise.json").AsArray())!["subject"]!.GetValue<string>());
    }

    [Fact]
    public async Task BeforeTheFirstDeployment_TheRegistrationIsMadeWithoutAddressAndIdentity()
    {
        using var early = new FakeCloud($"[[ $call != *properties.outputs* ]] || exit 1\n{Entra}\n{FakeCloud.Healthy}");
        var run = await early.Run("anmeldung.sh", "--group", "rg", "--environment", "prod");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Nach infra/deploy.sh dieses Skript wiederholen", run.Errors, StringComparison.Ordinal);
        Assert.Equal("ANMELDUNG_CLIENT_ID=app-id\n", run.Output);
        Assert.DoesNotContain(early.Calls, call => call.Contains("federated-credential", StringComparison.Ordinal));
        Assert.DoesNotContain(early.Calls, call => call.Contains("--web-redirect-uris", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TwoRegistrationsOfOneName_AreNotGuessedBetween()
    {
        using var twins = new FakeCloud($$"""
            [[ $call != 'ad app list'* ]] || { echo '[{"displayName":"Produktreport-dev","appId":"1"},{"displayName":"Produktreport-dev","appId":"2"}]'; exit; }
            {{FakeCloud.Healthy}}
            """);
        var run = await twins.Run("anmeldung.sh", "--group", "rg", "--environment", "dev");
        Assert.Equal(69, run.ExitCode);
        Assert.Contains("Es gibt mehrere App-Registrierungen „Produktreport-dev“", run.Errors, StringComparison.Ordinal);
        Assert.Empty(twins.Changes);
    }

    public void Dispose() => cloud.Dispose();

    private JsonNode Registration => Json("registrierung.json");

    private IEnumerable<JsonNode> Roles => Registration["appRoles"]!.AsArray().Select(role => role!);

    private IEnumerable<string> Addresses => Registration["web"]!["redirectUris"]!.AsArray()
        .Select(address => address!.GetValue<string>());

    private JsonNode Json(string file) => JsonNode.Parse(File.ReadAllText(cloud.In(file)))!;

    private Task<Tool> SignIn(params IEnumerable<string> departments) =>
        cloud.Run("anmeldung.sh", ["--group", "rg", "--environment", "dev", .. departments]);
}
