using Produktreport.Core.Deliveries;
using Produktreport.Core.Tables.Rows;
using Produktreport.Functions.Web.Deliveries;

namespace Produktreport.Functions.Web.Api;

/// <summary>What a cell of a delivery became.</summary>
internal static class OriginsApi
{
    public static void MapOrigins(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/herkunft/{amt}/{**datei}", Origin)
            .Named("herkunftLesen", "Lieferungen", "Die Werte aus einer Zelle einer Lieferung, mit allen Zeilen ihrer Summe")
            .WithDescription(
                "Ein Bericht nennt unter `herkunft` die Zelle und höchstens 20 Bereiche von Zeilen, aus denen ein Wert summiert "
                + "ist; hier nennt `regel` alle. Ohne Werte, wenn die Lieferung nicht angenommen ist oder die Zelle keinen "
                + "trägt.")
            .Produces<CellValues>().ProducesProblems(400, 401, 403, 404);

    /// <summary>The values that come from a cell; the file is read again.</summary>
    public static ImmutableArray<DeliveredValue> ValuesAt(
        DeliveryStamp stamp, OpenFile file, CatalogueSet catalogues, CellPlace place, CancellationToken cancellation)
    {
        file.Content.Position = 0;
        return SourceValues.At(stamp, file.Content, catalogues, place, ReadingLimits.Default, cancellation);
    }

    private static async Task<IResult> Origin(
        [FromRoute(Name = "amt")] string departmentId,
        [FromRoute(Name = "datei")] string fileName,
        [FromQuery(Name = "zeile")] int line,
        [FromQuery(Name = "spalte")] string column,
        [FromQuery(Name = "blatt")] string? sheet,
        InboxFiles inbox,
        PublishedCatalogues published,
        HttpContext context)
    {
        var place = new CellPlace(line, ColumnLetters.Parse(column)) { Sheet = sheet };
        if (place.Line < 1 || place.Column < 0)
            return ProblemAnswer.Of(context, Problems.BadFilter);
        if (!DepartmentId.TryParse(departmentId, out var department)
            || await inbox.Open($"{departmentId}/{fileName}", context.RequestAborted) is not { } file)
            return ProblemAnswer.Of(context, Problems.NotFound);
        await using (file)
        {
            var stamp = new DeliveryStamp(file.Entry.Path.Text, department, file.Entry.Version, file.Entry.ModifiedAt);
            var isAccepted = await inbox.ReadReceipt(stamp.File, context.RequestAborted) is { IsAccepted: true };
            var values = isAccepted
                ? ValuesAt(stamp, file, await published.Load(context.RequestAborted), place, context.RequestAborted)
                : [];
            return TypedResults.Ok(new CellValues(stamp.File, line, column, sheet, [.. values.Select(CellValue.Of)]));
        }
    }
}

/// <summary>A cell of a delivery, and what it became.</summary>
/// <param name="File">The path below the inbox.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column letter.</param>
/// <param name="Sheet">The sheet of the workbook; null where the file has only one.</param>
/// <param name="Values">The values that come from it.</param>
internal sealed record CellValues(
    [property: JsonPropertyName("datei")] string File,
    [property: JsonPropertyName("zeile")] int Line,
    [property: JsonPropertyName("spalte")] string Column,
    [property: JsonPropertyName("blatt")] string? Sheet,
    [property: JsonPropertyName("werte")] IReadOnlyList<CellValue> Values);

/// <summary>A value that comes from a cell.</summary>
/// <param name="Level">The product's number or a service's.</param>
/// <param name="Figure">The base figure.</param>
/// <param name="Period">The period.</param>
/// <param name="Scenario">Ist, Plan or Prognose.</param>
/// <param name="Value">The value; null = unknown.</param>
/// <param name="Rule">
/// What was applied, with all lines and columns it is the sum of; null where the cell is taken as it is.
/// </param>
/// <param name="Reason">Why it replaces an earlier value; null where the department gave no reason.</param>
internal sealed record CellValue(
    [property: JsonPropertyName("ebene")] string Level,
    [property: JsonPropertyName("id")] string Figure,
    [property: JsonPropertyName("periode")] string Period,
    [property: JsonPropertyName("art")] string Scenario,
    [property: JsonPropertyName("wert")] decimal? Value,
    [property: JsonPropertyName("regel")] string? Rule,
    [property: JsonPropertyName("korrekturgrund")] string? Reason)
{
    /// <summary>A delivered value as the answer shows it.</summary>
    public static CellValue Of(DeliveredValue value) => new(
        value.Address.Level.Text, value.Address.Figure.Text, value.Period.ToString(),
        value.Scenario.GermanName().ToLowerInvariant(), value.Value, value.Cell.Rule, value.Reason);
}
