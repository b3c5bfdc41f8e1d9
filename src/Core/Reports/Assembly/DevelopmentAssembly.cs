using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.German;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.KeyFigures.Explaining;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Messages;

namespace Produktreport.Core.Reports.Assembly;

/// <summary>
/// Says of each main key figure how it stands against the year before, and what its inputs contributed to that.
/// </summary>
internal static class DevelopmentAssembly
{
    /// <summary>One for each main key figure that can be compared and has changed, in the order of the catalogue.</summary>
    public static ImmutableArray<ReportDevelopment> Of(FigureCalculator calculator, Product product, Period period) =>
    [
        .. from level in product.Levels
           from figure in level.Figures.OfType<KeyFigure>().Where(figure => figure.IsMain)
           let address = new FigureAddress(product.Number, level.LevelNumber, figure.Id)
           let change = calculator.DecomposeAgainstPreviousYear(address, period)
           where change is { Change: not 0 }
           select new ReportDevelopment(level.LevelNumber, figure.Id, figure.Name, Text(change, figure, period)),
    ];

    /// <summary>
    /// The contributions shown add up to the difference shown; those that round to nothing are left out, those that pulled back
    /// stand apart.
    /// </summary>
    private static string Text(Decomposition change, KeyFigure figure, Period period)
    {
        var sentence = Sentences.AgainstFormer(
            period, change.After, change.Before, Favour.Of(change.Change, figure.Direction), figure.Decimals, figure.Unit);
        var total = GermanFormat.Round(change.Change, figure.Decimals);
        var shown = Decomposition.Rounded([.. change.Parts.Select(part => part.Amount)], total, figure.Decimals);
        if (total == 0)
            return sentence;
        var parts = change.Parts.Zip(shown, (part, amount) => (amount, Text: Contribution(part, amount, figure)))
            .Where(part => part.amount != 0)
            .ToLookup(part => Math.Sign(part.amount) == Math.Sign(total), part => part.Text);
        var (pulling, back) = (parts[true].ToList(), parts[false].ToList());
        return string.Join(' ',
        [
            sentence,
            .. pulling.Count > 0 ? [Sentences.Contributions(pulling)] : (string[])[],
            .. back.Count > 0 ? [Sentences.PullingBack(back)] : (string[])[],
        ]);
    }

    private static string Contribution(Contribution part, decimal amount, KeyFigure figure) => Sentences.Contribution(
        part.Input,
        part.IsService ? null : part.InputAfter > part.InputBefore,
        Sentences.Signed(amount, figure.Decimals, Sentences.UnitOfDifference(figure.Unit)));
}
