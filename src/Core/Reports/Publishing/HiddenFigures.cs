using Produktreport.Core.Catalogues;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Reports.Publishing;

/// <summary>The figures and goals of which a public edition hides anything.</summary>
internal static class HiddenFigures
{
    /// <summary>They, by level and id, read from the marks of the edition itself.</summary>
    public static HashSet<(LevelNumber Level, FigureId Figure)> Of(ProductReport edition) =>
    [
        .. edition.Rows.Where(row => row.Undefined.ContainsValue(NoteTexts.SuppressedMark)).Select(row => (row.Level, row.Id)),
        .. edition.FiveYears?.Rows.Where(row => row.Reasons.Contains(NoteTexts.SuppressedMark))
            .Select(row => (row.Level, row.Figure)) ?? [],
        .. edition.Goals.Where(goal => goal.Remark == NoteTexts.SuppressedMark).Select(goal => (goal.Level, goal.Id)),
    ];
}
