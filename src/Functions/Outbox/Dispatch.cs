namespace Produktreport.Functions.Outbox;

/// <summary>
/// Sends what waits in the outbox. Each message is tried at most eight times with growing pauses, about a day and a half; a
/// refusal for good is not tried again. A mail server that cannot be reached costs no message a try, but none waits longer than
/// three days.
/// </summary>
internal sealed partial class Dispatch(
    OutboxFiles outbox, MessageSettings settings, Webhook webhook, TimeProvider clock, ILogger<Dispatch> log)
{
    /// <summary>How long a message waits for a mail server that cannot be reached.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(3);

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3),
        TimeSpan.FromHours(8), TimeSpan.FromHours(24),
    ];

    /// <summary>How often a message is tried.</summary>
    public static int MostTries => Pauses.Length + 1;

    /// <summary>Sends what is due.</summary>
    /// <returns>What became of each message that was tried.</returns>
    public async Task<IReadOnlyList<Dispatched>> Run(CancellationToken cancellation = default)
    {
        var waiting = await outbox.ListWaiting(cancellation);
        Measures.InOutbox(waiting.Count);
        var due = waiting.Where(stored => (stored.Message.NextAt ?? clock.GetUtcNow()) <= clock.GetUtcNow()).ToList();
        return
        [
            .. await SendMails([.. due.Where(stored => stored.Message is Outgoing.Mail)], cancellation),
            .. await SendEvents(due.Where(stored => stored.Message is Outgoing.Event), cancellation),
        ];
    }

    private async Task<List<Dispatched>> SendMails(IReadOnlyList<StoredMessage> mails, CancellationToken cancellation)
    {
        var done = new List<Dispatched>();
        if (settings.Smtp is not { } smtp)
            return done;
        SmtpLine? line = null;
        try
        {
            foreach (var stored in mails)
            {
                if (line is not { IsOpen: true })
                {
                    line?.Dispose();
                    (line, var fault) = await SmtpLine.Open(smtp, settings, cancellation);
                    if (line is null)
                    {
                        Unreachable(log, fault!);
                        await GiveUpOld(mails, fault!);
                        return done;
                    }
                }

                if (await Send(stored, message => line.Send((Outgoing.Mail)message, smtp.Patience, cancellation), cancellation)
                    is { } sent)
                    done.Add(sent);
            }

            if (line is not null)
                await line.Close(cancellation);
            return done;
        }
        finally
        {
            line?.Dispose();
        }
    }

    private async Task<List<Dispatched>> SendEvents(IEnumerable<StoredMessage> events, CancellationToken cancellation)
    {
        var done = new List<Dispatched>();
        if (settings.EventKey is null)
            return done;
        foreach (var stored in events)
        {
            if (await Send(stored, message => webhook.Send((Outgoing.Event)message, cancellation), cancellation) is { } sent)
                done.Add(sent);
        }

        return done;
    }

    // What was sent is settled, whether the program is to stop or not.
    private async Task<Dispatched?> Send(
        StoredMessage stored, Func<Outgoing, Task<SendOutcome>> send, CancellationToken cancellation)
    {
        var pause = Pauses[Math.Min(stored.Message.Tries, Pauses.Length - 1)];
        if (await outbox.Take(stored, pause, cancellation) is not { } taken)
            return null;
        var outcome = await send(taken);
        switch (outcome)
        {
            case SendOutcome.Sent:
                await outbox.Settle(taken);
                break;
            case SendOutcome.Later(var fault) when taken.Tries < MostTries:
                Postponed(log, taken.Id, taken.Tries, fault);
                await outbox.Postpone(taken, fault);
                break;
            case SendOutcome.Later(var fault):
                await GiveUp(taken, fault);
                break;
            case SendOutcome.Never(var fault):
                await GiveUp(taken, fault);
                break;
        }

        return new Dispatched(taken, outcome);
    }

    private async Task GiveUpOld(IEnumerable<StoredMessage> mails, string fault)
    {
        foreach (var stored in mails.Where(stored => clock.GetUtcNow() - stored.Message.CreatedAt > LongestWait))
            await GiveUp(stored.Message, fault);
    }

    private Task GiveUp(Outgoing message, string fault)
    {
        GivenUp(log, message.Id, fault);
        return outbox.GiveUp(message, fault);
    }

    [LoggerMessage(3402, LogLevel.Warning, "No message is sent now: {Fault}")]
    private static partial void Unreachable(ILogger log, string fault);

    [LoggerMessage(3403, LogLevel.Warning, "Message {Id} could not be sent (try {Tries}): {Fault}")]
    private static partial void Postponed(ILogger log, string id, int tries, string fault);

    [LoggerMessage(3404, LogLevel.Error, "Message {Id} is given up on: {Fault}")]
    private static partial void GivenUp(ILogger log, string id, string fault);
}

/// <summary>A message that was tried.</summary>
/// <param name="Message">The message.</param>
/// <param name="Outcome">What became of it.</param>
internal sealed record Dispatched(Outgoing Message, SendOutcome Outcome);
