using Produktreport.Core.Catalogues;

namespace Produktreport.Core.Figures;

/// <summary>
/// A cheap hash of a catalogue's keys: they come from the county's own catalogue and need no protection against hostile
/// collisions.
/// </summary>
internal static class QuickHash
{
    public static int Of(LevelNumber level, FigureId figure, int other)
    {
        var hash = unchecked((uint)other);
        foreach (var letter in level.Text)
            hash = unchecked((hash * 31) + letter);
        foreach (var letter in figure.Text)
            hash = unchecked((hash * 31) + letter);
        return unchecked((int)hash);
    }
}
