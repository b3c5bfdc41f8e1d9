using Produktreport.Core.Deliveries.Decoding;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Deliveries.Tables;

/// <summary>Finds the separator of a file: the one under which its header makes most sense.</summary>
internal static class HeaderSearch
{
    /// <summary>The rows from the beginning under the best separator, or why no row can be read.</summary>
    public static (RowSource Rows, Finding? Fault) BestRows(TextUpload text, Vocabulary vocabulary, ReadingLimits limits)
    {
        var separators = text.Separators(null);
        if (separators is [var only])
            return (text.Rows(only), null);
        var tried = separators.Select(separator => Try(text, separator, vocabulary, limits)).ToList();
        var best = tried.MaxBy(candidate => candidate.Score);
        return (text.Rows(best.Separator), best.Score == 0 ? tried[0].Fault : null);
    }

    private static (char Separator, int Score, Finding? Fault) Try(TextUpload text, char separator, Vocabulary vocabulary, ReadingLimits limits)
    {
        var rows = text.Rows(separator);
        var header = Header.Find(rows, vocabulary, new Metadata(), new FindingList(limits), limits);
        return (separator, header?.Score ?? 0, rows.Fault);
    }
}
