using Produktreport.Functions.Storage;

namespace Produktreport.Infra.Tests.Bicep;

public sealed class StorageTests(ArmTemplate template)
{
    private const string Container = "Microsoft.Storage/storageAccounts/blobServices/containers";

    [Fact]
    public void Accounts_TakeNoKeyNoPublicAccessAndNoOldTls() =>
        Assert.All(template.OfType("Microsoft.Storage/storageAccounts"), account =>
    {
        Assert.False(account.At("properties.allowSharedKeyAccess")!.GetValue<bool>());
        Assert.True(account.At("properties.defaultToOAuthAuthentication")!.GetValue<bool>());
        Assert.False(account.At("properties.allowBlobPublicAccess")!.GetValue<bool>());
        Assert.False(account.At("properties.allowCrossTenantReplication")!.GetValue<bool>());
        Assert.True(account.At("properties.supportsHttpsTrafficOnly")!.GetValue<bool>());
        Assert.Equal("TLS1_2", account.At("properties.minimumTlsVersion")!.GetValue<string>());
        Assert.Equal("[if(parameters('isPrivate'), 'Disabled', 'Enabled')]",
            account.At("properties.publicNetworkAccess")!.GetValue<string>());
        Assert.Equal("[if(parameters('isPrivate'), 'Deny', 'Allow')]",
            account.At("properties.networkAcls.defaultAction")!.GetValue<string>());
    });

    [Fact]
    public void Containers_AreNeverPublic() => Assert.All(template.OfType(Container), container =>
    {
        var properties = container.Node["properties"]!.ToJsonString();
        Assert.True(properties.Contains("\"publicAccess\":\"None\"", StringComparison.Ordinal)
            || properties.Contains("createObject(\\u0027publicAccess\\u0027, \\u0027None\\u0027)", StringComparison.Ordinal),
                properties);
    });

    [Fact]
    public void EveryAreaOfTheProgram_HasItsContainer() =>
        Assert.Subset(Names("containers").ToHashSet(StringComparer.Ordinal),
            Enum.GetValues<Area>().Select(area => area.FolderName()).ToHashSet(StringComparer.Ordinal));

    [Fact]
    public void TheQueueOfReportJobs_HasItsPoisonQueue()
    {
        var queues = Names("queues");
        Assert.Contains("berichte", queues);
        Assert.Contains("berichte-poison", queues);
        Assert.Contains("webjobs-blobtrigger-poison", queues);
    }

    [Fact]
    public void NamesOfContainersAndQueues_AreLongEnoughForTheHost() =>
        Assert.All(Names("containers").Concat(Names("queues")), name => Assert.InRange(name.Length, 3, 63));

    [Fact]
    public void Data_IsVersionedAndCanBeUndeleted()
    {
        var blobs = template.OfType("Microsoft.Storage/storageAccounts/blobServices")
            .Single(service => service.Module == "dataStorage");
        Assert.True(blobs.At("properties.isVersioningEnabled")!.GetValue<bool>());
        foreach (var policy in (string[])["deleteRetentionPolicy", "containerDeleteRetentionPolicy"])
        {
            Assert.True(blobs.At($"properties.{policy}.enabled")!.GetValue<bool>());
            Assert.Equal("[parameters('softDeleteDays')]", blobs.At($"properties.{policy}.days")!.GetValue<string>());
        }
    }

    [Fact]
    public void LifecycleRules_DeleteNoCurrentFileOfTheCounty()
    {
        var rules = template.OfType("Microsoft.Storage/storageAccounts/managementPolicies").Single()
            .At("properties.policy.rules")!.AsArray();
        var deletingCurrent = rules.Where(rule => rule!["definition"]!["actions"]!["baseBlob"] is not null)
            .Select(rule => rule!["name"]!.GetValue<string>());
        Assert.Equal(["nicht-zugestellte-ereignisse"], deletingCurrent);
    }

    [Fact]
    public void FormerVersions_AreKeptAsLongAsTheParametersSay()
    {
        var rules = template.OfType("Microsoft.Storage/storageAccounts/managementPolicies").Single()
            .At("properties.policy.rules")!.AsArray()
            .ToDictionary(rule => rule!["name"]!.GetValue<string>(), rule => rule!["definition"]!);
        string Days(string rule) => rules[rule]["actions"]!["version"]!["delete"]!["daysAfterCreationGreaterThan"]!.ToString();
        Assert.Equal("[max(parameters('truthVersionDays'), parameters('immutableReportDays'))]",
            Days("fruehere-fassungen-der-wahrheit"));
        Assert.Equal("[parameters('projectionVersionDays')]", Days("fruehere-fassungen-des-berechneten"));
        Assert.Equal(365, template.Main["parameters"]!["truthVersionDays"]!["minValue"]!.GetValue<int>());
        Assert.Equal(3653, template.Main["parameters"]!["truthVersionDays"]!["defaultValue"]!.GetValue<int>());
    }

    [Fact]
    public void EachLifecycleRule_IsForItsContainersOnly()
    {
        var rules = template.OfType("Microsoft.Storage/storageAccounts/managementPolicies").Single()
            .At("properties.policy.rules")!.AsArray();
        var prefixes = rules.ToDictionary(
            rule => rule!["name"]!.GetValue<string>(),
            rule => string.Join(' ', rule!["definition"]!["filters"]!["prefixMatch"]!.AsArray()
                .Select(prefix => Resolved(prefix!.GetValue<string>()))));
        Assert.Equal("eingang/ vergleich/ katalog/ berichte/ protokoll/", prefixes["fruehere-fassungen-der-wahrheit"]);
        Assert.Equal("quittungen/ katalog-inkraft/", prefixes["fruehere-fassungen-des-berechneten"]);
        Assert.Equal("zustellfehler/", prefixes["nicht-zugestellte-ereignisse"]);

        // [format('{0}/', variables('_1.containers').inbox)]
        string Resolved(string expression)
        {
            var variables = template.Module("dataStorage")["variables"]!.AsObject();
            var (group, name) = System.Text.RegularExpressions.Regex.Match(expression,
                @"^\[format\('\{0\}/', variables\('(?<group>[^']+)'\)\.(?<name>\w+)\)\]$", default, TimeSpan.FromSeconds(5))
                is { Success: true } match
                ? (match.Groups["group"].Value, match.Groups["name"].Value) : throw new InvalidOperationException(expression);
            return variables[group]![name]!.GetValue<string>() + "/";
        }
    }

    [Fact]
    public void ReportsCanBeMadeImmutable()
    {
        var policy = template.OfType(Container + "/immutabilityPolicies").Single();
        Assert.Equal("[greater(parameters('immutableReportDays'), 0)]", policy.At("condition")!.GetValue<string>());
        Assert.Equal("[parameters('immutableReportDays')]",
            policy.At("properties.immutabilityPeriodSinceCreationInDays")!.GetValue<string>());
    }

    private List<string> Names(string kind) =>
        [.. template.Module("dataStorage")["variables"]!.AsObject()
            .Where(variable => variable.Key.EndsWith(kind, StringComparison.Ordinal))
            .SelectMany(variable => variable.Value!.AsObject()).Select(name => name.Value!.GetValue<string>())];
}
