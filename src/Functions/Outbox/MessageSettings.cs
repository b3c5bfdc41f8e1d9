using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MailKit.Security;

namespace Produktreport.Functions.Outbox;

/// <summary>How messages leave the program.</summary>
internal sealed record MessageSettings
{
    /// <summary>The mail server; null = no mail is sent.</summary>
    public SmtpSettings? Smtp { get; init; }

    /// <summary>The key that the keys of all targets come from; null = none are sent.</summary>
    public string? EventKey { get; init; }

    /// <summary>Root certificates that are trusted beside the system's.</summary>
    public X509Certificate2Collection TrustedRoots { get; init; } = [];

    /// <summary>Whether anything is sent.</summary>
    public bool IsOn => Smtp is not null || EventKey is not null;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="FormatException">One of them is unreadable; the message names it.</exception>
    public static MessageSettings Read(IConfiguration configuration)
    {
        string? Given(string name) => configuration[name] is { Length: > 0 } text ? text : null;
        return new MessageSettings
        {
            Smtp = Given(SettingNames.SmtpServer) is { } server ? Server(server, Given) : null,
            EventKey = Given(SettingNames.EventKey),
            TrustedRoots = Given(SettingNames.TrustedRoots) is { } file ? Roots(file) : [],
        };
    }

    /// <summary>
    /// Whether a server's certificate is trusted: by the system, or for its name by one of <see cref="TrustedRoots"/>.
    /// </summary>
    public bool IsTrusted(X509Certificate? certificate, X509Chain? presented, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || TrustedRoots.Count == 0
            || certificate is not X509Certificate2 server)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(TrustedRoots);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var element in presented?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        return chain.Build(server);
    }

    private static SmtpSettings Server(string server, Func<string, string?> given)
    {
        var isImplicit = given(SettingNames.SmtpSecurity) switch
        {
            null or "starttls" => false,
            "tls" => true,
            _ => throw Unreadable(SettingNames.SmtpSecurity, "starttls oder tls"),
        };
        var port = given(SettingNames.SmtpPort) is not { } text ? (isImplicit ? 465 : 587)
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536
                ? number
            : throw Unreadable(SettingNames.SmtpPort, "eine Zahl wie 587");
        return new SmtpSettings(server, port,
            isImplicit ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls)
        {
            User = given(SettingNames.SmtpUser),
            Password = given(SettingNames.SmtpPassword),
        };
    }

    private static X509Certificate2Collection Roots(string file)
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(file);
        return roots;
    }

    private static FormatException Unreadable(string name, string expected) =>
        new($"Die Umgebungsvariable {name} ist nicht lesbar; erwartet wird {expected}.");
}

/// <summary>A mail server.</summary>
/// <param name="Server">Its name, which its certificate must bear.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the connection is encrypted; it always is.</param>
internal sealed record SmtpSettings(string Server, int Port, SecureSocketOptions Security)
{
    /// <summary>The account; null = without signing in.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>How long one step of the conversation may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);
}
