using System.Text.RegularExpressions;

namespace Produktreport.Functions.Tests.Architecture;

/// <summary>
/// Whose class is whose in <c>portal.css</c>: a heading names the room of <c>Web/Portal</c> whose classes follow. What stands
/// under Frame, every room may use; no room uses another's.
/// </summary>
public sealed partial class StyleSheetTests
{
    private const string Shared = "Frame";
    private const string AllRooms = "All rooms";
    private const RegexOptions Form = RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    private static readonly string Program = Path.Combine(Repository.Root, "src", "Functions");

    // The class a rule begins with: what else a selector names only says where.
    private static readonly ILookup<string, string> RoomsByClass = Sections()
        .SelectMany(section => Leading().Matches(section.Rules)
            .Select(match => (Class: match.Groups["class"].Value, section.Room)))
        .Where(rule => rule.Room != AllRooms).Distinct().ToLookup(rule => rule.Class, rule => rule.Room);

    public static TheoryData<string> Pages { get; } =
    [
        .. Directory.GetFiles(Program, "*.razor", SearchOption.AllDirectories)
            .Select(page => Path.GetRelativePath(Program, page)),
    ];

    [Fact]
    public void EachHeading_NamesARoomOfThePortal() => Assert.All(Sections(), section => Assert.True(
        section.Room == AllRooms || Directory.Exists(Path.Combine(Program, "Web", "Portal", section.Room)), section.Room));

    [Fact]
    public void EachClass_IsOfOneRoom() =>
        Assert.DoesNotContain(RoomsByClass, rooms => rooms.Count(room => room != Shared) > 1);

    [Fact]
    public void EachClass_IsUsed()
    {
        var used = string.Concat(Directory.GetFiles(Program, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".razor" or ".js" or ".cs").Select(File.ReadAllText));
        var words = Words().Matches(used).Select(match => match.Value).ToHashSet();
        Assert.DoesNotContain(RoomsByClass.Select(rooms => rooms.Key),
            name => !words.Contains(name) && !used.Contains(Stem(name) + "-@", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void APage_UsesNoOtherRoomsClass(string page)
    {
        var room = Path.GetFileName(Path.GetDirectoryName(page))!;
        var named = Classes().Matches(File.ReadAllText(Path.Combine(Program, page)))
            .SelectMany(match => Words().Matches(match.Value)).Select(match => match.Value).Distinct();
        Assert.DoesNotContain(named, name => RoomsByClass[name].Any(owner => owner != Shared && owner != room));
    }

    private static IEnumerable<(string Room, string Rules)> Sections()
    {
        var parts = Headings().Split(File.ReadAllText(Path.Combine(Program, "wwwroot", "portal.css")));
        // Before the first heading stands nothing; then heading and rules take turns.
        return parts.Skip(1).Chunk(2).Select(part => (part[0], part[1]));
    }

    private static string Stem(string name) => name[..Math.Max(0, name.LastIndexOf('-'))];

    [GeneratedRegex(@"^/\* (?<room>[^:*]+?)(:[^*]*)? ?\*/", Form)]
    private static partial Regex Headings();

    [GeneratedRegex(@"(^|[,}])\s*(main > )?\.(?<class>[a-z][\w-]*)", Form)]
    private static partial Regex Leading();

    [GeneratedRegex("class=\"([^\"@]|@[^(]|@\\([^)]*\\))*\"", Form)]
    private static partial Regex Classes();

    [GeneratedRegex(@"[a-z][\w-]*", Form)]
    private static partial Regex Words();
}
