namespace Produktreport.Infra.Tests.Scripts;

public sealed class DeployTests
{
    [Theory]
    [InlineData("", "Es fehlt --group")]
    [InlineData("--group", "Nach --group fehlt der Wert")]
    [InlineData("--group rg", "--environment muss dev oder prod sein")]
    [InlineData("--group rg --environment test", "--environment muss dev oder prod sein")]
    [InlineData("--gruppe rg", "Unbekannte Angabe „--gruppe“")]
    public async Task WrongUse_IsExplained_BeforeAnythingIsAsked(string arguments, string message)
    {
        using var cloud = new FakeCloud();
        var run = await cloud.Run("deploy.sh", arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(64, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Empty(cloud.Calls);
    }

    [Theory]
    [InlineData("[[ $call != 'account show'* ]] || exit 1", "dev", "Nicht angemeldet")]
    [InlineData("[[ $call != 'version '* ]] || { echo '{\"azure-cli\":\"2.9.1\"}'; exit; }", "dev",
        "Die Azure CLI ist 2.9.1, nötig ist 2.77.0")]
    [InlineData("", "prod", "prod braucht eine Anmeldung")]
    [InlineData("[[ $call != 'group show'* ]] || exit 1", "dev", "Die Ressourcengruppe rg gibt es nicht")]
    [InlineData("[[ $call != 'provider show'* ]] || { echo NotRegistered; exit; }", "dev", "ist nicht registriert")]
    public async Task AMissingPrecondition_IsNamed_AndNothingIsChanged(string fault, string environment, string message)
    {
        using var cloud = new FakeCloud($"{fault}\n{FakeCloud.Healthy}");
        var run = await Deploy(cloud, environment, "--package", cloud.Package);
        Assert.Equal(69, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Empty(cloud.Changes);
    }

    public static TheoryData<string> PackageParts { get; } = [.. FakeCloud.PackageParts];

    [Theory]
    [MemberData(nameof(PackageParts))]
    public async Task APackageTheHostCouldNotStart_IsRefused_BeforeAnythingIsAsked(string part)
    {
        using var cloud = new FakeCloud();
        // Zipped with its folder, everything is there and nothing is found.
        cloud.Pack(FakeCloud.PackageParts.Except([part]).Append($"publish/{part}"));
        var run = await Deploy(cloud, "dev", "--package", cloud.Package);
        Assert.Equal(69, run.ExitCode);
        Assert.Contains($"Im Programmpaket {cloud.Package} fehlt: {part}.", run.Errors, StringComparison.Ordinal);
        Assert.Empty(cloud.Calls);
    }

    [Fact]
    public async Task WhatIsNoZip_IsRefusedAsAPackage()
    {
        using var cloud = new FakeCloud();
        await File.WriteAllTextAsync(cloud.Package, "PK", TestContext.Current.CancellationToken);
        var run = await Deploy(cloud, "dev", "--package", cloud.Package, "--what-if");
        Assert.Equal(69, run.ExitCode);
        Assert.Contains("ist kein lesbares ZIP", run.Errors, StringComparison.Ordinal);
        Assert.Empty(cloud.Calls);
    }

    [Fact]
    public async Task AnotherSubscriptionThanTheOneAskedFor_IsNotTouched()
    {
        using var cloud = new FakeCloud();
        var refused = await Deploy(cloud, "dev", "--package", cloud.Package, "--subscription", "abo-2");
        Assert.Equal(69, refused.ExitCode);
        Assert.Contains("az account set --subscription abo-2", refused.Errors, StringComparison.Ordinal);
        Assert.Equal("Abonnement: Kreis (abo-1)\n", refused.Output);
        Assert.Empty(cloud.Changes);
        Assert.Equal(0, (await Deploy(cloud, "dev", "--package", cloud.Package, "--subscription", "abo-1")).ExitCode);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task ValuesOfTheExampleCounty_AreRefusedWithTheirLines(string environment)
    {
        using var cloud = new FakeCloud();
        var run = await cloud.Run("deploy.sh", "--group", "rg", "--environment", environment, "--package", cloud.Package);
        Assert.Equal(69, run.ExitCode);
        Assert.Contains("param county = 'musterland'", run.Errors, StringComparison.Ordinal);
        Assert.Contains("param mailAddresses = ['it-betrieb@kreis-musterland.example']", run.Errors, StringComparison.Ordinal);
        Assert.Empty(cloud.Calls);
    }

    [Fact]
    public async Task ParametersOfAnotherEnvironment_AreRefused()
    {
        using var cloud = new FakeCloud();
        var run = await cloud.Run("deploy.sh", "--group", "rg", "--environment", "dev", "--parameters", cloud.Parameters("prod"),
            "--package", cloud.Package);
        Assert.Equal(69, run.ExitCode);
        Assert.Contains("ist nicht für dev", run.Errors, StringComparison.Ordinal);
        Assert.Empty(cloud.Calls);
    }

    [Fact]
    public async Task ANewResourceGroup_IsMadeOnlyWhenAllIsChecked()
    {
        const string NoGroup = "[[ $call != 'group show'* ]] || exit 1";
        using var unready =
            new FakeCloud($"{NoGroup}; [[ $call != 'provider show'* ]] || {{ echo NotRegistered; exit; }}\n{FakeCloud.Healthy}");
        var refused = await Deploy(unready, "dev", "--location", "germanywestcentral", "--package", unready.Package);
        Assert.Equal(69, refused.ExitCode);
        Assert.Empty(unready.Changes);

        using var ready = new FakeCloud($"{NoGroup}\n{FakeCloud.Healthy}");
        var run = await Deploy(ready, "dev", "--location", "germanywestcentral", "--package", ready.Package);
        Assert.Equal("", run.Errors);
        Assert.StartsWith("az group create --name rg --location germanywestcentral", ready.Changes.First(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIf_ShowsAllFourSteps_AndChangesNothing()
    {
        using var cloud = new FakeCloud();
        var run = await Deploy(cloud, "dev", "--package", cloud.Package, "--what-if");
        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"az deployment group what-if --resource-group rg --parameters {cloud.Parameters("dev")}", cloud.Calls);
        Assert.Contains(cloud.Calls,
            call => call.StartsWith("az deployment group what-if --resource-group rg --template-file infra/events.bicep",
            StringComparison.Ordinal));
        Assert.Contains($"2/4 Programm: {cloud.Package} käme in app-1", run.Output, StringComparison.Ordinal);
        Assert.Contains("4/4 Probe: https://app-1.example mit /lebt, /bereit und der Startseite", run.Output,
            StringComparison.Ordinal);
        Assert.Empty(cloud.Changes);
    }

    [Fact]
    public async Task WhatIf_BeforeTheFirstDeployment_SaysWhatFollows()
    {
        using var cloud = new FakeCloud($"[[ $call != *properties.outputs* ]] || exit 1\n{FakeCloud.Healthy}");
        var run = await Deploy(cloud, "dev", "--package", cloud.Package, "--what-if");
        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("folgen; hier wurde noch nie eingespielt.\n", run.Output, StringComparison.Ordinal);
        Assert.Empty(cloud.Changes);
    }

    [Fact]
    public async Task ADeployment_MakesResourcesThenProgramThenEvents_AndTriesThePortal()
    {
        using var cloud = new FakeCloud();
        var run = await Deploy(cloud, "dev", "--package", cloud.Package);
        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
        Assert.Collection(
            cloud.Calls.Where(call => cloud.Changes.Contains(call) || call.StartsWith("curl", StringComparison.Ordinal)),
            call => Assert.StartsWith(
                $"az deployment group create --resource-group rg --name produktreport --parameters {cloud.Parameters("dev")}",
                call, StringComparison.Ordinal),
            call => Assert.StartsWith(
                $"az functionapp deployment source config-zip --resource-group rg --name app-1 --src {cloud.Package}", call,
                StringComparison.Ordinal),
            call => Assert.Contains("infra/events.bicep --parameters appName=app-1 topicName=thema-1 dataAccountName=stdaten1",
                call, StringComparison.Ordinal),
            call => Assert.EndsWith("https://app-1.example/lebt", call, StringComparison.Ordinal),
            call => Assert.EndsWith("https://app-1.example/bereit", call, StringComparison.Ordinal),
            call => Assert.EndsWith("https://app-1.example/", call, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("case $url in */lebt) printf 200 ;; */bereit) printf 503 ;; *) printf 302 ;; esac", "keinen Katalog in Kraft")]
    [InlineData("case $url in */) printf 200 ;; *) printf 200 ;; esac", "antwortet nicht mit 302 401, zuletzt mit 200")]
    [InlineData("case $url in */) printf 500 ;; *) printf 200 ;; esac", "antwortet nicht mit 302 401, zuletzt mit 500")]
    public async Task ADeployment_WhosePortalAnswersWrongly_Fails(string curl, string message)
    {
        using var cloud = new FakeCloud(curl: curl);
        var run = await Deploy(cloud, "dev", "--package", cloud.Package);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Fertig", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheFirstDeployment_MayLackACatalogue()
    {
        using var cloud = new FakeCloud(curl: "case $url in */lebt) printf 200 ;; */bereit) printf 503 ;; *) printf 401 ;; esac");
        var run = await Deploy(cloud, "dev", "--package", cloud.Package, "--without-catalogue");
        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData("2020-01-01", true, 69)]
    [InlineData("2020-01-01", false, 0)]
    [InlineData("2099-12-01", true, 0)]
    public async Task TheBudgetOfAFirstDeployment_MustNotBeginInThePast(string start, bool isFirst, int expected)
    {
        // After the first deployment, there are outputs.
        using var cloud = new FakeCloud($$"""
            case $call in
              *properties.outputs*) {{(isFirst ? "[ -f \"$WOLKE/da\" ] || exit 1" : ":")}} ;;
              *"deployment group create"*) touch "$WOLKE/da" ;;
            esac
            {{FakeCloud.Healthy}}
            """);
        await File.AppendAllTextAsync(cloud.Parameters("dev"), $"param budgetStartDate = '{start}'\n",
            TestContext.Current.CancellationToken);
        var run = await Deploy(cloud, "dev", "--package", cloud.Package);
        Assert.Equal(expected, run.ExitCode);
        Assert.Equal(expected == 69,
            run.Errors.Contains($"liegt budgetStartDate ({start}) in der Vergangenheit", StringComparison.Ordinal));
        Assert.Equal(expected == 0, cloud.Changes.Any());
    }

    [Fact]
    public async Task Events_WaitForTheFunctions_AndGiveUpInTheEnd()
    {
        using var cloud = new FakeCloud($"[[ $call != *'keys list'* ]] || {{ echo false; exit; }}\n{FakeCloud.Healthy}");
        var run = await cloud.Run("ereignisse.sh", "--group", "rg");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("der Schlüssel blobs_extension fehlt noch", run.Errors, StringComparison.Ordinal);
        Assert.Equal(20, cloud.Calls.Count(call => call.Contains("keys list", StringComparison.Ordinal)));
    }

    private static Task<Tool> Deploy(FakeCloud cloud, string environment, params IEnumerable<string> more) =>
        cloud.Run("deploy.sh",
            ["--group", "rg", "--environment", environment, "--parameters", cloud.Parameters(environment), .. more]);
}
