namespace Produktreport.Functions.Storage;

/// <summary>Report jobs and blob events that failed as often as they are tried. Every look is counted in the metric.</summary>
internal interface IGivenUpMessages
{
    /// <summary>Whether reports and files wait in queues, so that their messages can be given up on.</summary>
    bool HasQueue { get; }

    /// <summary>How many there are, roughly.</summary>
    Task<int> Count(CancellationToken cancellation = default);

    /// <summary>Up to 32 of each kind; they stay where they are.</summary>
    Task<IReadOnlyList<GivenUpMessage>> List(CancellationToken cancellation = default);

    /// <summary>Takes a message out after something was done with it.</summary>
    /// <param name="id">Which.</param>
    /// <param name="work">What to do; where it fails, or the process dies, the message stays.</param>
    /// <param name="cancellation">Stops before the message is taken out.</param>
    /// <returns>The message; null where there is none.</returns>
    Task<GivenUpMessage?> Take(string id, Func<GivenUpMessage, Task> work, CancellationToken cancellation = default);
}

/// <summary>An event or job given up on.</summary>
/// <param name="Id">By which its queue knows it.</param>
/// <param name="Queue">The queue it lies in.</param>
/// <param name="Since">When it was put there.</param>
/// <param name="Text">The message as it was.</param>
public sealed record GivenUpMessage(string Id, string Queue, DateTimeOffset? Since, string Text)
{
    /// <summary>Whether the text is a German sentence, as of what lies in no queue.</summary>
    public bool IsSentence { get; init; }
}
