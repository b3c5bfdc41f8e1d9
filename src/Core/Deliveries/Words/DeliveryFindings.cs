using System.Collections.Immutable;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;
using static Produktreport.Core.Tables.Rows.CellFindings;

namespace Produktreport.Core.Deliveries.Words;

/// <summary>
/// All that can be found in an upload: one code each, explained in <c>docs/befunde.md</c>, with the words the sender reads. The
/// parts of this class: the file, its header, its keys, its numbers, its values, import profiles, plausibility.
/// </summary>
internal static partial class DeliveryFindings
{
    /// <summary>Errors first, then warnings, then hints, each in file order; the last one counts what is not printed.</summary>
    internal static ImmutableArray<Finding> Print(FindingList findings, int maximum)
    {
        var sheets = findings.Select(finding => finding.Sheet).Distinct().ToList();
        var printed = findings
            .Select(WithSheet)
            .OrderByDescending(finding => finding.Severity)
            .ThenBy(finding => sheets.IndexOf(finding.Sheet))
            .ThenBy(finding => finding.Line ?? 0)
            .ThenBy(finding => finding.Column is { } column ? ColumnLetters.Parse(column) : -1);
        if (findings.Total <= maximum)
            return [.. printed];
        var shown = maximum - 1;
        return [.. printed.Take(shown), FurtherFindings(findings.Total - shown, findings.HasErrors)];
    }

    /// <summary>A finding whose sentence names its sheet.</summary>
    private static Finding WithSheet(Finding finding) =>
        finding.Sheet is { } sheet && !finding.Text.Contains(Quote(sheet), StringComparison.Ordinal)
            ? finding with { Text = $"Blatt {Quote(sheet)}: {finding.Text}" }
            : finding;

    private static Finding Error(string code, string text) => new(code, Severity.Error, text);

    private static Finding Warning(string code, string text) => new(code, Severity.Warning, text);

    private static Finding Hint(string code, string text) => new(code, Severity.Hint, text);

    private static string Suggest(string? suggestion) => suggestion is null ? "" : $" Meinten Sie {Quote(suggestion)}?";
}
