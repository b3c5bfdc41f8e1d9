using Produktreport.Functions.Standalone.Commands;

namespace Produktreport.EndToEnd.Tests.Installation;

public sealed class BackupTests(ExampleCountyRun county) : IClassFixture<ExampleCountyRun>
{
    [Fact]
    public async Task WhatTheDocumentedCommandsSaveAndRestore_IsEnoughForEveryFileToComeBackByteForByte()
    {
        using var copy = new TemporaryCopy(county.Data);
        // Then what is in force stands only in katalog-inkraft.
        await File.AppendAllTextAsync(Path.Combine(copy.Folder, "katalog", "2026", "rahmen.yaml"), "\nkreis: [",
            TestContext.Current.CancellationToken);
        await ExampleCountyRun.Once(copy.Folder);
        var before = ExampleCountyRun.Hashes(copy.Folder);
        var commands = OperationsManual.Block("tar --create");
        var saving = commands.TakeWhile(command => command.StartsWith("tar --create", StringComparison.Ordinal)).ToList();
        await Shell(copy, saving);
        Directory.Delete(copy.Folder, recursive: true);
        await Shell(copy, commands.Skip(saving.Count));
        Assert.False(Directory.Exists(Path.Combine(copy.Folder, "quittungen")));
        await ExampleCountyRun.Once(copy.Folder);
        Assert.Equal(before, ExampleCountyRun.Hashes(copy.Folder));
    }

    [Fact]
    public void RebuildingAgainstAnAccount_IsWhatTheCommandAsksFor()
    {
        var words = Assert.Single(OperationsManual.Block("--rebuild")).Split(" -- ");
        Assert.Equal("AZURE_TOKEN_CREDENTIALS=AzureCliCredential dotnet run --project src/Functions", words[0]);
        var arguments = words[1].Split(' ');
        Assert.Empty(CommandLine.FaultsOf(arguments));
        Assert.True(CommandLine.OptionsOf(arguments) is { Rebuild: true, Once: true, Storage: "NAME-DES-KONTOS" });
    }

    // Where the data folder is called "daten", as in the document.
    private static Task<string> Shell(TemporaryCopy copy, IEnumerable<string> commands) =>
        Tool.Run("bash", "-euo", "pipefail", "-c",
            string.Join('\n', [$"cd '{Path.GetDirectoryName(copy.Folder)}'", .. commands]));
}
