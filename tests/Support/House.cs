using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Produktreport.Tests.Support;

/// <summary>
/// An assembly as a house. Its namespaces are rooms, written as folders below the root (<c>Deliveries/Rows</c>); a room rests on
/// rooms of lower floors only.
/// </summary>
public sealed class House
{
    private readonly List<Step> steps;
    private readonly HashSet<string> rooms;

    /// <summary>Reads which type uses which.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="root">The namespace of the house, without a dot at the end.</param>
    public House(System.Reflection.Assembly assembly, string root)
    {
        var types = new ArchLoader().LoadAssembly(assembly).Build().Types.Where(type => Room(type, root) is not null).ToList();
        rooms = [.. types.Select(type => Room(type, root)!)];
        steps =
        [
            .. types
                // The loader takes type parameters of the same name in two generated types for one.
                .SelectMany(type => type.Dependencies.Where(uses => uses.Target is not GenericParameter)
                    .Select(uses => (From: type, To: uses.Target)))
                .Where(pair => Room(pair.To, root) is not null)
                .Select(pair => new Step(Room(pair.From, root)!, Room(pair.To, root)!, $"{pair.From.Name} → {pair.To.Name}"))
                .Where(step => step.From != step.To)
                .DistinctBy(step => (step.From, step.To)),
        ];
    }

    /// <summary>All rooms that hold types; the root itself is the empty text.</summary>
    public IReadOnlyCollection<string> Rooms => rooms;

    /// <summary>Each use of a room that does not lie on a lower floor, with an example.</summary>
    /// <param name="floors">Floors from the ground up. A name stands for a room and all within it that no longer name
    /// covers.</param>
    /// <param name="within">The room the names are relative to; the empty name is that room itself. Empty = the house.</param>
    public IReadOnlyList<string> AgainstTheFloors(string[][] floors, string within = "")
    {
        var level = floors
            .SelectMany((names, floor) => names.Select(name => (Name: Join(within, name), floor)))
            .ToDictionary(pair => pair.Name, pair => pair.floor, StringComparer.Ordinal);
        return
        [
            .. steps
                .Select(step => (step, From: Covering(step.From, level), To: Covering(step.To, level)))
                .Where(use => use.From is not null && use.To is not null && use.From != use.To
                    && level[use.To] >= level[use.From])
                .Select(use => use.step.ToString()),
        ];
    }

    /// <summary>Rooms of the house that no name of the floors covers.</summary>
    public IReadOnlyList<string> WithoutFloor(string[][] floors, string within = "")
    {
        var names = floors.SelectMany(floor => floor).ToDictionary(name => Join(within, name), _ => 0, StringComparer.Ordinal);
        return [.. rooms.Where(room => IsWithin(room, within) && Covering(room, names) is null)];
    }

    private static string? Room(IType type, string root)
    {
        var home = type.Namespace?.FullName ?? "";
        return home == root ? "" : home.StartsWith(root + '.', StringComparison.Ordinal) ? home[(root.Length + 1)..]
            .Replace('.', '/') : null;
    }

    private static string Join(string within, string name) =>
        within.Length == 0 ? name : name.Length == 0 ? within : $"{within}/{name}";

    private static bool IsWithin(string room, string name) =>
        name.Length == 0 || room == name || room.StartsWith(name + '/', StringComparison.Ordinal);

    // The empty name of the house is its root alone, not everything within it.
    private static string? Covering(string room, Dictionary<string, int> names)
    {
        for (var name = room; ; name = name.LastIndexOf('/') is var at and >= 0 ? name[..at] : "")
        {
            if (names.ContainsKey(name) && (name.Length > 0 || room.Length == 0))
                return name;
            if (name.Length == 0)
                return null;
        }
    }

    private sealed record Step(string From, string To, string Example)
    {
        public override string ToString() => $"{(From.Length == 0 ? "." : From)} → {(To.Length == 0 ? "." : To)}: {Example}";
    }
}
