namespace Produktreport.Functions.Web.Portal.Products;

/// <summary>A figure as the address of a comparison names it: <c>11112.ertraege</c>.</summary>
/// <param name="Level">The number of the product or service.</param>
/// <param name="Figure">The figure.</param>
public readonly record struct ChosenFigure(LevelNumber Level, FigureId Figure)
{
    /// <summary>Reads one; null where it is none.</summary>
    public static ChosenFigure? Parse(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 2 && LevelNumber.TryParse(parts[0], out var level) && FigureId.TryParse(parts[1], out var figure)
            ? new ChosenFigure(level, figure)
            : null;
    }

    public override string ToString() => $"{Level}.{Figure}";
}
