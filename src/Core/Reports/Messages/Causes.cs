using Produktreport.Core.German;
using Produktreport.Core.KeyFigures.Explaining;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Reports.Messages;

/// <summary>Says why a product's main figure is off its plan: which inputs, and which service most of all.</summary>
internal static class Causes
{
    private const int NamedInputs = 2;
    private const decimal NegligibleShare = 0.1m;

    /// <summary>One or two sentences; null where the deviation cannot be taken apart.</summary>
    /// <param name="report">The report with its rows.</param>
    /// <param name="row">The main figure; its deviation is known and not zero.</param>
    /// <param name="decomposition">What the deviation consists of; null where nothing can be said.</param>
    public static string? Of(ProductReport report, ReportRow row, Decomposition? decomposition)
    {
        string?[] sentences = [Inputs(decomposition), Service(report, row)];
        var said = sentences.OfType<string>().ToList();
        return said.Count == 0 ? null : string.Join(' ', said);
    }

    private static string? Inputs(Decomposition? decomposition)
    {
        if (decomposition is null)
            return null;
        string[] named =
        [
            .. decomposition.Parts
                .Where(part => !part.IsService && Math.Abs(part.Amount) >= Math.Abs(decomposition.Change) * NegligibleShare)
                .Take(NamedInputs)
                .Select(part => Sentences.Input(part.Input, Amount(part), part.InputAfter > part.InputBefore)),
        ];
        return named.Length == 0 ? null : Sentences.Causes(named);
    }

    /// <summary>
    /// The service whose same figure is furthest off to the same side, where it makes up half of the deviation or more.
    /// </summary>
    private static string? Service(ProductReport report, ReportRow row)
    {
        var services =
            report.Rows.Where(other => other.Level != row.Level && other.Id == row.Id && other.Deviation is not null).ToList();
        return services.Count > 1 && services.MaxBy(other => other.Deviation!.Value * Math.Sign(row.Deviation!.Value)) is { } most
            && most.Deviation!.Value / row.Deviation!.Value >= 0.5m
            ? Sentences.BiggestShare(
                report.Levels.First(level => level.Number == most.Level).Name, Sentences.Signed(
                    most.Deviation.Value, most.Decimals, most.Unit))
            : null;
    }

    private static string Amount(Contribution part)
    {
        var size = Math.Abs(part.InputAfter - part.InputBefore);
        return part.Unit == ReportWords.Euro
            ? Sentences.Amount(size, 0, part.Unit)
            : Sentences.WithUnit(GermanFormat.Exact(GermanFormat.Round(size, 2)), part.Unit);
    }
}
