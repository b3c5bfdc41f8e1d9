using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Produktreport.Core.Notifications;

namespace Produktreport.Functions.Outbox;

/// <summary>A conversation with the mail server: opened for a round, closed after it.</summary>
internal sealed class SmtpLine : IDisposable
{
    private readonly SmtpClient client;

    private SmtpLine(SmtpClient client) => this.client = client;

    /// <summary>Connects and signs in.</summary>
    /// <returns>The line, or why there is none, in German.</returns>
    public static async Task<(SmtpLine? Line, string? Fault)> Open(
        SmtpSettings smtp, MessageSettings settings, CancellationToken cancellation)
    {
        var opened = new SmtpClient
        {
            Timeout = (int)smtp.Patience.TotalMilliseconds,
            // Lists of revoked certificates lie outside the networks counties run this in.
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = (_, certificate, chain, errors) =>
                settings.IsTrusted(certificate, chain, errors),
        };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(smtp.Patience);
        try
        {
            await opened.ConnectAsync(smtp.Server, smtp.Port, smtp.Security, limit.Token);
            if (smtp.User is { } user)
                await opened.AuthenticateAsync(user, smtp.Password ?? "", limit.Token);
            return (new SmtpLine(opened), null);
        }
        catch (Exception failure) when (IsOfLine(failure) && !cancellation.IsCancellationRequested)
        {
            opened.Dispose();
            return (null, $"Der Mailserver {smtp.Server}:{smtp.Port} ist nicht zu erreichen: {FaultOf(failure)}");
        }
    }

    /// <summary>Whether another message can be sent.</summary>
    public bool IsOpen => client.IsConnected;

    /// <summary>Sends a mail.</summary>
    public async Task<SendOutcome> Send(Outgoing.Mail mail, TimeSpan patience, CancellationToken cancellation)
    {
        using var message = MessageOf(mail);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        try
        {
            await client.SendAsync(message, limit.Token);
            return new SendOutcome.Sent();
        }
        catch (SmtpCommandException refused) when ((int)refused.StatusCode >= 500)
        {
            return new SendOutcome.Never(Refusal(refused));
        }
        catch (SmtpCommandException refused)
        {
            return new SendOutcome.Later(Refusal(refused));
        }
        catch (Exception failure) when (IsOfLine(failure) && !cancellation.IsCancellationRequested)
        {
            // Half a conversation is no place for the next message.
            client.Dispose();
            return new SendOutcome.Later($"Die Verbindung zum Mailserver brach ab: {FaultOf(failure)}");
        }
    }

    /// <summary>Ends the conversation.</summary>
    public async Task Close(CancellationToken cancellation)
    {
        try
        {
            if (client.IsConnected)
                await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception failure) when (IsOfLine(failure))
        {
            // All messages are settled.
        }
    }

    public void Dispose() => client.Dispose();

    /// <summary>A mail as it goes over the line.</summary>
    internal static MimeMessage MessageOf(Outgoing.Mail mail)
    {
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = mail.CreatedAt,
            MessageId = MessageId.Of(mail.Id, mail.From),
            Body = BodyOf(mail),
        };
        message.From.Add(new MailboxAddress("Produktreport", mail.From));
        message.To.Add(new MailboxAddress("", mail.To));
        if (mail.AnswersTo is { } answers)
            message.ReplyTo.Add(new MailboxAddress("", answers));
        // Holiday answers and the like stay away (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        if (mail.List is { } list)
        {
            var subject = Uri.EscapeDataString($"Abmelden: {list}");
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<mailto:{mail.AnswersTo ?? mail.From}?subject={subject}>");
        }

        return message;
    }

    private static MimeEntity BodyOf(Outgoing.Mail mail)
    {
        var body = new BodyBuilder { TextBody = mail.Plain, HtmlBody = mail.Html };
        foreach (var file in mail.Enclosures)
            body.Attachments.Add(file.Name, file.Content, ContentType.Parse(file.ContentType));
        return body.ToMessageBody();
    }

    private static bool IsOfLine(Exception failure) => failure is IOException or SocketException or ProtocolException
        or CommandException or AuthenticationException or SslHandshakeException or OperationCanceledException
        or TimeoutException or ServiceNotConnectedException or ServiceNotAuthenticatedException or NotSupportedException
        or ObjectDisposedException;

    private static string Refusal(SmtpCommandException refused) =>
        $"Der Mailserver lehnt ab ({(int)refused.StatusCode}): {refused.Message}";

    private static string FaultOf(Exception failure) => failure switch
    {
        SslHandshakeException => "Sein Zertifikat ist nicht vertrauenswürdig, abgelaufen oder für einen anderen Namen.",
        AuthenticationException => "Er nimmt Benutzer und Kennwort nicht an.",
        NotSupportedException => "Er bietet keine Verschlüsselung (STARTTLS) an.",
        OperationCanceledException or TimeoutException => "Er antwortet nicht in der vorgesehenen Zeit.",
        _ => failure.Message,
    };
}
