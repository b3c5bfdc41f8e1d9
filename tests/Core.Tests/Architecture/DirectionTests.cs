using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Produktreport.Core.Tests.Architecture;

/// <summary>The direction of dependencies (docs/decisions/0005): floors of Core, each resting on those below it only.</summary>
public sealed class DirectionTests
{
    private const string Core = "Produktreport.Core.";

    // From the ground up. Deliveries and KeyFigures stand side by side on Figures.
    private static readonly string[][] Floors =
        [["Periods", "Findings", "German", "Images"], ["Catalogues"], ["Figures"], ["Deliveries", "KeyFigures"], ["Reports"], ["Pdf"]];

    private static readonly ArchUnitNET.Domain.Architecture House =
        new ArchLoader().LoadAssemblies(typeof(Periods.Period).Assembly).Build();

    public static TheoryData<string> Rooms { get; } = [.. Floors.SelectMany(floor => floor)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void EachRoom_RestsOnlyOnTheFloorsBelow(string room)
    {
        var floor = Array.FindIndex(Floors, rooms => rooms.Contains(room));
        var forbidden = Floors.Skip(floor).SelectMany(rooms => rooms).Where(other => other != room && !(floor == 0 && Floors[0].Contains(other)));
        foreach (var other in forbidden)
        {
            Types().That().ResideInNamespaceMatching($"^Produktreport\\.Core\\.{room}(\\.|$)")
                .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching($"^Produktreport\\.Core\\.{other}(\\.|$)"))
                .WithoutRequiringPositiveResults()
                .Check(House);
        }
    }

    [Fact]
    public void EveryType_StandsInARoomOfTheHouse()
    {
        var rooms = Floors.SelectMany(floor => floor).ToHashSet(StringComparer.Ordinal);
        var homeless = typeof(Periods.Period).Assembly.GetTypes()
            .Where(type => type.Namespace is { } home && home.StartsWith(Core, StringComparison.Ordinal))
            .Where(type => !rooms.Contains(type.Namespace![Core.Length..].Split('.')[0]));
        Assert.Empty(homeless);
    }

    [Fact]
    public void Core_KnowsNeitherAzureNorTheWebNorLogging()
    {
        string[] foreign = ["Azure.", "Microsoft.AspNetCore", "Microsoft.Extensions", "OpenTelemetry"];
        var references = typeof(Periods.Period).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);
        Assert.DoesNotContain(references, name => foreign.Any(start => name.StartsWith(start, StringComparison.Ordinal)));
    }
}
