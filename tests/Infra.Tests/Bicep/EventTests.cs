using System.Text.Json.Nodes;
using Produktreport.Functions.Storage;

namespace Produktreport.Infra.Tests.Bicep;

public sealed class EventTests(ArmTemplate template)
{
    [Fact]
    public void EachBlobTrigger_HasItsSubscription()
    {
        var subscriptions = template.Events["variables"]!["subscriptions"]!.AsArray()
            .ToDictionary(subscription => subscription!["function"]!.GetValue<string>(),
                subscription => subscription!["name"]!.GetValue<string>());
        Assert.Equal(Area.Inbox.FolderName(), subscriptions["IngestFigures"]);
        Assert.Equal(Area.Catalogue.FolderName(), subscriptions["PublishCatalogue"]);
        Assert.Equal(
            ProgramFunctions.Triggers("BlobTrigger").Keys.Order(StringComparer.Ordinal),
            subscriptions.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Subscriptions_TakeNewFilesOfOneContainer_AndKeepWhatCannotBeDelivered()
    {
        var subscription = template.OfType("Microsoft.EventGrid/systemTopics/eventSubscriptions").Single();
        Assert.Equal(["Microsoft.Storage.BlobCreated"], subscription.At("properties.filter.includedEventTypes")!.AsArray()
            .Select(type => type!.GetValue<string>()));
        Assert.Contains("/blobServices/default/containers/{0}/blobs/",
            subscription.At("properties.filter.subjectBeginsWith")!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("SystemAssigned",
            subscription.At("properties.deadLetterWithResourceIdentity.identity.type")!.GetValue<string>());
        Assert.Equal("StorageBlob",
            subscription.At("properties.deadLetterWithResourceIdentity.deadLetterDestination.endpointType")!.GetValue<string>());
        Assert.Contains("Host.Functions.{1}",
            subscription.At("properties.destination.properties.endpointUrl")!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void TheKeyOfTheWebhook_IsGivenOutNowhere()
    {
        Assert.Null(template.Events["outputs"]);
        Assert.DoesNotContain("listKeys", template.Main["outputs"]!.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("giftnachrichten")]
    [InlineData("funktionsfehler")]
    [InlineData("tageslauf")]
    [InlineData("postausgang")]
    public void LogAlerts_Exist(string name) => Assert.Contains(LogAlerts(), alert => alert["name"]!.GetValue<string>() == name);

    [Fact]
    public void WhatWasGivenUpOn_IsReportedAsLongAsItLiesThere()
    {
        var query = LogAlerts()
            .Single(alert => alert["name"]!.GetValue<string>() == "giftnachrichten")["query"]!.GetValue<string>();
        var measure = System.Text.RegularExpressions.Regex.Match(query, "AppMetrics \\| where Name == \"(?<name>[a-z.]+)\"",
            default, TimeSpan.FromSeconds(5)).Groups["name"].Value;
        var measures = File.ReadAllText(ProgramSource.Named("Measures.cs"));
        Assert.Contains($"CreateGauge<long>(\"{measure}\"", measures, StringComparison.Ordinal);
        // The host keeps every line only where it does not sample: with OpenTelemetry, unless a setting says so.
        var host = JsonNode.Parse(File.ReadAllText(Repository.At("host.json")))!;
        Assert.Equal("OpenTelemetry", host["telemetryMode"]!.GetValue<string>());
        Assert.DoesNotContain("OTEL_TRACES_SAMPLER", template.Module("app").ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zustellung")]
    [InlineData("verfuegbarkeit")]
    public void MetricAlerts_Exist(string name) => Assert.Contains(
        template.OfType("Microsoft.Insights/metricAlerts"),
        alert => alert.At("name")!.GetValue<string>().Contains($"-{name}'", StringComparison.Ordinal));

    [Fact]
    public void EveryAlert_IsExplainedInTheOperationsManual()
    {
        var manual = File.ReadAllText(Repository.At("docs", "betrieb.md"));
        var names = LogAlerts().Select(alert => alert["name"]!.GetValue<string>()).Concat(["zustellung", "verfuegbarkeit"]);
        Assert.All(names, name => Assert.Contains($"`{name}`", manual, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("funktionsfehler")]
    [InlineData("tageslauf")]
    public void AlertsOnFunctions_AskForRequestsOfTheHost_AndForWhatTheWorkerReports(string name)
    {
        var query = LogAlerts().Single(alert => alert["name"]!.GetValue<string>() == name)["query"]!.GetValue<string>();
        Assert.Contains("AppRequests, AppDependencies", query, StringComparison.Ordinal);
        Assert.Contains("replace_string(Name, \"function \", \"\")", query, StringComparison.Ordinal);
    }

    [Fact]
    public void LogAlerts_SpeakOfFunctionsThatExist()
    {
        var functions = LogAlerts().SelectMany(alert => System.Text.RegularExpressions.Regex.Matches(
                alert["query"]!.GetValue<string>(), "\"(?<name>[A-Z]\\w+)\"", default, TimeSpan.FromSeconds(5))
                    .Select(match => match.Groups["name"].Value))
            .Where(name => name != "MaxDequeueCount").ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(functions);
        Assert.Subset(ProgramFunctions.Names.ToHashSet(StringComparer.Ordinal), functions);
    }

    private IEnumerable<JsonObject> LogAlerts() => template.Module("alerts")["variables"]!["logAlerts"]!.AsArray()
        .Select(alert => alert!.AsObject());
}
