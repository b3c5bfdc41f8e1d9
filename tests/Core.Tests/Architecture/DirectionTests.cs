namespace Produktreport.Core.Tests.Architecture;

/// <summary>
/// The direction of dependencies (docs/decisions/0005): floors of Core and of its rooms, each resting on those below it only.
/// </summary>
public sealed class DirectionTests
{
    // From the ground up. Deliveries and KeyFigures stand side by side on Figures.
    private static readonly string[][] Floors =
    [
        ["Periods", "Images"], ["German"], ["Findings"], ["Tables"], ["Catalogues"], ["Figures", "Comparisons"],
        ["Deliveries", "KeyFigures"], ["Protection"], ["Reports"], ["Pdf", "Notifications"],
    ];

    // Rooms with floors of their own; the empty name is the room's own folder, its face.
    private static readonly Dictionary<string, string[][]> Within = new(StringComparer.Ordinal)
    {
        ["Tables"] = [["Rows"], ["Decoding", "Archives"], ["Csv", "Xlsx"], [""]],
        ["Deliveries"] =
        [
            ["Words"], ["Numbers"], ["Keys"], ["Values"], ["DepartmentTables", "Ledgers", "Plausibility", "Receipts"],
            ["Templates"], [""],
            ["Proposals"],
        ],
        ["Catalogues"] = [[""], ["Findings"], ["Reading"], ["Authoring"]],
        ["Catalogues/Reading"] = [["FormulaSyntax"], [""]],
        ["Catalogues/Authoring"] = [[""], ["Word"]],
        ["Comparisons"] = [[""], ["Files"]],
        ["KeyFigures"] = [["Values"], ["Evaluating"], ["Calculating"], ["Assessing", "Explaining"], [""]],
        ["Pdf"] = [["Paper"], ["Writing"], ["Fonts", "Structure"], ["Painting"], ["Pages"], ["Layout"], ["Charts"], ["Reports"],
            [""]],
        ["Pdf/Layout"] = [["Hyphenation"], ["Texts"], ["Blocks"], ["Tables"], [""]],
        ["Reports"] = [["Contents"], ["Words", "Json"], ["Changes", "Messages", "Publishing"], ["Assembly"], [""]],
    };

    private static readonly House Core = new(typeof(Periods.Period).Assembly, "Produktreport.Core");

    public static TheoryData<string> RoomsWithFloors { get; } = [.. Within.Keys];

    [Fact]
    public void EachRoom_RestsOnlyOnTheFloorsBelow() => None(Core.AgainstTheFloors(Floors));

    [Theory]
    [MemberData(nameof(RoomsWithFloors))]
    public void EachFolderOfARoom_RestsOnlyOnTheFloorsBelow(string room) => None(Core.AgainstTheFloors(Within[room], room));

    [Theory]
    [MemberData(nameof(RoomsWithFloors))]
    public void EachFolderOfARoom_HasAFloor(string room) => None(Core.WithoutFloor(Within[room], room));

    [Fact]
    public void EveryRoomWithFolders_HasFloors() => Assert.Empty(
        Core.Rooms.Where(room => room.Contains('/')).Select(room => room[..room.LastIndexOf('/')]).Except(Within.Keys));

    [Fact]
    public void EveryType_StandsInARoomOfTheHouse() => None(Core.WithoutFloor(Floors));

    [Fact]
    public void Core_KnowsNeitherAzureNorTheWebNorLogging()
    {
        string[] foreign = ["Azure.", "Microsoft.AspNetCore", "Microsoft.Extensions", "OpenTelemetry"];
        var references = typeof(Periods.Period).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);
        Assert.DoesNotContain(references, name => foreign.Any(start => name.StartsWith(start, StringComparison.Ordinal)));
    }

    private static void None(IReadOnlyList<string> found) => Assert.True(found.Count == 0, string.Join('\n', found));
}
