using Produktreport.Core.Deliveries;
using Produktreport.Core.Tables.Rows;
using Produktreport.Functions.Web.Api;
using Produktreport.Functions.Web.Deliveries;

namespace Produktreport.Functions.Web.Portal.Origins;

/// <summary>The lines of a delivered file.</summary>
internal static class SourcePages
{
    public static void MapSources(this IEndpointRouteBuilder routes) => routes.MapGet("/quellen/{amt}/{**datei}", Source);

    private static async Task<IResult> Source(
        [FromRoute(Name = "amt")] string departmentId,
        [FromRoute(Name = "datei")] string fileName,
        [FromQuery(Name = "zeile")] int? line,
        [FromQuery(Name = "spalte")] string? column,
        [FromQuery(Name = "blatt")] string? sheet,
        InboxFiles inbox,
        PublishedCatalogues published,
        CancellationToken cancellation)
    {
        if (!DepartmentId.TryParse(departmentId, out var department)
            || line is < 1
            || await inbox.Open($"{departmentId}/{fileName}", cancellation) is not { } file)
            return PortalPages.NotFound;
        var place = new CellPlace(line ?? 1, ColumnLetters.Parse(column)) { Sheet = sheet };
        var stamp = new DeliveryStamp(file.Entry.Path.Text, department, file.Entry.Version, file.Entry.ModifiedAt);
        var catalogues = await published.Load(cancellation);
        var isAccepted = await inbox.ReadReceipt(stamp.File, cancellation) is { IsAccepted: true };
        await using (file)
        {
            return PortalPages.Page<SourcePage>(new
            {
                Department = department,
                File = file.Entry.Path.Text,
                Place = place,
                Excerpt = SourceExcerpt.Read(stamp, file.Content, catalogues, place, ReadingLimits.Default,
                    cancellation),
                Values = isAccepted && column is not null
                    ? OriginsApi.ValuesAt(stamp, file, catalogues, place, cancellation)
                    : [],
            });
        }
    }
}
