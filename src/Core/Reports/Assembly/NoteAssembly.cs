using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Reports.Assembly;

/// <summary>The notes that hold for this report, and only those.</summary>
internal sealed class NoteAssembly(FigureCalculator calculator, Catalogue catalogue, Product product, Period period)
{
    private static readonly FigureId Result = FigureId.Of("ergebnis");

    public ImmutableArray<string> Notes(ImmutableArray<AssembledRow> rows, ImmutableArray<ReferenceLine> references)
    {
        string?[] notes =
        [
            NoteTexts.Rounding,
            NoteTexts.Cumulative,
            rows.Any(row => row.Row.Id == Result) ? NoteTexts.Sign : null,
            NoteTexts.Status(catalogue.Tolerance),
            .. NoteTexts.References(references),
            rows.Any(row => row.Plan.IsShareOfPlan) ? NoteTexts.SharedPlan : null,
            SumsOfServices(rows),
            rows.Any(row => row.Leaves.Any(leaves => leaves.IsFromPredecessors)) ? NoteTexts.Predecessors : null,
            rows.Any(row => row.Row.ForecastYear is not null) ? NoteTexts.Forecast : null,
            rows.Any(row => row.Row.Undefined.Count > 0) ? NoteTexts.Missing : null,
            NoteTexts.Provenance,
        ];
        return [.. notes.OfType<string>()];
    }

    private static string? SumsOfServices(ImmutableArray<AssembledRow> rows)
    {
        string[] names = [.. rows.Where(row => row.IsSumOfServices).Select(row => row.Row.Name)];
        return names.Length == 0 ? null : NoteTexts.SumOfServices(names);
    }

    /// <summary>Where delivered values of the year so far contradict each other.</summary>
    public ImmutableArray<string> Contradictions() =>
    [
        .. from level in product.Levels
           from figure in level.BaseFigures
           from scenario in new[] { Scenario.Actual, Scenario.Plan }
           from note in calculator.ConsistencyNotes(
               new FigureAddress(product.Number, level.LevelNumber, figure.Id), period.Year, scenario)
           where scenario == Scenario.Plan || note.Period.LastMonth <= period.LastMonth
           select note.Text,
    ];
}
