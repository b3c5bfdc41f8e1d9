using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Pdf;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports;
using Produktreport.Core.Reports.Contents;
using Produktreport.Functions.Catalogues;
using Produktreport.Functions.Deliveries;
using Produktreport.Functions.Hosting;
using Produktreport.Functions.Operation;
using Produktreport.Functions.Outbox;
using Produktreport.Functions.Reports;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Local;
using Produktreport.Functions.Tests.Hosting;
using Produktreport.Functions.Web.Audit;
using Produktreport.Functions.Web.Deliveries;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Web.Reports;
using Produktreport.Functions.Work;

namespace Produktreport.Functions.Tests.RenderReport;

/// <summary>A county with one product over any storage, whose functions are called one by one.</summary>
internal sealed class RenderedCounty : IAsyncDisposable
{
    public static readonly ReportJob Product = new(Period.OfQuarter(2026, 1), ProductNumber.Of("1111"));
    public static readonly ReportJob Combined = new(Period.OfQuarter(2026, 1), Product: null);

    private readonly ServiceProvider services;

    public RenderedCounty(IFileStore files, IFigureStore figures, IDeliveryLog log)
    {
        Files = new InterruptedFiles(files);
        var parts = new ServiceCollection().AddLogging();
        parts.AddProgram();
        parts.AddSingleton<IFileStore>(Files).AddSingleton(figures).AddSingleton(log).AddSingleton<IReportJobs>(Jobs)
            .AddSingleton(new Calendar(TimeProvider.System, new DateOnly(2026, 5, 15)))
            .AddSingleton<IGivenUpMessages, NoGivenUpMessages>().AddSingleton<GivenUpWork>().AddSingleton<OutboxFiles>()
            .AddSingleton<AuditLog>()
            .AddSingleton<ReleaseReport>().AddSingleton<ReleaseDesk>().AddSingleton<DeliveryWithdrawal>();
        services = parts.BuildServiceProvider();
    }

    public InterruptedFiles Files { get; }

    public MemoryReportJobs Jobs { get; } = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task Publish()
    {
        await Write(Area.Catalogue, "2026/rahmen.yaml", SmallCounty.Frame);
        await Write(Area.Catalogue, "2026/produkte/1111.yaml", SmallCounty.Product);
        await Republish();
    }

    public async Task Republish() => Assert.True((await Change()).IsValid);

    /// <summary>Publishes a changed catalogue, where it may be in force.</summary>
    public Task<CatalogueOutcome> Change() => services.GetRequiredService<CataloguePublication>().Run(Cancellation);

    public GivenUpWork GivenUp => services.GetRequiredService<GivenUpWork>();

    public async Task Deliver(string name, string value)
    {
        await Write(Area.Inbox, $"amt-eins/{name}",
            $"Produkt;Leistung;Grundzahl;Periode;Art;Wert;Bemerkung\n1111;;anzahl;2026-Q1;Ist;{value};\n");
        Assert.True(
            (await services.GetRequiredService<Ingestion>().Run(FilePath.Of($"amt-eins/{name}"), Cancellation))!.IsAccepted);
    }

    /// <summary>What the event of an upload does.</summary>
    public Task Ingest(string name) => services.GetRequiredService<Ingestion>().Run(name, Cancellation);

    /// <summary>The receipt of an upload, as JSON; null where it has none.</summary>
    public async Task<string?> Receipt(string upload) =>
        await Files.ReadAll(Area.Receipts, FilePath.Of($"{upload}.json"), Cancellation) is { } receipt
            ? Encoding.UTF8.GetString(receipt)
            : null;

    /// <summary>Judges the uploads that no current judgement covers.</summary>
    /// <returns>How many were judged.</returns>
    public async Task<int> JudgeOutdated(Action<int> beforeEach) =>
        (await services.GetRequiredService<Ingestion>().RunOutdated(beforeEach, cancellation: Cancellation)).Count;

    public Task<ReportOutcome> Render(ReportJob job) => services.GetRequiredService<ReportRendering>().Run(job, Cancellation);

    /// <summary>Takes a delivery back as somebody.</summary>
    public Task<DeliveryWithdrawalOutcome> TakeBack(string by, string upload, string reason) =>
        services.GetRequiredService<DeliveryWithdrawal>()
            .Run(new Visitor(by, Role.Department, []), upload, reason, Cancellation);

    /// <summary>Releases the product's report as somebody.</summary>
    public Task<ReleaseOutcome> Release(string by, int version) =>
        services.GetRequiredService<ReleaseDesk>().Release(new Visitor(by, Role.Controlling, []), Product, version, note: null,
            Cancellation);

    /// <summary>Withdraws the release of the product's report as somebody.</summary>
    public Task<WithdrawalOutcome> Withdraw(string by, int version) =>
        services.GetRequiredService<ReleaseDesk>()
            .Withdraw(new Visitor(by, Role.Controlling, []), Product, version, "falsche Zahl",
            Cancellation);

    /// <summary>Releases the combined report as somebody.</summary>
    public Task<ReleaseOutcome> ReleaseCombined(string by, int version) =>
        services.GetRequiredService<ReleaseDesk>().Release(new Visitor(by, Role.Controlling, []), Combined, version, note: null,
            Cancellation);

    /// <summary>Withdraws the release of the combined report as somebody.</summary>
    public Task<WithdrawalOutcome> WithdrawCombined(string by, int version) =>
        services.GetRequiredService<ReleaseDesk>().Withdraw(new Visitor(by, Role.Controlling, []), Combined, version, "falsch",
            Cancellation);

    /// <summary>Records that the release of the product's report is withdrawn; the report itself stays as it is.</summary>
    public Task<WithdrawalOutcome> RecordWithdrawal(string by, int version) =>
        services.GetRequiredService<ReleaseReport>().Withdraw(Product, version, by, "falsche Zahl", Cancellation);

    /// <summary>The report as somebody sees it; null where nobody with this role sees one.</summary>
    public async Task<VisibleReport?> SeenBy(Role role)
    {
        using var visibleReports = new VisibleReports(Files, services.GetRequiredService<ReportReleases>());
        return await visibleReports.Find(new Visitor("irgendwer", role, []), Product, Cancellation);
    }

    /// <summary>Records a release of the product's report; the report itself stays as it is.</summary>
    public Task<ReleaseOutcome?> Record(string by, int version) =>
        services.GetRequiredService<ReleaseReport>().Record(Product, version, by, cancellation: Cancellation);

    /// <summary>What the audit log says, latest first.</summary>
    public async Task<IEnumerable<string>> Logged() =>
        (await services.GetRequiredService<AuditLog>()
            .Read(Produktreport.Core.German.BerlinTime.Day(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM", null),
                Cancellation))
            .Select(entry => $"{entry.By} {entry.Action} {entry.Object} {entry.Detail}");

    /// <summary>The jobs that AssembleReports enqueues.</summary>
    public async Task<IReadOnlyList<ReportJob>> Assemble()
    {
        await services.GetRequiredService<ReportPlanning>().Run(Cancellation);
        return [.. (await Jobs.Take(Cancellation)).Select(taken => taken.Job)];
    }

    public async Task<ProductReport> Report() => ReportJson.ReadProduct((await Read("2026-Q1/1111.json"))!);

    public async Task<decimal?> Count() => (await Report()).Rows.Single(row => row.Id.Text == "anzahl").ActualPeriod;

    public async Task<bool> IsPair(string name = "1111")
    {
        var (pdf, json) = (await Read($"2026-Q1/{name}.pdf"), await Read($"2026-Q1/{name}.json"));
        return ReportAttachments.AreOfOneReport(pdf, json);
    }

    /// <summary>Every file of the reports but the record of releases, which has the time.</summary>
    public async Task<SortedDictionary<string, string>> Reports()
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var file in Files.List(Area.Reports, "", Cancellation))
        {
            if (!file.Path.Name.EndsWith(".freigabe.json", StringComparison.Ordinal))
                found[file.Path.Text] = Convert.ToHexStringLower(SHA256.HashData((await Read(file.Path.Text))!));
        }

        return found;
    }

    public async Task Forget()
    {
        await foreach (var file in Files.List(Area.Reports, "", Cancellation))
            await Files.Delete(Area.Reports, file.Path, Cancellation);
    }

    public Task<byte[]?> Read(string report) => Files.ReadAll(Area.Reports, FilePath.Of(report), Cancellation);

    public Task Write(Area area, string path, string text) =>
        Files.Write(area, FilePath.Of(path), Encoding.UTF8.GetBytes(text), WriteCondition.Always, Cancellation);

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
