using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.German;
using Produktreport.Core.KeyFigures.Evaluating;
using Produktreport.Core.KeyFigures.Values;

namespace Produktreport.Core.KeyFigures.Explaining;

/// <summary>One line of an explanation.</summary>
/// <param name="Depth">How deep below the explained value, from 0.</param>
/// <param name="Text">The line, in German.</param>
/// <param name="Cell">The delivered cell the line names; null where it names none.</param>
public sealed record ExplanationLine(int Depth, string Text, StoredValue? Cell = null)
{
    /// <summary>The line, two blanks further in for each step down.</summary>
    public override string ToString() => new string(' ', 2 * Depth) + Text;
}

/// <summary>Answers „Warum dieser Wert?“ in words: the formula, the values in it, and where each of them came from.</summary>
public static class Explanation
{
    /// <summary>The explanation of a value, line by line, down to the delivered cells and reference figures.</summary>
    /// <param name="name">What the value is: the figure's name, usually with period and level.</param>
    /// <param name="value">The value or the reason why there is none.</param>
    public static ImmutableArray<ExplanationLine> Of(string name, CalculatedValue value) =>
        Of(name, value, decimals: null, _ => null);

    /// <summary>As <see cref="Of(string, CalculatedValue)"/>, with each number rounded as the report prints its figure.</summary>
    /// <param name="name">What the value is.</param>
    /// <param name="value">The value or the reason why there is none.</param>
    /// <param name="decimals">The places of the explained figure and its parts; null = exact.</param>
    /// <param name="decimalsOf">The places of a figure that takes part; null = exact, as reference figures always are.</param>
    public static ImmutableArray<ExplanationLine> Of(
        string name, CalculatedValue value, int? decimals, Func<FigureAddress, int?> decimalsOf)
    {
        var lines = ImmutableArray.CreateBuilder<ExplanationLine>();
        new Writer(lines, decimalsOf).Value(0, name, value, decimals);
        return lines.ToImmutable();
    }

    private sealed class Writer(ImmutableArray<ExplanationLine>.Builder lines, Func<FigureAddress, int?> decimalsOf)
    {
        public void Value(int depth, string name, CalculatedValue value, int? decimals)
        {
            if (value is not CalculatedValue.Known known)
            {
                Line(depth, $"{name}: kein Wert – {Reasons.ReasonOf(value).Text}");
                return;
            }

            var number = decimals is { } places ? GermanFormat.Number(known.Value, places) : GermanFormat.Exact(known.Value);
            Line(depth, $"{name} = {number}");
            Origin(depth + 1, known.Origin, decimals);
        }

        private void Origin(int depth, Derivation origin, int? decimals)
        {
            switch (origin)
            {
                case Derivation.Delivered delivered:
                    Line(depth, $"geliefert: {Cell(delivered.Source)}", delivered.Source);
                    break;
                case Derivation.FromCumulative cumulative:
                    Line(depth, $"aus dem Wert seit Januar, abzüglich der Monate davor: {Cell(cumulative.Until)}",
                        cumulative.Until);
                    if (cumulative.Before is { } before)
                        Value(depth, "Monate davor", before, decimals);
                    break;
                case Derivation.RolledUp rolledUp:
                    Line(depth, Rule(rolledUp));
                    foreach (var part in rolledUp.Parts)
                        Value(depth, part.Name, part.Value, decimals);
                    break;
                case Derivation.SumOfServices sum:
                    Inputs(depth, "Summe der Leistungen", sum.Services);
                    break;
                case Derivation.SumOfProducts sum:
                    Inputs(depth, "Summe der Produkte", sum.Products);
                    break;
                case Derivation.ByFormula formula:
                    Inputs(depth, $"Formel: {Words(formula)}", formula.Inputs);
                    break;
                case Derivation.Reference reference:
                    Line(depth,
                        $"Rahmendaten, Stichtag {GermanFormat.Date(reference.Figure.AsOf)}, Quelle: {reference.Figure.Source}");
                    break;
                case Derivation.ShareOfYearPlan share:
                    Line(depth,
                        $"anteilig aus dem Plan für {share.OfMonths} Monate: {share.Months} von {share.OfMonths} (Werte, die "
                            + "sich nicht summieren, unverändert)");
                    Value(depth, "Plan", share.YearPlan, decimals);
                    break;
                case Derivation.ActualPlusPlan forecast:
                    Line(depth, "Hochrechnung: Ist bisher + Plan für den Rest des Jahres");
                    Value(depth, "Ist bisher", forecast.Actual, decimals);
                    Value(depth, "Plan für den Rest", forecast.RestOfPlan, decimals);
                    break;
                case Derivation.LinearProjection projection:
                    Line(depth, $"lineare Hochrechnung: Ist ÷ {projection.ElapsedMonths} × 12");
                    Value(depth, "Ist bisher", projection.Actual, decimals);
                    break;
                case Derivation.FromPredecessors former:
                    Inputs(depth, "aus den Vorgängern", former.Former);
                    break;
            }
        }

        private void Inputs(int depth, string heading, ImmutableArray<DerivedInput> inputs)
        {
            Line(depth, heading);
            foreach (var input in inputs)
                Value(depth, input.Name, input.Value, input.Address is { } address ? decimalsOf(address) : null);
        }

        private void Line(int depth, string text, StoredValue? cell = null) => lines.Add(new ExplanationLine(depth, text, cell));
    }

    private static string Cell(StoredValue stored)
    {
        var cell = stored.Delivered.Cell;
        var rule = cell.Rule is null ? "" : $" ({cell.Rule})";
        var sheet = cell.Sheet is null ? "" : $", Blatt „{cell.Sheet}“";
        var reason = stored.Delivered.Reason is { } said ? $"; Korrekturgrund: „{said}“" : "";
        return $"Datei {stored.Delivery.File}{sheet}, Zeile {cell.Line}, Spalte {cell.Column}: „{cell.Text}“{rule}{reason}";
    }

    private static string Rule(Derivation.RolledUp rolledUp) => rolledUp.Rule switch
    {
        RollUpRule.Sum => "Summe der Zeiträume",
        RollUpRule.Mean => "Mittelwert der Zeiträume",
        RollUpRule.Weighted when rolledUp.WeightsMissing => "einfacher Mittelwert der Zeiträume (Gewichte fehlen)",
        RollUpRule.Weighted => "gewichteter Mittelwert der Zeiträume",
        _ => "letzter Wert des Zeitraums",
    };

    private static string Words(Derivation.ByFormula formula) => FormulaWords.Of(
        formula.Formula.Root,
        (level, figure) =>
            formula.Inputs.FirstOrDefault(
                input =>
                    input.Address is { } address && address.Level == level && address.Figure == figure)?.Name
                        ?? $"{level}.{figure}",
        id => formula.Inputs.Select(input => input.Value).OfType<CalculatedValue.Known>().Select(known => known.Origin)
            .OfType<Derivation.Reference>().FirstOrDefault(reference => reference.Figure.Id == id)?.Figure.Name ?? id.Text);
}
