using System.Globalization;
using System.Xml.Linq;
using Produktreport.Functions.Operation;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Infra.Tests.Bicep;

public sealed class FunctionAppTests(ArmTemplate template)
{
    // What the Functions host and the platform read, and the program does not.
    private static readonly HashSet<string> OfTheHost = new(StringComparer.Ordinal)
    {
        "AzureWebJobsStorage__accountName",
        "AzureWebJobsStorage__credential",
        "AzureWebJobsStorage__clientId",
        "Daten__queueServiceUri", // Where the blob trigger puts a poison message, and the queue trigger reads.
        "Daten__credential",
        "Daten__clientId",
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", // App Service authentication.
    };

    [Fact]
    public void EverySettingTheProgramReads_IsSet_AndNoneThatNobodyReads()
    {
        var expected = SettingNames.All.Where(setting => setting.Origin is SettingOrigin.Deployment
            or SettingOrigin.DeploymentWhereWanted)
            .Select(setting => setting.Name).Concat(OfTheHost).Order(StringComparer.Ordinal);
        Assert.Equal(expected, Settings().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void NoSetting_HoldsASecret()
    {
        var settings = SettingsResource().Node.ToJsonString();
        Assert.DoesNotContain("listKeys", settings, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("AccountKey", settings, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("SharedAccessSignature", settings, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("'AzureWebJobsStorage'", settings, StringComparison.Ordinal);
        Assert.DoesNotContain("'Daten'", settings, StringComparison.Ordinal);
        Assert.Equal(2, Settings().Count(name => name.EndsWith("__credential", StringComparison.Ordinal)));
    }

    [Fact]
    public void SecretsOfMessages_AreReferencesToKeyVault_ReadWithTheAppsIdentity()
    {
        var settings = SettingsResource().Node["properties"]!.GetValue<string>();
        foreach (var name in (string[])[SettingNames.SmtpPassword, SettingNames.EventKey])
            Assert.Contains($"'{name}', format('@Microsoft.KeyVault(SecretUri={{0}})', parameters(",
                settings, StringComparison.Ordinal);
        Assert.Contains("keyVaultReferenceIdentity", template.Module("app").ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void StorageTriggers_NameTheConnectionThatIsSet()
    {
        var triggers = ProgramFunctions.Triggers("BlobTrigger").Concat(ProgramFunctions.Triggers("QueueTrigger")).ToList();
        Assert.Equal(3, triggers.Count);
        Assert.All(triggers, trigger => Assert.Equal(SettingNames.DataConnection, trigger.Value.Says("Connection")));
    }

    [Fact]
    public void BlobTriggers_WaitForEvents_SinceFlexConsumptionRefusesPolling()
    {
        Assert.All(ProgramFunctions.Triggers("BlobTrigger").Values, trigger => Assert.Equal("EventGrid", trigger.Says("Source")));
        Assert.DoesNotContain(SettingNames.BlobPolling, Settings());
    }

    [Fact]
    public void App_IsAnIsolatedWorkerOnFlexConsumption_OfTheNetItIsBuiltFor()
    {
        var net = XDocument.Load(Repository.At("Directory.Build.props")).Descendants("TargetFramework").Single().Value;
        var app = template.OfType("Microsoft.Web/sites").Single();
        Assert.Equal("functionapp,linux", app.At("kind")!.GetValue<string>());
        Assert.Equal("dotnet-isolated", app.At("properties.functionAppConfig.runtime.name")!.GetValue<string>());
        Assert.Equal(net, $"net{app.At("properties.functionAppConfig.runtime.version")}");
        Assert.Equal("UserAssigned", app.At("identity.type")!.GetValue<string>());
        Assert.Equal("UserAssignedIdentity",
            app.At("properties.functionAppConfig.deployment.storage.authentication.type")!.GetValue<string>());
        Assert.Equal("FC1", template.OfType("Microsoft.Web/serverfarms").Single().At("sku.name")!.GetValue<string>());
    }

    [Fact]
    public void App_SpeaksHttpsOnlyWithAtLeastTls12_AndTakesNoPassword()
    {
        var app = template.OfType("Microsoft.Web/sites").Single();
        Assert.True(app.At("properties.httpsOnly")!.GetValue<bool>());
        Assert.Equal("1.2", app.At("properties.siteConfig.minTlsVersion")!.GetValue<string>());
        Assert.Equal("1.2", app.At("properties.siteConfig.scmMinTlsVersion")!.GetValue<string>());
        Assert.Equal("Disabled", app.At("properties.siteConfig.ftpsState")!.GetValue<string>());
        var passwords = template.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies");
        Assert.Equal(2, passwords.Count);
        Assert.All(passwords, policy => Assert.False(policy.At("properties.allow")!.GetValue<bool>()));
    }

    [Fact]
    public void SignIn_LeavesOpenOnlyWhatProvesItselfOrShowsNothing()
    {
        var settings = template.OfType("Microsoft.Web/sites/config").Single(config => config.Module == "authentication");
        Assert.Equal("[not(parameters('isPublic'))]",
            settings.At("properties.globalValidation.requireAuthentication")!.GetValue<string>());
        Assert.Equal(
            "[concat(createArray(parameters('clientId')), parameters('programClientIds'))]",
            settings.At("properties.identityProviders.azureActiveDirectory.validation")!["defaultAuthorizationPolicy"]!
                ["allowedApplications"]!.GetValue<string>());
        Assert.Empty(template.Main["parameters"]!["programClientIds"]!["defaultValue"]!.AsArray());
        Assert.False(template.Main["parameters"]!["isPublic"]!["defaultValue"]!.GetValue<bool>());
        Assert.False(settings.At("properties.login.tokenStore.enabled")!.GetValue<bool>());
        var open = template.Main["resources"]!["authentication"]!["properties"]!["parameters"]!["openPaths"]!["value"]!.AsArray();
        Assert.Equal(["/runtime/webhooks/blobs", "[variables('livePath')]", "[variables('readyPath')]"],
            open.Select(path => path!.GetValue<string>()));
        Assert.All((string[])["livePath", "readyPath"],
            path => Assert.True(IsServed(template.Main["variables"]![path]!.GetValue<string>()), path));
    }

    [Fact]
    public void SignIn_EndsAfterAWorkingDay()
    {
        var settings = template.OfType("Microsoft.Web/sites/config").Single(config => config.Module == "authentication");
        Assert.Equal("FixedTime", settings.At("properties.login.cookieExpiration.convention")!.GetValue<string>());
        var ends = settings.At("properties.login.cookieExpiration.timeToExpiration")!.GetValue<string>();
        Assert.Equal(Sessions.Longest, TimeSpan.Parse(ends, CultureInfo.InvariantCulture));
    }

    private static bool IsServed(string path) =>
        ProgramSource.Files().Any(file => File.ReadAllText(file).Contains($"MapGet(\"{path}\"", StringComparison.Ordinal));

    private IEnumerable<string> Settings() => ArmExpression.ObjectKeys(SettingsResource().Node["properties"]!.GetValue<string>());

    private ArmResource SettingsResource() => template.OfType("Microsoft.Web/sites/config")
        .Single(config => config.Module == "app");
}
