using System.Text.Json.Nodes;

namespace Produktreport.Infra.Tests.Bicep;

/// <summary>The private network: every service of both accounts, and nothing open beside it.</summary>
public sealed class NetworkTests(ArmTemplate template)
{
    private JsonObject Variables => template.Module("network")["variables"]!.AsObject();

    [Fact]
    public void BothAccounts_AreReachedThroughAnEndpointForEachService_WhoseNameIsResolved()
    {
        var services = Variables["services"]!.AsArray().Select(service => service!.GetValue<string>()).ToList();
        Assert.Equal(["blob", "queue", "table"], services);
        var endpoints = Variables["endpoints"]!.AsArray()
            .Select(endpoint =>
            (Account: endpoint!["account"]!.GetValue<string>(), Service: endpoint["service"]!.GetValue<string>()));
        var accounts = (string[])["[parameters('dataAccountName')]", "[parameters('hostAccountName')]"];
        Assert.Equal(accounts.SelectMany(account => services.Select(service => (account, service))), endpoints);
        foreach (var (type,
            count) in new[] { ("privateDnsZones", "services"), ("privateDnsZones/virtualNetworkLinks", "services"),
            ("privateEndpoints", "endpoints"), ("privateEndpoints/privateDnsZoneGroups", "endpoints") })
            Assert.Equal($"[length(variables('{count}'))]",
                template.OfType("Microsoft.Network/" + type).Single().At("copy.count")!.GetValue<string>());
    }

    [Fact]
    public void TheNetwork_ComesOnlyWhereItIsAskedFor_AndThenTheAccountsAreClosed()
    {
        Assert.Equal("[parameters('hasPrivateNetwork')]",
            template.Main["resources"]!["network"]!["condition"]!.GetValue<string>());
        foreach (var storage in (string[])["dataStorage", "hostStorage"])
        {
            Assert.Equal("[parameters('hasPrivateNetwork')]",
                template.Main["resources"]![storage]!["properties"]!["parameters"]!["isPrivate"]!["value"]!.GetValue<string>());
            var account = template.OfType("Microsoft.Storage/storageAccounts").Single(each => each.Module == storage);
            Assert.Equal("[if(parameters('isPrivate'), 'Disabled', 'Enabled')]",
                account.At("properties.publicNetworkAccess")!.GetValue<string>());
            Assert.Equal("[if(parameters('isPrivate'), 'Deny', 'Allow')]",
                account.At("properties.networkAcls.defaultAction")!.GetValue<string>());
        }
    }
}
