using Microsoft.Azure.Functions.Worker;
using Produktreport.Functions.Notifications;

namespace Produktreport;

/// <summary>Every five minutes: tells people and programs what is new, and tries again what could not be sent.</summary>
internal sealed class SendMessages(MessageRound round)
{
    /// <summary>One round; what it cannot send, the next one does.</summary>
    [Function(nameof(SendMessages))]
    public Task Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellation) => round.Run(cancellation);
}
