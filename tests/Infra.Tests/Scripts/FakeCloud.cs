namespace Produktreport.Infra.Tests.Scripts;

/// <summary>An <c>az</c> and a <c>curl</c> that note how they are called and answer as told, before the real ones in the path.</summary>
internal sealed class FakeCloud : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("az-");

    /// <param name="az">The body of a Bash script, which finds the call as one text in <c>$call</c>.</param>
    public FakeCloud(string az)
    {
        Put("az", $"call=\"$*\"\necho \"az $call\" >> \"{Log}\"\n{az}");
        Put("curl", $"echo \"curl $*\" >> \"{Log}\"\nprintf 200");
        File.WriteAllText(Package, "PK");
    }

    /// <summary>A file to deploy.</summary>
    public string Package => Path.Combine(folder.FullName, "programm.zip");

    private string Log => Path.Combine(folder.FullName, "aufrufe.txt");

    /// <summary>The calls so far.</summary>
    public IReadOnlyList<string> Calls => File.Exists(Log) ? File.ReadAllLines(Log) : [];

    public Task<Tool> Run(string script, params IEnumerable<string> arguments) => Tool.Run(
        Repository.At("infra", script),
        arguments,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = $"{folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}",
            ["PAUSE_SEKUNDEN"] = "0",
            ["ANMELDUNG_CLIENT_ID"] = "",
        });

    public void Dispose() => folder.Delete(recursive: true);

    private void Put(string name, string body)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, $"#!/usr/bin/env bash\n{body}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
