using System.Collections.Concurrent;
using System.Text.Json;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.Web;

/// <summary>What reports there are, from the files themselves; each report's head is read once a version.</summary>
public sealed class ReportIndex(IFileStore files)
{
    private readonly ConcurrentDictionary<FilePath, (string Version, ReportEntry Entry)> read = new();

    /// <summary>All current reports, latest period first, the combined report before the products.</summary>
    public async Task<IReadOnlyList<ReportEntry>> List(CancellationToken cancellation = default)
    {
        var present = await files.List(Area.Reports, "", cancellation).ToListAsync(cancellation);
        var names = present.Select(file => file.Path.Text).ToHashSet(StringComparer.Ordinal);
        var entries = new List<ReportEntry>();
        foreach (var file in present.Where(file => IsCurrent(file.Path, names)))
        {
            if (await Read(file, cancellation) is { } entry)
                entries.Add(entry);
        }

        return [.. entries
            .OrderByDescending(entry => entry.Periode, StringComparer.Ordinal)
            .ThenBy(entry => entry.Produkt ?? "", StringComparer.Ordinal)];
    }

    private async Task<ReportEntry?> Read(FileEntry file, CancellationToken cancellation)
    {
        if (read.TryGetValue(file.Path, out var known) && known.Version == file.Version)
            return known.Entry;
        if (await files.ReadAll(Area.Reports, file.Path, cancellation) is not { } json)
            return null;
        var entry = Head(file.Path, json);
        read[file.Path] = (file.Version, entry);
        return entry;
    }

    // {periode}/{name}.json with its PDF beside it; {name}.v{n}.json is a former version.
    private static bool IsCurrent(FilePath path, HashSet<string> names) =>
        path.Name.EndsWith(".json", StringComparison.Ordinal)
        && path.Name.Count(c => c == '.') == 1
        && names.Contains(path.Text[..^".json".Length] + ".pdf");

    private static ReportEntry Head(FilePath path, byte[] json)
    {
        using var report = JsonDocument.Parse(json);
        var root = report.RootElement;
        var address = $"/api/v1/berichte/{path.Text[..^".json".Length]}";
        return new ReportEntry(
            path.FirstFolder,
            Text(root, "produkt"),
            Text(root, "bezeichnung") ?? "Gesamtbericht",
            Text(root, "stand")!,
            root.GetProperty("vollstaendig").GetBoolean(),
            root.GetProperty("version").GetInt32(),
            address + ".pdf",
            address + ".json");
    }

    private static string? Text(JsonElement report, string name) =>
        report.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>One current report, as the API lists it.</summary>
/// <param name="Periode">The period: <c>2026-Q3</c>.</param>
/// <param name="Produkt">The product's number; null for the combined report.</param>
/// <param name="Bezeichnung">The product's name, or „Gesamtbericht“.</param>
/// <param name="Stand"><c>entwurf</c> or <c>freigegeben</c>.</param>
/// <param name="Vollstaendig">Whether all figures due are there.</param>
/// <param name="Version">From 1.</param>
/// <param name="Pdf">Address of the PDF on this server.</param>
/// <param name="Json">Address of the data on this server.</param>
public sealed record ReportEntry(
    string Periode, string? Produkt, string Bezeichnung, string Stand, bool Vollstaendig, int Version, string Pdf, string Json);
