using Produktreport.Functions.Web.Audit;
using Produktreport.Functions.Web.Limits;
using Produktreport.Functions.Work;

namespace Produktreport.Functions.Web.Portal.Catalogues;

/// <summary>What catalogue is in force, what is wrong with the files, and who decides.</summary>
internal static class CataloguePages
{
    public static void MapCatalogue(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/katalog", (
            [FromQuery(Name = "von")] int? from, [FromQuery(Name = "bis")] int? to, CatalogueView view,
            CancellationToken cancellation) =>
            view.Show(from, to, cancellation));
        routes.MapGet("/katalog/pruefung", Check).RequireRateLimiting(RateLimits.Previews);
        routes.MapPost("/katalog", Decide);
    }

    // What `katalog pruefen` says, which reads every accepted delivery by the files as they lie there.
    private static async Task<IResult> Check(CatalogueView view, IFileStore files, CancellationToken cancellation)
    {
        using var said = new StringWriter();
        await new CatalogueDesk(files, said).Check(cancellation);
        return await view.Show(null, null, cancellation,
            check: [.. said.ToString().Split(said.NewLine, StringSplitOptions.RemoveEmptyEntries)]);
    }

    private static async Task<IResult> Decide(
        [FromForm(Name = "fassung")] string? version,
        Visitor visitor,
        GivenUpWork givenUp,
        CatalogueDecisions decisions,
        AuditLog audit,
        TimeProvider clock,
        CatalogueView view,
        CancellationToken cancellation)
    {
        // Of this very content: files that changed since wait for a decision of their own.
        var isDone = await decisions.Read(cancellation) is { IsConfirmed: false } waiting && waiting.Version == version
            && await givenUp.Repeat(waiting.Version, _ => audit.Append(AuditEntry.Now(
                clock, visitor, AuditEntry.CatalogueConfirmed, "katalog",
                Texts.Count(waiting.Deliveries, "Lieferung verliert Werte", "Lieferungen verlieren Werte"))));
        return await view.Show(null, null, cancellation, isDone
            ? "Der Katalog ist in Kraft. Lieferungen werden neu beurteilt; Berichte folgen beim nächsten Durchgang."
            : "Nichts geändert: Auf eine Entscheidung wartet dieser Katalog nicht mehr. Bitte sehen Sie unten nach.");
    }
}

/// <summary>Puts the page of the catalogues together.</summary>
internal sealed class CatalogueView(
    IFileStore files, PublishedCatalogues published, CatalogueFaults faults, CatalogueDecisions decisions, ReceiptFiles receipts)
{
    /// <summary>The page.</summary>
    /// <param name="from">The earlier year to compare; null for the one before the latest.</param>
    /// <param name="to">The later one; null for the latest.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <param name="message">What became of a decision; null for none.</param>
    /// <param name="check">What the check of the files says; null where nobody asked.</param>
    public async Task<IResult> Show(
        int? from, int? to, CancellationToken cancellation, string? message = null, ImmutableArray<string>? check = null)
    {
        var inForce = (await published.InForce(cancellation)).Catalogues.ByYear;
        var later = to is { } asked ? inForce.GetValueOrDefault(asked) : inForce.Values.LastOrDefault();
        var earlier = from is { } other ? inForce.GetValueOrDefault(other)
            : inForce.Values.LastOrDefault(catalogue => catalogue.Year < later?.Year);
        return PortalPages.Page<CataloguePage>(new
        {
            Years = await Years(inForce.Values, cancellation),
            Faulty = await Faulty(cancellation),
            Decision = await decisions.Read(cancellation) is { IsConfirmed: false } waiting ? waiting : null,
            Earlier = earlier?.Year,
            Later = later?.Year,
            Differences = earlier is null || later is null || earlier == later
                ? []
                : CatalogueDifferences.Between(earlier, later),
            Message = message,
            Check = check,
        });
    }

    private async Task<ImmutableArray<YearInForce>> Years(
        IEnumerable<Core.Catalogues.Catalogue> catalogues, CancellationToken cancellation)
    {
        var since = await files.List(Area.PublishedCatalogue, "", cancellation)
            .ToDictionaryAsync(file => file.Path.Name, file => file.ModifiedAt, StringComparer.Ordinal, cancellation);
        var years = ImmutableArray.CreateBuilder<YearInForce>();
        foreach (var catalogue in catalogues.Reverse())
            years.Add(new YearInForce(
                catalogue.Year, catalogue.Products.Length, catalogue.Products.Sum(product => product.Levels.Sum(Count)),
                since.TryGetValue($"{catalogue.Year}.json", out var at) ? at : null,
                [.. await published.FilesOf(catalogue.Year, cancellation)]));
        return years.ToImmutable();

        static int Count(Level level) => level.Figures.Count();
    }

    private async Task<ImmutableArray<FaultyYear>> Faulty(CancellationToken cancellation)
    {
        var faulty = ImmutableArray.CreateBuilder<FaultyYear>();
        foreach (var fault in await faults.Read(cancellation))
        {
            var receipt = await receipts.Read(FilePath.Of($"katalog/{fault.Year}"), cancellation);
            faulty.Add(new FaultyYear(fault, receipt?.Findings ?? []));
        }

        return faulty.ToImmutable();
    }
}

/// <summary>A year whose catalogue is in force.</summary>
/// <param name="Year">The year.</param>
/// <param name="Products">How many products it has.</param>
/// <param name="Figures">How many figures.</param>
/// <param name="Since">Since when it is in force as it is; null where that is not known.</param>
/// <param name="Files">The files it was made of, below <c>katalog/</c>.</param>
public sealed record YearInForce(int Year, int Products, int Figures, DateTimeOffset? Since, ImmutableArray<string> Files);

/// <summary>A year whose files are not in force as they lie there.</summary>
/// <param name="Fault">The year.</param>
/// <param name="Findings">What its receipt says.</param>
public sealed record FaultyYear(CatalogueFault Fault, ImmutableArray<FindingView> Findings);
