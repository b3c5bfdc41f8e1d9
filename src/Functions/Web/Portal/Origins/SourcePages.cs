using Microsoft.AspNetCore.Mvc;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries;
using Produktreport.Core.Figures;
using Produktreport.Core.Tables.Rows;
using Produktreport.Functions.Catalogues;
using Produktreport.Functions.Web.Api;
using Produktreport.Functions.Web.Deliveries;
using Produktreport.Functions.Web.Portal.Frame;

namespace Produktreport.Functions.Web.Portal.Origins;

/// <summary>The lines of a delivered file.</summary>
internal static class SourcePages
{
    /// <summary>Adds the route.</summary>
    public static void MapSources(this IEndpointRouteBuilder routes) => routes.MapGet("/quellen/{amt}/{**datei}", Source);

    private static async Task<IResult> Source(
        string amt,
        string datei,
        [FromQuery(Name = "zeile")] int? line,
        [FromQuery(Name = "spalte")] string? column,
        [FromQuery(Name = "blatt")] string? sheet,
        InboxFiles inbox,
        PublishedCatalogues published,
        HttpContext context)
    {
        if (!DepartmentId.TryParse(amt, out var department)
            || line is < 1
            || await inbox.Open($"{amt}/{datei}", context.RequestAborted) is not { } file)
            return PortalPages.NotFound(context);
        var place = new CellPlace(line ?? 1, ColumnLetters.Parse(column)) { Sheet = sheet };
        var stamp = new DeliveryStamp(file.Entry.Path.Text, department, file.Entry.Version, file.Entry.ModifiedAt);
        var catalogues = await published.Load(context.RequestAborted);
        var isAccepted = await inbox.ReadReceipt(stamp.File, context.RequestAborted) is { IsAccepted: true };
        await using (file)
        {
            return PortalPages.Page<SourcePage>(new
            {
                Frame = PageFrame.Of(context),
                Department = department,
                File = file.Entry.Path.Text,
                Place = place,
                Excerpt = SourceExcerpt.Read(stamp, file.Content, catalogues, place, ReadingLimits.Default,
                    context.RequestAborted),
                Values = isAccepted && column is not null
                    ? OriginsApi.ValuesAt(stamp, file, catalogues, place, context.RequestAborted)
                    : [],
            });
        }
    }
}
