using Produktreport.Functions.Outbox;

namespace Produktreport.Functions.Notifications;

/// <summary>The page that shows what would be sent today, to whom and why, and sends a trial.</summary>
internal static class MessagePages
{
    public static void MapMessages(this IEndpointRouteBuilder builder)
    {
        var routes = builder.MapGroup("").ExcludeFromDescription();
        routes.MapGet("/nachrichten", (
            MessageRound round, MessageSettings settings, OutboxFiles outbox, CancellationToken cancellation) =>
            Show(null, round, settings, outbox, cancellation));
        routes.MapPost("/nachrichten", SendTrial);
    }

    /// <summary>The addresses a trial can go to: the visitor's own, and those that the catalogue names for its roles.</summary>
    public static IReadOnlyList<string> TrialAddresses(NotificationRules rules, Visitor visitor) =>
    [
        .. new[] { visitor.Name }.Where(NotificationRules.IsAddress).Concat(rules.Controlling).Concat(rules.Administration)
            .Append(rules.Sender).Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static async Task<IResult> SendTrial(
        [FromForm(Name = "an")] string? address,
        Visitor visitor,
        MessageRound round,
        MessageSettings settings,
        OutboxFiles outbox,
        CancellationToken cancellation)
    {
        var preview = await round.Preview(cancellation);
        if (preview is null || settings.Smtp is null || address is null
            || !TrialAddresses(preview.Rules, visitor).Contains(address))
            return await Show("An diese Adresse kann keine Testnachricht gehen.", round, settings, outbox, cancellation);
        var sent = (await round.SendTrial(address, visitor.Name)).LastOrDefault(each => each.Message.To == address);
        return await Show(
            sent?.Outcome switch
            {
                SendOutcome.Sent => $"Die Testnachricht an {address} hat der Mailserver angenommen.",
                SendOutcome.Later(var fault) => $"Noch nicht verschickt: {fault} Es wird noch einmal versucht.",
                SendOutcome.Never(var fault) => $"Nicht verschickt: {fault}",
                _ => "Der Mailserver ist nicht zu erreichen; die Testnachricht wartet im Postausgang.",
            },
            round, settings, outbox, cancellation);
    }

    private static async Task<IResult> Show(
        string? message, MessageRound round, MessageSettings settings, OutboxFiles outbox, CancellationToken cancellation) =>
        PortalPages.Page<MessagesPage>(new
        {
            Preview = await round.Preview(cancellation),
            IsOn = settings.Smtp is not null,
            Waiting = (await outbox.ListWaiting(cancellation)).Count,
            Message = message,
        });
}
