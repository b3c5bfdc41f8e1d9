using Produktreport.Functions.Web.Deliveries;

namespace Produktreport.Functions.Web.Portal.Deliveries;

/// <summary>Gathers what a department finds on its page.</summary>
internal sealed class DepartmentDesk(
    PublishedCatalogues published, PeriodStatusReader status, InboxFiles inbox, ReportProgress progress,
    TimeProvider clock)
{
    // Whoever waits for reports looks at what was sent last; older deliveries are in them.
    private static readonly TimeSpan Waiting = TimeSpan.FromMinutes(15);

    private const int TemplatePeriods = 3;

    /// <summary>What there is; null where the visitor does not work for the department, or there is none.</summary>
    public async Task<DepartmentView?> Load(Visitor visitor, string id, CancellationToken cancellation = default)
    {
        var catalogues = await published.Load(cancellation);
        var departments = Departments(visitor, catalogues);
        if (departments.FirstOrDefault(each => each.Id.Text == id) is not { } department)
            return null;
        var deliveries = await inbox.List(visitor, department.Id, cancellation);
        var catalogue = catalogues.ByYear.Values.Last();
        var periods = status.Periods(catalogues).Where(info => info.Start.Year == catalogue.Year).ToList();
        var products = catalogue.Products.Where(product => product.Department == department.Id).ToList();
        return new DepartmentView(department, departments, deliveries)
        {
            Tasks = await status.Tasks(department.Id, cancellation),
            Periods = [.. periods.Take(TemplatePeriods)],
            Previews = products.Count == 0
                ? []
                : [.. periods.Where(info => !info.IsDue && PeriodText.Parse(info.Period).Kind != PeriodKind.Year)
                    .Select(info => (info, (IReadOnlyList<Product>)products))],
            IsPending = deliveries is [{ IsAccepted: true } latest, ..]
                && clock.GetUtcNow() - latest.ReceivedAt < Waiting
                && await progress.IsPending(visitor, latest.File, cancellation),
        };
    }

    /// <summary>
    /// The departments a visitor works for, of the latest catalogue: one that is gone delivers nothing any more.
    /// </summary>
    public static IReadOnlyList<Department> Departments(Visitor visitor, CatalogueSet catalogues) =>
        catalogues.ByYear.Values.LastOrDefault() is { } catalogue
            ? [.. catalogue.Departments.Where(department => visitor.WorksFor(department.Id))]
            : [];
}

/// <summary>What the page of a department shows.</summary>
/// <param name="Department">The department.</param>
/// <param name="Departments">All the visitor works for.</param>
/// <param name="Deliveries">What it sent, latest first.</param>
public sealed record DepartmentView(
    Department Department, IReadOnlyList<Department> Departments, IReadOnlyList<DeliveryEntry> Deliveries)
{
    /// <summary>What it owes.</summary>
    public IReadOnlyList<DeliveryTask> Tasks { get; init; } = [];

    /// <summary>The periods for which there are templates.</summary>
    public IReadOnlyList<PeriodInfo> Periods { get; init; } = [];

    /// <summary>The periods whose reports are not made yet.</summary>
    public IReadOnlyList<(PeriodInfo Period, IReadOnlyList<Product> Products)> Previews { get; init; } = [];

    /// <summary>Whether reports do not show the latest delivery yet.</summary>
    public bool IsPending { get; init; }

    /// <summary>The receipt of the file just sent.</summary>
    public ReceiptView? Receipt { get; init; }

    /// <summary>What a file just checked would be answered, and change.</summary>
    public (ReceiptView Receipt, IReadOnlyList<ReportEffect> Effects)? Check { get; init; }

    /// <summary>Why the file just sent was not taken.</summary>
    public string? Message { get; init; }
}
