namespace Produktreport.Functions.Storage;

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
