using System.IO.Compression;

namespace Produktreport.Infra.Tests.Scripts;

/// <summary>
/// An <c>az</c> and a <c>curl</c> that note how they are called and answer as told, before the real ones in the path.
/// </summary>
internal sealed class FakeCloud : IDisposable
{
    /// <summary>A subscription in which everything is as it should be.</summary>
    public const string Healthy = """
        case $call in
          "version "*) echo '{"azure-cli":"2.77.0"}' ;;
          "account show"*) echo '{"id":"abo-1","name":"Kreis","tenantId":"mandant-1"}' ;;
          *"provider show"*) echo Registered ;;
          *properties.outputs*) echo '{"appName":{"value":"app-1"},"topicName":{"value":"thema-1"},"dataAccountName":{"value":"stdaten1"},
            "portalUrl":{"value":"https://app-1.example"},"livePath":{"value":"/lebt"},"readyPath":{"value":"/bereit"},
            "startPageAnswers":{"value":"302 401"},"identityName":{"value":"id-1"}}' ;;
          *"keys list"*) echo true ;;
          *"identity show"*) echo haupt-1 ;;
        esac
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("az-");

    /// <param name="az">The body of a Bash script, which finds the call as one text in <c>$call</c>.</param>
    /// <param name="curl">The body of another, which finds the last argument, the address, in <c>$url</c> and prints the
    /// status.</param>
    public FakeCloud(string az = Healthy, string curl = "case $url in */) printf 302 ;; *) printf 200 ;; esac")
    {
        Put("az", $"call=\"$*\"\necho \"az $call\" >> \"{Log}\"\n{az}");
        Put("curl", $"url=${{!#}}\necho \"curl $*\" >> \"{Log}\"\n{curl}");
        Pack(PackageParts);
        foreach (var environment in (string[])["dev", "prod"])
            File.WriteAllText(Parameters(environment),
                $"using 'main.bicep'\nparam county = 'testkreis'\nparam environmentName = '{environment}'\n");
    }

    /// <summary>A parameter file of a county.</summary>
    public string Parameters(string environment) => In($"{environment}.bicepparam");

    /// <summary>A package to deploy, with everything the Functions host asks for.</summary>
    public string Package => In("programm.zip");

    /// <summary>What a package must have.</summary>
    public static string[] PackageParts { get; } =
    [
        "Produktreport", "Produktreport.dll", "host.json", "functions.metadata", "worker.config.json", "extensions.json",
        ".azurefunctions/function.deps.json",
    ];

    /// <summary>Packs the package anew.</summary>
    /// <param name="parts">The files in it.</param>
    public void Pack(IEnumerable<string> parts)
    {
        using var file = File.Create(Package);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        foreach (var part in parts)
            zip.CreateEntry(part);
    }

    private string Log => In("aufrufe.txt");

    /// <summary>The calls so far.</summary>
    public IReadOnlyList<string> Calls => File.Exists(Log) ? File.ReadAllLines(Log) : [];

    /// <summary>The calls that change something in Azure.</summary>
    public IEnumerable<string> Changes =>
        Calls.Where(call => Changing.Any(word => call.Contains(word, StringComparison.Ordinal)));

    private static IEnumerable<string> Changing => [" create ", " update ", " delete ", " set ", " PATCH ", "config-zip"];

    /// <summary>The path of a file beside the programs.</summary>
    public string In(string file) => Path.Combine(folder.FullName, file);

    /// <summary>Puts another program into the path.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="body">The body of a Bash script.</param>
    public void Put(string name, string body)
    {
        File.WriteAllText(In(name), $"#!/usr/bin/env bash\n{body}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(In(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public Task<Tool> Run(string script, params IEnumerable<string> arguments) => Tool.Run(
        Repository.At("infra", script),
        arguments,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = $"{folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}",
            ["PAUSE_SEKUNDEN"] = "0",
            ["VERSUCHE"] = "2",
            ["ANMELDUNG_CLIENT_ID"] = "",
            ["WOLKE"] = folder.FullName,
        });

    public void Dispose() => folder.Delete(recursive: true);
}
