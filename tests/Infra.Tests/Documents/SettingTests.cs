using System.Text.RegularExpressions;
using Produktreport.Functions.Operation;

namespace Produktreport.Infra.Tests.Documents;

/// <summary><see cref="SettingNames"/> is where the program's settings are named, and docs/betrieb.md explains each.</summary>
public sealed partial class SettingTests
{
    [Fact]
    public void NoSettingIsNamed_OutsideTheList()
    {
        var named = SettingNames.All.Select(setting => $"\"{setting.Name}\"").ToList();
        var elsewhere = ProgramSource.Files().Where(file => Path.GetFileName(file) != "SettingNames.cs")
            .SelectMany(file => named.Where(File.ReadAllText(file).Contains).Select(name => $"{Path.GetFileName(file)}: {name}"));
        Assert.Empty(elsewhere);
    }

    [Fact]
    public void EveryVariableThatIsRead_IsReadByItsNameInTheList()
    {
        var read = ProgramSource.Files()
            .SelectMany(file => NamesRead(File.ReadAllText(file)).Select(name => (File: Path.GetFileName(file), Name: name)))
            .ToList();
        Assert.Contains(read, variable => variable.Name == "SettingNames.Today");
        Assert.DoesNotContain(read, variable => variable.Name[0] is '"' or '$');
    }

    [Fact]
    public void TheScanForVariables_FindsThem() =>
        Assert.Equal(
            ["\"A_B\"", "SettingNames.C", "$\"{D}__x\"", "\"E\""],
            NamesRead("var a = Environment.GetEnvironmentVariable(\"A_B\"); var c = configuration[SettingNames.C]; var d = "
                + "builder.Configuration[$\"{D}__x\"]; var e = setting(\"E\");"));

    [Fact]
    public void TheOperationsManual_ExplainsEverySetting_WithDefaultUnitAndWhoSetsIt()
    {
        var rows = File.ReadLines(Repository.At("docs", "betrieb.md"))
            .SkipWhile(line => !line.StartsWith("| Einstellung |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|')).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
                .ToList();
        Assert.All(rows, row => Assert.DoesNotContain("", row));
        Assert.Equal(
            SettingNames.All.Select(setting => $"`{setting.Name}` {WhoSets(setting.Origin)}").Order(StringComparer.Ordinal),
            rows.Select(row => $"{row[0]} {row[^1]}").Order(StringComparer.Ordinal));
    }

    private static string WhoSets(SettingOrigin origin) => origin switch
    {
        SettingOrigin.Deployment => "Vorlage, immer",
        SettingOrigin.DeploymentWhereWanted => "Vorlage, auf Wunsch",
        SettingOrigin.FunctionsHost => "Azure",
        _ => "nur zum Ausprobieren",
    };

    private static IEnumerable<string> NamesRead(string source) =>
        Reads().Matches(source).Select(match => match.Groups["name"].Value);

    [GeneratedRegex("(?:GetEnvironmentVariable\\(|onfiguration\\[|Given\\(|setting\\()(?<name>[^\\])]+)[\\])]",
        RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Reads();
}
