using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Calculating;

namespace Produktreport.Core.Protection;

/// <summary>
/// What holds between a number of the year before under its present name and the numbers reported then: everybody can read in the
/// catalogue which levels were renamed, split or merged.
/// </summary>
internal sealed class PredecessorRelations(EditionWriter writer, EditionView view)
{
    public void Write(IEnumerable<FigureAddress> addresses)
    {
        foreach (var address in addresses.Where(each => view.Shows(each.Product, each.Level)))
        {
            var formers = view.Formers(address.Product, address.Level);
            foreach (var column in writer.Columns)
                Write(LinearForm.Of(view.Cell(address, column)).Times(-1), formers, address.Figure, column);
        }
    }

    /// <summary>
    /// The sum of the shares for what adds up; the same number for what does not, where there is one former. The writer keeps
    /// what holds.
    /// </summary>
    private void Write(LinearForm present, IReadOnlyList<FormerLevel> formers, FigureId figure, PublicColumn column)
    {
        writer.Add(formers.Aggregate(present, (sum, former) => sum.Plus(Form(former, former.Share))));
        if (formers is [{ Share: not 1 } only])
            writer.Add(present.Plus(Form(only, 1)));

        LinearForm Form(FormerLevel former, decimal factor) =>
            LinearForm.Of(view.FormerCell(new FigureAddress(former.Product, former.Level, figure), column)).Times(factor);
    }
}
