using Produktreport.Core.Deliveries.Decoding;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Deliveries.Tables;

/// <summary>Finds the separator of a file: the one under which its header makes most sense.</summary>
internal static class HeaderSearch
{
    /// <summary>
    /// The rows from the beginning under the best separator, or why no row can be read. <paramref name="score"/> says how good the header is that
    /// rows have; 0 = none.
    /// </summary>
    public static (RowSource Rows, Finding? Fault) BestRows(TextUpload text, char? declared, Func<RowSource, int> score)
    {
        var separators = text.Separators(declared);
        if (separators is [var only])
            return (text.Rows(only), null);
        var tried = separators.Select(separator => Try(text.Rows(separator), separator, score)).ToList();
        var best = tried.MaxBy(candidate => candidate.Score);
        return (text.Rows(best.Separator), best.Score == 0 ? tried[0].Fault : null);
    }

    private static (char Separator, int Score, Finding? Fault) Try(RowSource rows, char separator, Func<RowSource, int> score) =>
        (separator, score(rows), rows.Fault);
}
