namespace Produktreport.Infra.Tests.Scripts;

public sealed class DeployTests
{
    // A subscription in which everything is as it should be.
    private const string Healthy = """
        case $call in
          *"provider show"*) echo Registered ;;
          *outputs.appName*) echo app-1 ;;
          *outputs.topicName*) echo thema-1 ;;
          *outputs.dataAccountName*) echo stdaten1 ;;
          *outputs.portalUrl*) echo https://app-1.example ;;
          *outputs.livePath*) echo /lebt ;;
          *outputs.identityName*) echo id-1 ;;
          *"keys list"*) echo true ;;
          *"ad app list"*) ;;
          *"ad app create"*) echo 11111111-2222-3333-4444-555555555555 ;;
          *"identity show"*) echo haupt-1 ;;
          *"account show --query"*) echo mandant-1 ;;
        esac
        """;

    [Theory]
    [InlineData("", "Es fehlt --group")]
    [InlineData("--group", "Nach --group fehlt der Wert")]
    [InlineData("--group rg", "--environment muss dev oder prod sein")]
    [InlineData("--group rg --environment test", "--environment muss dev oder prod sein")]
    [InlineData("--gruppe rg", "Unbekannte Angabe „--gruppe“")]
    public async Task WrongUse_IsExplained_BeforeAnythingIsAsked(string arguments, string message)
    {
        using var cloud = new FakeCloud(Healthy);
        var run = await cloud.Run("deploy.sh", Words(arguments));
        Assert.Equal(64, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Empty(cloud.Calls);
    }

    [Theory]
    [InlineData("[[ $call != 'account show'* ]]", "dev", "Nicht angemeldet")]
    [InlineData("exit 0", "prod", "prod braucht eine Anmeldung")]
    [InlineData("[[ $call != 'group show'* ]]", "dev", "Die Ressourcengruppe rg gibt es nicht")]
    [InlineData("[[ $call != 'provider show'* ]] || echo NotRegistered", "dev", "ist nicht registriert")]
    public async Task AMissingPrecondition_IsNamed_AndNothingIsChanged(string az, string environment, string message)
    {
        using var cloud = new FakeCloud(az);
        var run = await cloud.Run("deploy.sh", "--group", "rg", "--environment", environment, "--package", cloud.Package);
        Assert.Equal(69, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(cloud.Calls, call => call.Contains(" create ", StringComparison.Ordinal) || call.Contains("config-zip", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ANewResourceGroup_IsMadeOnlyWhenAllIsChecked()
    {
        const string NoGroup = "[[ $call != 'group show'* ]]";
        using var unready = new FakeCloud($"{NoGroup} || exit 1; [[ $call != 'provider show'* ]] || echo NotRegistered");
        var refused = await unready.Run("deploy.sh", "--group", "rg", "--environment", "dev", "--location", "germanywestcentral", "--package", unready.Package);
        Assert.Equal(69, refused.ExitCode);
        Assert.DoesNotContain(unready.Calls, call => call.Contains(" create ", StringComparison.Ordinal));

        using var ready = new FakeCloud($"{NoGroup} || exit 1\n{Healthy}");
        var run = await ready.Run("deploy.sh", "--group", "rg", "--environment", "dev", "--location", "germanywestcentral", "--package", ready.Package);
        Assert.Equal("", run.Errors);
        Assert.StartsWith("az group create --name rg --location germanywestcentral", ready.Calls.First(call => call.Contains(" create ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIf_ChangesNothing()
    {
        using var cloud = new FakeCloud(Healthy);
        var run = await cloud.Run("deploy.sh", "--group", "rg", "--environment", "dev", "--what-if");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("az deployment group what-if --resource-group rg --parameters infra/dev.bicepparam", cloud.Calls[^1]);
        Assert.DoesNotContain(cloud.Calls, call => call.Contains(" create ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ADeployment_MakesResourcesThenProgramThenEvents_AndTriesThePortal()
    {
        using var cloud = new FakeCloud(Healthy);
        var run = await cloud.Run("deploy.sh", "--group", "rg", "--environment", "dev", "--package", cloud.Package);
        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
        var changing = cloud.Calls.Where(call => call.Contains(" create ", StringComparison.Ordinal) || call.Contains("config-zip", StringComparison.Ordinal) || call.StartsWith("curl", StringComparison.Ordinal));
        Assert.Collection(
            changing,
            call => Assert.StartsWith("az deployment group create --resource-group rg --name produktreport --parameters infra/dev.bicepparam", call, StringComparison.Ordinal),
            call => Assert.StartsWith($"az functionapp deployment source config-zip --resource-group rg --name app-1 --src {cloud.Package}", call, StringComparison.Ordinal),
            call => Assert.Contains("infra/events.bicep --parameters appName=app-1 topicName=thema-1 dataAccountName=stdaten1", call, StringComparison.Ordinal),
            call => Assert.EndsWith("https://app-1.example/lebt", call, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Events_WaitForTheFunctions_AndGiveUpInTheEnd()
    {
        using var cloud = new FakeCloud("case $call in *'keys list'*) echo false ;; *) echo x ;; esac");
        var run = await cloud.Run("ereignisse.sh", "--group", "rg");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("der Schlüssel blobs_extension fehlt noch", run.Errors, StringComparison.Ordinal);
        Assert.Equal(20, cloud.Calls.Count(call => call.Contains("keys list", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task SignIn_GetsARoleForEachDepartment_AndNoSecret()
    {
        using var cloud = new FakeCloud(Healthy);
        var run = await cloud.Run("anmeldung.sh", "--group", "rg", "jugendamt", "bauamt");
        Assert.Equal("", run.Errors);
        Assert.Equal("ANMELDUNG_CLIENT_ID=11111111-2222-3333-4444-555555555555\n", run.Output);
        var update = Assert.Single(cloud.Calls, call => call.StartsWith("az ad app update", StringComparison.Ordinal));
        foreach (var role in (string[])["leser", "controlling", "administration", "fachamt:jugendamt", "fachamt:bauamt"])
            Assert.Contains($"\"value\":\"{role}\"", update, StringComparison.Ordinal);
        Assert.Contains("https://app-1.example/.auth/login/aad/callback", update, StringComparison.Ordinal);
        Assert.Contains(cloud.Calls, call => call.Contains("federated-credential create", StringComparison.Ordinal) && call.Contains("\"subject\":\"haupt-1\"", StringComparison.Ordinal));
        Assert.DoesNotContain(cloud.Calls, call => call.Contains("credential reset", StringComparison.Ordinal));
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
