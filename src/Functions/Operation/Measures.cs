using System.Diagnostics.Metrics;
using Produktreport.Core.Findings;

namespace Produktreport.Functions.Operation;

/// <summary>
/// What the program counts and times, under the name <see cref="Name"/>; costs next to nothing while nobody listens.
/// </summary>
internal static class Measures
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "Produktreport";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("produktreport.lieferungen", "{lieferung}",
        "Uploads judged, by outcome.");
    private static readonly Counter<long> Findings = Meter.CreateCounter<long>("produktreport.befunde", "{befund}",
        "Findings on receipts, by severity.");
    private static readonly Counter<long> Values = Meter.CreateCounter<long>("produktreport.werte", "{wert}", "Values taken.");
    private static readonly Histogram<double> RenderTime = Meter.CreateHistogram<double>("produktreport.bericht.dauer", "s",
        "Time to make one report, by outcome.");
    private static readonly Histogram<double> QueueAge = Meter.CreateHistogram<double>("produktreport.auftrag.alter", "s",
        "Time a report job waited in the queue.");
    private static readonly Gauge<long> GivenUpCount = Meter.CreateGauge<long>("produktreport.stoerungen", "{nachricht}",
        "Events and jobs given up on.");

    private static readonly Gauge<long> OutboxCount = Meter.CreateGauge<long>("produktreport.postausgang", "{nachricht}",
        "Messages that wait to be sent.");

    /// <summary>An upload was judged.</summary>
    public static void Ingested(Receipt receipt)
    {
        Deliveries.Add(1, Tag("ergebnis", ReceiptStatus.Of(receipt)));
        Values.Add(receipt.ValueCount);
        foreach (var group in receipt.Findings.GroupBy(finding => finding.Severity))
            Findings.Add(group.Count(), Tag("schwere", group.Key.Word()));
    }

    /// <summary>A report was made, left as it was, or failed.</summary>
    public static void Rendered(string outcome, TimeSpan time) => RenderTime.Record(time.TotalSeconds, Tag("ergebnis", outcome));

    /// <summary>A job was taken from the queue.</summary>
    public static void Waited(TimeSpan age) => QueueAge.Record(age.TotalSeconds);

    /// <summary>So many events and jobs have been given up on.</summary>
    public static void GivenUp(int count) => GivenUpCount.Record(count);

    /// <summary>So many messages wait to be sent.</summary>
    public static void InOutbox(int count) => OutboxCount.Record(count);

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
