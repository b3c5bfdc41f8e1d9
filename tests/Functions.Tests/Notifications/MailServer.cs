using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using MailKit.Security;
using MimeKit;
using Produktreport.Functions.Outbox;

namespace Produktreport.Functions.Tests.Notifications;

/// <summary>
/// A mail server on this machine with a certificate for <c>localhost</c> (tests/Mail/server.mjs). What goes wrong is asked for by
/// the recipient's name. Needs <c>npm ci</c> in tests/Mail (test.sh does it).
/// </summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-mail-");
    private readonly Process process;
    private readonly List<ReceivedMail> received = [];
    private readonly Lock reading = new();
    private readonly SemaphoreSlim answers = new(0);
    private readonly bool isImplicit;
    private readonly X509Certificate2 certificate;

    private MailServer(bool isImplicit, string name, string? user)
    {
        this.isImplicit = isImplicit;
        certificate = Certificate(name);
        File.WriteAllText(PathOf("cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(PathOf("key.pem"), certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        var options = new { key = PathOf("key.pem"), cert = PathOf("cert.pem"), secure = isImplicit, user, password = Password };
        process = Process.Start(new ProcessStartInfo("node")
        {
            ArgumentList = { Repository.At("tests", "Mail", "server.mjs"), JsonSerializer.Serialize(options) },
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    public const string Password = "geheim";

    public int Port { get; private set; }

    /// <summary>What has come in, in order: everything the server took before it is asked.</summary>
    public IReadOnlyList<ReceivedMail> Received
    {
        get
        {
            process.StandardInput.WriteLine();
            process.StandardInput.Flush();
            Assert.True(answers.Wait(TimeSpan.FromSeconds(10)), "The mail server does not answer.");
            lock (reading)
                return [.. received];
        }
    }

    /// <summary>Settings that reach it and trust it.</summary>
    public MessageSettings Settings => new()
    {
        Smtp = new SmtpSettings("localhost", Port, isImplicit ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls)
        {
            Patience = TimeSpan.FromSeconds(5),
        },
        TrustedRoots = [certificate],
    };

    public static async Task<MailServer> Start(bool isImplicit = false, string name = "localhost", string? user = null)
    {
        var server = new MailServer(isImplicit, name, user);
        var first = await server.process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The mail server did not start: run npm ci in tests/Mail.");
        server.Port = JsonDocument.Parse(first).RootElement.GetProperty("port").GetInt32();
        _ = server.Listen();
        return server;
    }

    /// <summary>A certificate that signs itself, as an authority's.</summary>
    public static X509Certificate2 Certificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        if (name == "localhost")
            names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        answers.Dispose();
        certificate.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task Listen()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var json = JsonDocument.Parse(line).RootElement;
            if (line == "{}")
            {
                answers.Release();
                continue;
            }

            var raw = Convert.FromBase64String(json.GetProperty("raw").GetString()!);
            var mail = new ReceivedMail(
                json.GetProperty("from").GetString()!,
                [.. json.GetProperty("to").EnumerateArray().Select(to => to.GetString()!)],
                MimeMessage.Load(new MemoryStream(raw)), json.GetProperty("tls").GetBoolean());
            lock (reading)
                received.Add(mail);
        }
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);
}

/// <summary>A mail that arrived.</summary>
internal sealed record ReceivedMail(string From, IReadOnlyList<string> To, MimeMessage Message, bool IsEncrypted);
