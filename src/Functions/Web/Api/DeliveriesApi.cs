using Produktreport.Functions.Web.Deliveries;
using Produktreport.Functions.Web.Limits;

namespace Produktreport.Functions.Web.Api;

/// <summary>Deliveries, their receipts, and the upload.</summary>
internal static class DeliveriesApi
{
    public static void MapDeliveries(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/lieferungen", List)
            .Named("lieferungenAuflisten", "Lieferungen", "Lieferungen auflisten")
            .WithDescription("Die Lieferungen der eigenen Ämter, neueste zuerst.")
            .Produces<DeliveryPage>().ProducesProblems(400, 401, 403);
        routes.MapGet("/api/v1/quittungen/{amt}/{**datei}", Receipt)
            .Named("quittungLesen", "Lieferungen", "Die Quittung einer Lieferung")
            .WithDescription("`datei` ist der Name der Lieferung, wie sie hochgeladen wurde.")
            .Produces<ReceiptView>().ProducesProblems(401, 403, 404);
        routes.MapGet("/api/v1/eingang/{amt}/{**datei}", Source)
            .Named("lieferungHerunterladen", "Lieferungen", "Eine Lieferung, Byte für Byte wie hochgeladen")
            .Produces<Stream>(200, contentType: "application/octet-stream")
                .Produces<Stream>(206, contentType: "application/octet-stream").Produces(304)
            .ProducesProblems(401, 403, 404).Produces(416);
        routes.MapUploads();
    }

    private static void MapUploads(this IEndpointRouteBuilder routes)
    {
        routes.MapPut("/api/v1/eingang/{amt}/{datei}", Put)
            .Named("lieferungHochladen", "Lieferungen", "Eine Datei liefern")
            .WithDescription(
                "Der Körper der Anfrage ist die Datei (CSV, TXT, TSV oder XLSX, höchstens 20 MiB). Die Antwort ist immer die "
                + "Quittung: 201, wenn die Datei angenommen wurde; 422, wenn sie abgelehnt wurde (sie ist dann gespeichert, "
                + "ihre Werte zählen nicht); 200, wenn genau diese Datei schon da war. Eine angenommene Datei wird nie ersetzt "
                + "(409): Senden Sie Korrekturen unter einem neuen Namen. Eine abgelehnte oder zurückgezogene wird ersetzt; die "
                + "frühere bleibt als `{datei}.{prüfsumme}.old` daneben liegen.")
            .Accepts<Stream>("*/*")
            .Produces<ReceiptView>(201).Produces<ReceiptView>(200).Produces<ReceiptView>(422)
            .ProducesProblems(400, 401, 403, 404, 408, 409, 413, 503)
            .RequireRateLimiting(RateLimits.Uploads);
        routes.MapDelete("/api/v1/eingang/{amt}/{**datei}", Withdraw)
            .Named("lieferungZurueckziehen", "Lieferungen", "Eine angenommene Lieferung zurückziehen")
            .WithDescription(
                "Die Datei bleibt liegen, ihre Werte gelten nicht mehr; die Antwort ist die Quittung, auf der das steht. "
                + "`grund` kommt auf die Quittung und ins Protokoll. Freigegebene Berichte bleiben, wie sie sind. Noch einmal "
                + "unverändert gesendet, gilt die Datei wieder.")
            .Produces<ReceiptView>()
            .ProducesProblems(400, 401, 403, 404, 409)
            .RequireRateLimiting(RateLimits.Uploads);
        routes.MapPost("/api/v1/pruefung/{amt}/{datei}", Check)
            .Named("lieferungPruefen", "Lieferungen", "Eine Datei prüfen, ohne sie zu liefern")
            .WithDescription(
                "Der Körper der Anfrage ist die Datei wie beim Hochladen. Gespeichert wird nichts. Die Antwort hat die Quittung, "
                + "wie sie jetzt ausfiele, und was sich in welchen Berichten ändern würde.")
            .Accepts<Stream>("*/*")
            .Produces<CheckedDelivery>()
            .ProducesProblems(400, 401, 403, 404, 408, 413, 503)
            .RequireRateLimiting(RateLimits.Uploads);
    }

    private static async Task<IResult> List(
        [FromQuery(Name = "amt")] string? departmentId,
        [FromQuery] string? status,
        [FromQuery(Name = "seite")] int? number,
        [FromQuery(Name = "groesse")] int? size,
        Visitor visitor,
        InboxFiles inbox,
        HttpContext context)
    {
        var department = DepartmentId.TryParse(departmentId, out var id) ? id : (DepartmentId?)null;
        if ((departmentId is not null && department is null)
            || status is not (null or ReceiptStatus.Accepted or ReceiptStatus.Rejected or ReceiptStatus.Withdrawn)
            || !Paging.IsValid(number, size))
            return ProblemAnswer.Of(context, Problems.BadFilter);
        if (department is { } one && !visitor.WorksFor(one))
            return ProblemAnswer.Of(context, Problems.Forbidden);
        var found = (await inbox.List(visitor, department, context.RequestAborted))
            .Where(entry => status is null || entry.Status == status);
        return TypedResults.Ok(Pages.Cut(found, number, size, (entries, page) =>
            new DeliveryPage(entries, page.Number, page.Size, page.Count, page.Total)));
    }

    private static async Task<IResult> Receipt(
        [FromRoute(Name = "amt")] string departmentId, [FromRoute(Name = "datei")] string fileName, InboxFiles inbox,
        HttpContext context) =>
        await inbox.Receipt($"{departmentId}/{fileName}", context.RequestAborted) is { } receipt
            ? TypedResults.Bytes(receipt, "application/json; charset=utf-8")
            : ProblemAnswer.Of(context, Problems.NotFound);

    [Resumable]
    private static async Task<IResult> Source(
        [FromRoute(Name = "amt")] string departmentId, [FromRoute(Name = "datei")] string fileName, InboxFiles inbox,
        HttpContext context)
    {
        if (await inbox.Open($"{departmentId}/{fileName}", context.RequestAborted) is not { } file)
            return ProblemAnswer.Of(context, Problems.NotFound);
        // Never shown in the browser: it is foreign text.
        return TypedResults.Stream(
            file.Content,
            "application/octet-stream",
            file.Entry.Path.Name,
            file.Entry.ModifiedAt,
            new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{file.Entry.Version.Trim('"')}\""),
            enableRangeProcessing: true);
    }

    [Stores, Busy, SteadyBody]
    private static async Task<IResult> Put(
        [FromRoute(Name = "amt")] string departmentId, [FromRoute(Name = "datei")] string fileName, Visitor visitor,
        Upload upload, WebLimits limits, HttpContext context)
    {
        if (!DepartmentId.TryParse(departmentId, out var department))
            return ProblemAnswer.Of(context, Problems.UnknownDepartment);
        if (context.Request.ContentLength > limits.UploadBytes)
            return ProblemAnswer.Of(context, Problems.TooLarge);
        var outcome = await upload.Run(visitor, department, fileName, context.Request.Body, context.RequestAborted);
        return outcome switch
        {
            UploadOutcome.Stored stored => Answer(stored, context),
            UploadOutcome.Busy => ProblemAnswer.Busy(context),
            _ => ProblemAnswer.Of(context, ProblemOf(outcome)),
        };
    }

    private static Microsoft.AspNetCore.Http.HttpResults.FileContentHttpResult Answer(UploadOutcome.Stored stored,
        HttpContext context)
    {
        context.Response.Headers.Location = $"/api/v1/quittungen/{InboxFiles.Escape(stored.Path)}";
        context.Response.StatusCode = (stored.Receipt.IsAccepted, stored.IsNew) switch
        {
            (false, _) => StatusCodes.Status422UnprocessableEntity,
            (true, true) => StatusCodes.Status201Created,
            _ => StatusCodes.Status200OK,
        };
        return TypedResults.Bytes(ReceiptJson.Write(stored.Receipt), "application/json; charset=utf-8");
    }

    private static async Task<IResult> Withdraw(
        [FromRoute(Name = "amt")] string departmentId, [FromRoute(Name = "datei")] string fileName,
        [FromQuery(Name = "grund")] string? reason, Visitor visitor, DeliveryWithdrawal withdrawal, HttpContext context) =>
        await withdrawal.Run(visitor, $"{departmentId}/{fileName}", reason, context.RequestAborted) switch
        {
            DeliveryWithdrawalOutcome.Done done =>
                TypedResults.Bytes(ReceiptJson.Write(done.Receipt), "application/json; charset=utf-8"),
            var other => ProblemAnswer.Of(context, ProblemOf(other)),
        };

    [Busy, SteadyBody]
    private static async Task<IResult> Check(
        [FromRoute(Name = "amt")] string departmentId, [FromRoute(Name = "datei")] string fileName, Upload upload,
        DeliveryEffects effects, WebLimits limits, HttpContext context)
    {
        if (!DepartmentId.TryParse(departmentId, out var department))
            return ProblemAnswer.Of(context, Problems.UnknownDepartment);
        if (context.Request.ContentLength > limits.UploadBytes)
            return ProblemAnswer.Of(context, Problems.TooLarge);
        return await upload.Check(department, fileName, context.Request.Body, context.RequestAborted) switch
        {
            UploadOutcome.Checked judged => TypedResults.Ok(
                new CheckedDelivery(
                    ReceiptView.Of(judged.Result.Receipt),
                    await effects.Of(judged.Result.Delivery, context.RequestAborted))),
            UploadOutcome.Busy => ProblemAnswer.Busy(context),
            var other => ProblemAnswer.Of(context, ProblemOf(other)),
        };
    }

    /// <summary>The error of a delivery that was not taken back.</summary>
    public static Problem ProblemOf(DeliveryWithdrawalOutcome outcome) => outcome switch
    {
        DeliveryWithdrawalOutcome.NoReason => Problems.NoReason,
        DeliveryWithdrawalOutcome.NoDelivery => Problems.NotFound,
        _ => Problems.DoesNotCount,
    };

    /// <summary>The error of an upload that was not stored.</summary>
    public static Problem ProblemOf(UploadOutcome outcome) => outcome switch
    {
        UploadOutcome.BadName { Fault: UploadNameFault.Ending } => Problems.BadEnding,
        UploadOutcome.BadName { Fault: UploadNameFault.Length } => Problems.BadNameLength,
        UploadOutcome.BadName => Problems.BadNameCharacters,
        UploadOutcome.UnknownDepartment => Problems.UnknownDepartment,
        UploadOutcome.Busy => Problems.Busy,
        UploadOutcome.NameTaken taken => Problems.NameTaken(taken.FreeName),
        _ => Problems.TooLarge,
    };
}

/// <summary>What a file would be answered, and change, if it were sent now.</summary>
/// <param name="Receipt">The receipt as it would be.</param>
/// <param name="Reports">The reports that would change.</param>
internal sealed record CheckedDelivery(
    [property: JsonPropertyName("quittung")] ReceiptView Receipt,
    [property: JsonPropertyName("berichte")] IReadOnlyList<ReportEffect> Reports);

/// <summary>A page of the list of deliveries.</summary>
/// <param name="Entries">The deliveries.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Size">Entries a page.</param>
/// <param name="PageCount">How many pages there are.</param>
/// <param name="Total">How many deliveries there are.</param>
internal sealed record DeliveryPage(
    [property: JsonPropertyName("eintraege")] IReadOnlyList<DeliveryEntry> Entries,
    [property: JsonPropertyName("seite")] int Page,
    [property: JsonPropertyName("groesse")] int Size,
    [property: JsonPropertyName("seiten")] int PageCount,
    [property: JsonPropertyName("gesamt")] int Total);
