namespace Produktreport.Infra.Tests.Bicep;

public sealed class RoleTests(ArmTemplate template)
{
    private const string Storage = "Microsoft.Storage/storageAccounts";

    // What each assignment is scoped to. Only the host's own account, which holds nothing of the county, is given as a whole: the
    // host makes containers, queues and tables there whose names nobody knows before.
    private static readonly Dictionary<string, string> Narrowest = new(StringComparer.Ordinal)
    {
        ["dataRoles/programOnContainers"] = Storage + "/blobServices/containers",
        ["dataRoles/controllingOnContainers"] = Storage + "/blobServices/containers",
        ["dataRoles/programOnQueues"] = Storage + "/queueServices/queues",
        ["dataRoles/programOnTables"] = Storage + "/tableServices/tables",
        ["topic/mayWriteUndelivered"] = Storage + "/blobServices/containers",
        ["monitoring/"] = "Microsoft.Insights/components",
        ["hostStorage/"] = Storage,
    };

    private static readonly HashSet<string> AllowedRoles = new(StringComparer.Ordinal)
    {
        "ba92f5b4-2d11-453d-a403-e96b0029c9fe", // Storage Blob Data Contributor
        "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1", // Storage Blob Data Reader
        "974c5e8b-45b9-4653-ba55-5f855dd0fb88", // Storage Queue Data Contributor
        "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", // Storage Table Data Contributor
        "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", // Storage Blob Data Owner (the host's account)
        "3913510d-42f4-4e42-8a64-420c390055eb", // Monitoring Metrics Publisher
    };

    [Fact]
    public void EveryAssignment_HasTheNarrowestScope()
    {
        var assignments = template.OfType("Microsoft.Authorization/roleAssignments");
        Assert.Equal(Narrowest.Count, assignments.Count);
        Assert.All(assignments, assignment =>
        {
            var scope = assignment.At("scope")!.GetValue<string>();
            var expected = Narrowest.First(pair => $"{assignment.Module}/{assignment.Name}"
                .StartsWith(pair.Key, StringComparison.Ordinal)).Value;
            Assert.StartsWith($"[resourceId('{expected}', ", scope, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void NoRole_IsGivenOnTheCountysAccountAsAWhole() =>
        Assert.DoesNotContain(template.OfType("Microsoft.Authorization/roleAssignments"), assignment =>
            assignment.Module != "hostStorage"
                && assignment.At("scope")!.GetValue<string>().StartsWith($"[resourceId('{Storage}',", StringComparison.Ordinal));

    [Fact]
    public void OnlyRolesOfTheDataPlane_AreGiven()
    {
        var given = template.OfType("Microsoft.Authorization/roleAssignments").Select(assignment => assignment.Module)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(module => Guids(template.Module(module).ToJsonString())).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(given);
        Assert.Subset(AllowedRoles, given);
    }

    [Fact]
    public void TheProgram_MayReadCatalogueAndComparison_ButNotWriteThem()
    {
        var grants = template.Module("dataRoles")["variables"]!["ofTheProgram"]!.AsArray();
        string[] read = [".catalogue]", ".comparison]"];
        Assert.All(read, ending => Assert.Equal(
            "[variables('blobReader')]",
            grants.Single(grant => grant!["container"]!.GetValue<string>().EndsWith(ending, StringComparison.Ordinal))!["role"]!
                .GetValue<string>()));
        Assert.Equal(grants.Count - read.Length,
            grants.Count(grant => grant!["role"]!.GetValue<string>() == "[variables('blobContributor')]"));
    }

    [Fact]
    public void Owner_IsGivenOnTheHostsAccountOnly() =>
        Assert.DoesNotContain(template.OfType("Microsoft.Authorization/roleAssignments")
            .Where(assignment => assignment.Module != "hostStorage"), assignment =>
            template.Module(assignment.Module).ToJsonString()
                .Contains("b7e6dc6d-f1e8-4753-8033-0f276bb0955b", StringComparison.Ordinal));

    [Fact]
    public void APipeline_MayGiveTheRolesOfTheTemplateOnly_AndToNoPerson()
    {
        Assert.Equal(
            AllowedRoles.Order(StringComparer.Ordinal),
            template.Pipeline["variables"]!["rolesToGive"]!.AsArray().Select(role => role!.GetValue<string>())
                .Order(StringComparer.Ordinal));
        var assignments = template.Pipeline["resources"]!.AsArray()
            .Where(resource => resource!["type"]!.GetValue<string>() == "Microsoft.Authorization/roleAssignments").ToList();
        Assert.Equal(3, assignments.Count);
        // None names a scope: that of the deployment, the resource group.
        Assert.All(assignments, assignment => Assert.Null(assignment!["scope"]));
        var giving = Assert.Single(assignments,
            assignment => assignment!["properties"]!["condition"] is not null)!["properties"]!;
        Assert.Contains("'roleAdministrator'", giving["roleDefinitionId"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("variables('mayGive'), variables('mayTake')", giving["condition"]!.GetValue<string>(),
            StringComparison.Ordinal);
        Assert.Contains("{''ServicePrincipal'', ''Group''}", template.Pipeline["variables"]!["mayGive"]!.GetValue<string>(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void APipeline_MayLockButNotUnlock() => Assert.Equal(
        ["Microsoft.Authorization/locks/read", "Microsoft.Authorization/locks/write"],
        template.Pipeline["resources"]!.AsArray()
            .Single(resource => resource!["type"]!.GetValue<string>() == "Microsoft.Authorization/roleDefinitions")!
            ["properties"]!["permissions"]![0]!["actions"]!.AsArray().Select(action => action!.GetValue<string>()));

    private static IEnumerable<string> Guids(string text) =>
        System.Text.RegularExpressions.Regex.Matches(text, "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", default,
            TimeSpan.FromSeconds(5)).Select(match => match.Value);
}
