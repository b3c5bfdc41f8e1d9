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
    private const decimal LeastShare = 0.5m;

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

    /// <summary>The inputs that made the deviation, and apart from them those that pulled back.</summary>
    private static string? Inputs(Decomposition? decomposition)
    {
        if (decomposition is null)
            return null;
        var (causes, against) = (Named(decomposition, pullsBack: false), Named(decomposition, pullsBack: true));
        return causes.Length == 0 ? null
            : against.Length == 0 ? Sentences.Causes(causes)
            : $"{Sentences.Causes(causes)} {Sentences.PullingBack(against)}";
    }

    private static string[] Named(Decomposition decomposition, bool pullsBack) =>
    [
        .. decomposition.Parts
            .Where(part => !part.IsService && Math.Sign(part.Amount) == Math.Sign(decomposition.Change) * (pullsBack ? -1 : 1))
            .Where(part => Math.Abs(part.Amount) >= Math.Abs(decomposition.Change) * NegligibleShare)
            .Take(NamedInputs)
            .Select(part => Sentences.Input(part.Input, Amount(part), part.InputAfter > part.InputBefore)),
    ];

    /// <summary>
    /// The service whose same figure is furthest off to the same side, where it makes up half of the deviation or more. Only
    /// where the services make up the product: a value of its own may differ from their sum.
    /// </summary>
    private static string? Service(ProductReport report, ReportRow row)
    {
        var services = report.Rows.Where(other => other.Level != row.Level && other.Id == row.Id).ToList();
        var whole = row.Deviation!.Value;
        if (services.Count < 2 || services.Exists(other => other.Deviation is null)
            || services.Sum(other => other.Deviation) != whole)
            return null;
        var most = services.MaxBy(other => other.Deviation!.Value * Math.Sign(whole))!;
        var name = report.LevelOf(most.Level).Name;
        var deviation = Sentences.Signed(most.Deviation!.Value, most.Decimals, Sentences.UnitOfDifference(most.Unit));
        return (most.Deviation.Value / whole) switch
        {
            < LeastShare => null,
            <= 1 => Sentences.BiggestShare(name, deviation),
            _ => Sentences.StrongestService(name, deviation),
        };
    }

    private static string Amount(Contribution part)
    {
        var size = Math.Abs(part.InputAfter - part.InputBefore);
        return part.Unit == ReportWords.Euro
            ? Sentences.Amount(size, 0, part.Unit)
            : GermanFormat.WithUnit(GermanFormat.Exact(GermanFormat.Round(size, 2)), Sentences.UnitOfDifference(part.Unit));
    }
}
