using System.Text.Json.Nodes;

namespace Produktreport.Infra.Tests.Bicep;

public sealed class ParameterTests(ArmTemplate template)
{
    [Fact]
    public void EveryParameterAndOutput_SaysWhatItIs()
    {
        var described = template.Main["parameters"]!.AsObject().Concat(template.Main["outputs"]!.AsObject())
            .Concat(template.Events["parameters"]!.AsObject());
        Assert.All(described,
            entry => Assert.True(entry.Value!["metadata"]?["description"]?.GetValue<string>() is { Length: > 8 }, entry.Key));
    }

    [Theory]
    [InlineData("environmentName", "dev,prod")]
    [InlineData("storageSku", "Standard_LRS,Standard_ZRS,Standard_GRS,Standard_GZRS")]
    [InlineData("instanceMemoryMb", "512,2048,4096")]
    public void Choices_AreClosed(string parameter, string allowed) =>
        Assert.Equal(allowed,
            string.Join(',', template.Main["parameters"]![parameter]!["allowedValues"]!.AsArray()
            .Select(value => value!.ToString())));

    [Theory]
    [InlineData("prod")]
    [InlineData("dev")]
    public async Task ParameterFiles_GiveEveryParameterWithoutDefault(string environment)
    {
        var given = await Given(environment);
        var needed = template.Main["parameters"]!.AsObject().Where(parameter => parameter.Value!["defaultValue"] is null)
            .Select(parameter => parameter.Key);
        Assert.Subset(given.Select(parameter => parameter.Key).ToHashSet(StringComparer.Ordinal),
            needed.ToHashSet(StringComparer.Ordinal));
        Assert.Equal(environment, given["environmentName"]!["value"]!.GetValue<string>());
    }

    [Fact]
    public async Task Production_KeepsCopiesInThreeZonesTenYearsOfVersionsAndALock()
    {
        var given = await Given("prod");
        Assert.Equal("Standard_ZRS", given["storageSku"]!["value"]!.GetValue<string>());
        Assert.Equal(3653, given["truthVersionDays"]!["value"]!.GetValue<int>());
        Assert.True(given["hasDeleteLock"]!["value"]!.GetValue<bool>());
    }

    private static async Task<JsonObject> Given(string environment)
    {
        var compilation = await BicepCompiler.CompileParameters(Repository.At("infra", $"{environment}.bicepparam"));
        Assert.Equal("", compilation.Diagnostics);
        return compilation.Results["parameters"];
    }
}
