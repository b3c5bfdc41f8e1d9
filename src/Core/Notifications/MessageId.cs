namespace Produktreport.Core.Notifications;

/// <summary>Names of messages.</summary>
public static class MessageId
{
    /// <summary>
    /// The <c>Message-ID</c> of a message without angle brackets: the same for every repetition, so that a mail program shows
    /// only one.
    /// </summary>
    /// <param name="id">What names the message.</param>
    /// <param name="sender">The sender's address, whose domain the name is below.</param>
    public static string Of(string id, string sender) => $"{id}@{sender[(sender.IndexOf('@') + 1)..]}";
}
