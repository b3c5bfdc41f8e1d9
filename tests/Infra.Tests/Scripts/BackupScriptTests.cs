namespace Produktreport.Infra.Tests.Scripts;

/// <summary><c>sichern.sh</c> and <c>zurueckspielen.sh</c> against accounts that are folders.</summary>
public sealed class BackupScriptTests : IDisposable
{
    // Each account is a folder with one folder a container; what is uploaded is as old as its place in the order of uploads.
    private const string Storage = """
        after() { local option=$1; shift; while [ "$1" != "$option" ]; do shift; done; printf '%s' "$2"; }
        case $call in
          "storage blob download-batch"*) cp --recursive "$WOLKE/$(after --account-name "$@")/$(after --source "$@")/." "$(after --destination "$@")"; exit ;;
          "storage blob list"*)
            container="$WOLKE/$(after --account-name "$@")/$(after --container-name "$@")"
            mkdir -p "$container"
            find "$container" -type f -printf '%P\t%TY-%Tm-%TdT%TH:%TM:%.2TS+00:00\n' | jq --raw-input --slurp 'split("\n") | map(select(. != "") | split("\t") | {name: .[0], at: .[1]})'
            exit ;;
          "storage blob upload-batch"*) to="$WOLKE/$(after --account-name "$@")/$(after --destination "$@")"; mkdir -p "$to"; cp --recursive "$(after --source "$@")/." "$to"; exit ;;
          "storage blob upload"*)
            to="$WOLKE/$(after --account-name "$@")/$(after --container-name "$@")/$(after --name "$@")"
            mkdir -p "$(dirname "$to")"
            cp "$(after --file "$@")" "$to"
            exit ;;
        esac
        """;

    private readonly FakeCloud cloud = new($"{Storage}\n{FakeCloud.Healthy}");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => cloud.Dispose();

    [Fact]
    public async Task ABackup_HoldsEveryFile_WithItsTimeOfArrival()
    {
        await Fill();
        var run = await Save();
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(new DateTime(2026, 5, 2, 10, 0, 0, DateTimeKind.Utc),
            File.GetLastWriteTimeUtc(cloud.In("sicherung/eingang/amt/b ä.csv")));
        Assert.Equal("rahmen", await File.ReadAllTextAsync(cloud.In("sicherung/katalog/2026/rahmen.yaml"), Cancellation));
        Assert.Contains("eingang: 3 Dateien", run.Output, StringComparison.Ordinal);
        Assert.Equal(69, (await Save()).ExitCode);
    }

    [Fact]
    public async Task WhatIsBroughtBack_ArrivesInTheOrderInWhichItCame()
    {
        await Fill();
        await Save();
        var run = await Restore("neu");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var uploads = cloud.Calls.Where(call => call.StartsWith("az storage blob upload ", StringComparison.Ordinal))
            .Select(call => call.Split("--name ")[1].Split(" --file")[0]);
        Assert.Equal(["amt/c.csv", "amt/a.csv", "amt/b ä.csv"], uploads);
        foreach (var file in Directory.EnumerateFiles(cloud.In("alt"), "*", SearchOption.AllDirectories))
            Assert.Equal(await File.ReadAllTextAsync(file, Cancellation),
                await File.ReadAllTextAsync(file.Replace(cloud.In("alt"), cloud.In("neu"), StringComparison.Ordinal),
                Cancellation));
    }

    [Fact]
    public async Task AnInboxInWhichSomethingLies_IsLeftAlone()
    {
        await Fill();
        await Save();
        var run = await Restore("alt");
        Assert.Equal(69, run.ExitCode);
        Assert.Contains("Im Eingang von alt liegt schon etwas", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(cloud.Calls, call => call.Contains(" upload", StringComparison.Ordinal));
    }

    private Task<Tool> Save() => cloud.Run("sichern.sh", "--account", "alt", "--to", cloud.In("sicherung"));

    private Task<Tool> Restore(string account) =>
        cloud.Run("zurueckspielen.sh", "--account", account, "--from", cloud.In("sicherung"));

    private async Task Fill()
    {
        foreach (var container in (string[])["katalog", "katalog-inkraft", "eingang", "vergleich", "berichte", "protokoll"])
            Directory.CreateDirectory(cloud.In($"alt/{container}"));
        await Write("katalog/2026/rahmen.yaml", "rahmen", 1);
        await Write("katalog-inkraft/2026.json", "{}", 1);
        await Write("berichte/2026-Q1/1111.pdf", "%PDF", 9);
        await Write("eingang/amt/a.csv", "zweite", 2, hour: 9);
        await Write("eingang/amt/b ä.csv", "dritte", 2);
        await Write("eingang/amt/c.csv", "erste", 1);
    }

    private async Task Write(string path, string text, int day, int hour = 10)
    {
        var file = cloud.In($"alt/{path}");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, text, Cancellation);
        File.SetLastWriteTimeUtc(file, new DateTime(2026, 5, day, hour, 0, 0, DateTimeKind.Utc));
    }
}
