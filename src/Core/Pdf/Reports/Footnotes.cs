using System.Globalization;
using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Pdf.Layout.Blocks;
using Produktreport.Core.Pdf.Layout.Texts;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>
/// The numbered remarks to single values: why one is „–“, or what marks one. The same remark has the same number; numbers follow
/// the order of printing.
/// </summary>
/// <param name="prefix">Makes the anchors unique in a document of several reports.</param>
internal sealed class Footnotes(string prefix)
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>The text with the mark of a remark behind it.</summary>
    public RichText Mark(RichText text, string remark)
    {
        if (!numbers.TryGetValue(remark, out var number))
            numbers[remark] = number = numbers.Count + 1;
        return text.NoteMark(number.ToString(CultureInfo.InvariantCulture), Anchor(number));
    }

    /// <summary>All remarks so far, by number.</summary>
    public IEnumerable<NoteItem> Notes() => numbers
        .OrderBy(entry => entry.Value)
        .Select(entry => new NoteItem(
            entry.Value.ToString(CultureInfo.InvariantCulture), PrintedText.Of(entry.Key), Anchor(entry.Value)));

    /// <summary>Adds them to a document; nothing where there are none.</summary>
    public void AddTo(BlockBuilder target)
    {
        if (numbers.Count > 0)
            target.Notes(Notes());
    }

    private string Anchor(int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}anmerkung{number}");
}
