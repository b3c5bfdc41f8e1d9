
namespace Produktreport.Functions.Tests.Architecture;

/// <summary>
/// The direction of dependencies in the program (docs/architecture.md): floors, each resting on those below it only.
/// </summary>
public sealed class DirectionTests
{
    // From the ground up.
    private static readonly string[][] Floors =
    [
        ["Operation"], ["Storage"], ["Outbox"], ["Catalogues"], ["Deliveries"], ["Comparisons"], ["Reports"], ["Work"], ["Web"],
        ["Notifications"], ["Hosting"],
        ["FunctionApp", "Standalone"],
        // What the worker's SDK generates; the functions themselves stand beside it, above all rooms.
        [""],
    ];

    // Rooms with floors of their own; the empty name is the room's own folder, its face.
    private static readonly Dictionary<string, string[][]> Within = new(StringComparer.Ordinal)
    {
        ["Storage"] = [[""], ["Azure", "Local"]],
        ["Standalone"] = [[""], ["Commands"]],
        ["Web"] = [["Limits"], ["Identity"], ["Answers"], ["Audit"], ["Deliveries"], ["Reports"], ["Api"], ["Portal"], [""]],
        ["Web/Portal"] =
        [
            ["Frame"],
            ["SigningIn", "Overview", "Search", "PublicFace", "Products", "Origins", "Deliveries", "Releases",
                "Operation", "Reference", "Accesses", "Catalogues"],
            [""],
        ],
    };

    private static readonly House Program = new(typeof(Functions.Storage.IFileStore).Assembly, "Produktreport.Functions");

    public static TheoryData<string> RoomsWithFloors { get; } = [.. Within.Keys];

    [Fact]
    public void EachRoom_RestsOnlyOnTheFloorsBelow() => None(Program.AgainstTheFloors(Floors));

    [Theory]
    [MemberData(nameof(RoomsWithFloors))]
    public void EachFolderOfARoom_RestsOnlyOnTheFloorsBelow(string room) => None(Program.AgainstTheFloors(Within[room], room));

    [Theory]
    [MemberData(nameof(RoomsWithFloors))]
    public void EachFolderOfARoom_HasAFloor(string room) => None(Program.WithoutFloor(Within[room], room));

    [Fact]
    public void EachRoomWithFolders_HasFloors() => Assert.Empty(
        Program.Rooms.Where(room => room.Contains('/')).Select(room => room[..room.LastIndexOf('/')]).Except(Within.Keys));

    [Fact]
    public void EveryType_StandsInARoomOfTheHouse() => None(Program.WithoutFloor(Floors));

    private static void None(IReadOnlyList<string> found) => Assert.True(found.Count == 0, string.Join('\n', found));
}
