namespace Produktreport.Functions.Web.Portal.Origins;

/// <summary>A delivered value that replaced others.</summary>
/// <param name="Name">The figure's name with the number of its level.</param>
/// <param name="Decimals">Decimal places of the figure.</param>
/// <param name="Values">The one that counts first, then those it overtook, latest first.</param>
public sealed record CellHistory(string Name, int Decimals, ImmutableArray<DeliveredOnce> Values)
{
    // Each is a question to the store; a way down to more cells has its histories at their parts.
    private const int MostAsked = 60;

    /// <summary>The histories of the cells some ways lead to, as far as anything was overtaken.</summary>
    internal static async Task<ImmutableArray<CellHistory>> Of(
        IEnumerable<WayToValue> ways, IFigureStore figures, CatalogueSet catalogues, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<CellHistory>();
        var cells = ways.SelectMany(way => way.Lines).Select(line => line.Cell).OfType<StoredValue>().Select(ValueKey.Of);
        foreach (var cell in cells.Distinct().Take(MostAsked))
        {
            if (await figures.History(cell, cancellation) is { Length: > 1 } values)
                found.Add(Of(cell, values, catalogues));
        }

        return found.ToImmutable();
    }

    private static CellHistory Of(ValueKey cell, ImmutableArray<StoredValue> values, CatalogueSet catalogues)
    {
        var catalogue = catalogues.For(cell.Period.Year);
        var figure = catalogue?.Find(cell.Address.Product)?.FindLevel(cell.Address.Level)?.Find(cell.Address.Figure);
        return new CellHistory(
            $"{cell.Address.Level} {figure?.Name ?? cell.Address.Figure.Text}",
            figure?.Decimals ?? 0,
            [.. values.Select(value => new DeliveredOnce(
                value, catalogue?.Find(value.Delivery.Department)?.Name ?? value.Delivery.Department.Text))]);
    }
}

/// <summary>A value as one delivery gave it.</summary>
/// <param name="Stored">The value with its cell and delivery.</param>
/// <param name="Department">The name of the department that sent it.</param>
public sealed record DeliveredOnce(StoredValue Stored, string Department);
