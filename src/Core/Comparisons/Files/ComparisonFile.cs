using System.Collections.Immutable;
using System.Text;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Comparisons.Files;

/// <summary>What a file for the comparison brings.</summary>
/// <param name="Figures">Its figures; none where there is an error: a file is taken whole or not at all.</param>
/// <param name="Findings">Errors first, then warnings, then hints, each in file order; the last counts what is not shown.</param>
public sealed record ComparisonFile(ImmutableArray<OpenFigure> Figures, ImmutableArray<Finding> Findings)
{
    /// <summary>The largest file, in bytes: about half a million figures.</summary>
    public const int MaximumSize = 100 * 1024 * 1024;

    // One body and year in JSON takes some kilobytes, and ten times as much while it is read.
    private const int MaximumJson = 10 * 1024 * 1024;
    private const int MostFindings = 200;
    private const int HeaderBytes = 4096;

    /// <summary>The endings under which files are read.</summary>
    public static ImmutableArray<string> Endings { get; } = [".csv", ".json"];

    /// <summary>
    /// Reads a file in the open format (CSV or JSON) or a flat file of the statistical offices. Nothing is thrown for a fault of
    /// the file: all faults are among the findings.
    /// </summary>
    /// <param name="name">The file's name, by which the catalogue's entries for statistics know it.</param>
    /// <param name="content">The file.</param>
    /// <param name="statistics">What flat files bring; empty to check a file without a catalogue.</param>
    public static ComparisonFile Read(string name, ReadOnlyMemory<byte> content, IEnumerable<SharedStatistic> statistics)
    {
        var findings = new FindingList(MostFindings);
        var figures = FiguresOf(name, content, [.. statistics.Where(entry => entry.File == name)], findings);
        return new ComparisonFile(findings.HasErrors ? [] : figures, Ordered(findings));
    }

    /// <summary>The answer to a file that is not read.</summary>
    public static ComparisonFile NotRead(string name) => Of(ComparisonFindings.OtherEnding(name));

    /// <summary>The answer to a file that cannot be opened.</summary>
    public static ComparisonFile NotOpened() => Of(ComparisonFindings.CannotBeOpened());

    /// <summary>The answer to a file that is too large.</summary>
    public static ComparisonFile NotTaken() => Of(ComparisonFindings.TooLarge(MaximumSize / 1024 / 1024));

    /// <summary>The same with further findings.</summary>
    internal ComparisonFile With(IEnumerable<Finding> further)
    {
        var findings = new FindingList();
        findings.AddRange(Findings);
        findings.AddRange(further);
        return this with { Findings = Ordered(findings) };
    }

    private static ComparisonFile Of(Finding why) => new([], [why]);

    private static ImmutableArray<OpenFigure> FiguresOf(
        string name, ReadOnlyMemory<byte> content, IReadOnlyList<SharedStatistic> entries, FindingList findings)
    {
        if (IsJson(content.Span) && content.Length > MaximumJson)
            findings.Add(ComparisonFindings.TooLarge(MaximumJson / 1024 / 1024));
        else if (IsJson(content.Span))
            return OpenFigureJson.Read(content, findings);
        if (findings.HasErrors)
            return [];
        if (entries.Count == 0 && !IsFlat(content.Span))
            return OpenFigureCsv.Read(content, findings);
        var (file, refusal) = ReferenceFile.Read(content);
        if (file is not null)
            return FlatStatistics.Read(file, name, entries, findings);
        findings.Add(ComparisonFindings.Unreadable(refusal!));
        return [];
    }

    private static bool IsJson(ReadOnlySpan<byte> content)
    {
        var start = content.StartsWith(Encoding.UTF8.Preamble) ? content[3..] : content;
        start = start.TrimStart(" \t\r\n"u8);
        return start.StartsWith("{"u8) || start.StartsWith("["u8);
    }

    // Both forms of flat files begin with the code of the statistic.
    private static bool IsFlat(ReadOnlySpan<byte> content)
    {
        var start = Encoding.Latin1.GetString(content[..Math.Min(content.Length, HeaderBytes)]);
        return start.Contains("statistics_code", StringComparison.OrdinalIgnoreCase)
            || start.Contains("Statistik_Code", StringComparison.OrdinalIgnoreCase);
    }

    private static ImmutableArray<Finding> Ordered(FindingList findings)
    {
        var ordered = findings.OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Line ?? 0).ToList();
        return findings.Total <= MostFindings ? [.. ordered]
            : [.. ordered.Take(MostFindings - 1), ComparisonFindings.Further(findings.Total - MostFindings + 1)];
    }
}
