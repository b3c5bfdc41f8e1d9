using System.Reflection;
using System.Text.Json.Nodes;

namespace Produktreport.Infra.Tests.Bicep;

/// <summary>
/// The Bicep compiler of the package the project names. One process takes a whole folder: starting it is what takes time.
/// </summary>
internal static class BicepCompiler
{
    private static readonly string Program = typeof(BicepCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "Bicep").Value!;

    /// <summary>Compiles every <c>.bicep</c> file of a folder.</summary>
    public static async Task<Compilation> CompileAll(string folder)
    {
        var target = Directory.CreateTempSubdirectory("bicep-");
        try
        {
            var run = await Tool.Run(Program, "build", "--pattern", Path.Combine(folder, "**", "*.bicep"), "--outdir",
                target.FullName);
            return new Compilation(run.ExitCode, run.Errors,
                Directory.EnumerateFiles(target.FullName, "*.json", SearchOption.AllDirectories).ToDictionary(
                file => Path.GetRelativePath(target.FullName, file)[..^".json".Length],
                file => JsonNode.Parse(File.ReadAllText(file))!.AsObject(),
                StringComparer.Ordinal));
        }
        finally
        {
            target.Delete(recursive: true);
        }
    }

    /// <summary>Compiles a parameter file.</summary>
    public static async Task<Compilation> CompileParameters(string file)
    {
        var target = Path.GetTempFileName();
        try
        {
            var run = await Tool.Run(Program, "build-params", file, "--outfile", target);
            var compiled = JsonNode.Parse(await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken))!.AsObject();
            return new Compilation(run.ExitCode, run.Errors, new Dictionary<string, JsonObject>(StringComparer.Ordinal)
            { ["parameters"] = compiled["parameters"]!.AsObject() });
        }
        finally
        {
            File.Delete(target);
        }
    }

    /// <summary>Formats every <c>.bicep</c> file of a folder in place.</summary>
    public static Task FormatAll(string folder) =>
        Tool.Run(Program, "format", "--pattern", Path.Combine(folder, "**", "*.bicep"));
}

/// <summary>What the compiler answered.</summary>
/// <param name="ExitCode">0 where nothing was wrong.</param>
/// <param name="Diagnostics">Everything the compiler and its linter had to say.</param>
/// <param name="Results">The resulting JSON by the name of its file.</param>
internal sealed record Compilation(int ExitCode, string Diagnostics, IReadOnlyDictionary<string, JsonObject> Results);
