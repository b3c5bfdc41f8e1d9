using Produktreport.Functions.Standalone;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Local;

namespace Produktreport.EndToEnd.Tests.Browser;

/// <summary>The program over a folder with an access for each role, made by its own command.</summary>
public sealed class RolesPortal : Portal
{
    public const string Password = "ein-langes-Kennwort";

    private static readonly string[][] Accesses =
    [
        ["leser", "--rolle", "leser"],
        ["fachamt", "--rolle", "fachamt", "--amt", "personalamt"],
        ["controlling", "--rolle", "controlling"],
        ["administration", "--rolle", "administration"],
    ];

    internal override IFileStore Files => new FolderFileStore(Data);

    protected override async Task<IReadOnlyList<string>> Prepare()
    {
        // One of the example's files is rejected.
        Assert.Equal(ExitCodes.InputRejected, (await ExampleCountyRun.Once(Data)).ExitCode);
        foreach (var access in Accesses)
            Assert.Equal(ExitCodes.Success,
                (await ProgramRun.With(Password + "\n", ["zugang", "anlegen", .. access, "--data", Data])).ExitCode);
        return ["--data", Data];
    }
}
