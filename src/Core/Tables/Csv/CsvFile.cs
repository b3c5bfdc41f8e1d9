using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Decoding;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tables.Csv;

/// <summary>A text file of known encoding that can be read from its beginning as often as needed.</summary>
internal sealed class CsvFile(Stream bytes, long position, TextEncoding encoding, ReadingLimits limits)
{
    private static readonly char[] Candidates = [';', '\t', ',', '|'];

    /// <summary>The separator a <c>sep=</c> line declares; null where there is none.</summary>
    private readonly char? declared = ReadDeclaration(new CharSource(bytes, encoding, position));

    /// <summary>
    /// The rows from the beginning under the separator that a <c>sep=</c> line declares, else under the given one, else under
    /// the one with the best header; or why no row can be read.
    /// </summary>
    /// <param name="separator">The separator where no line declares another; null = found out.</param>
    /// <param name="score">How good the header is that rows have; 0 = none.</param>
    public (RowSource Rows, Finding? Fault) Rows(char? separator, Func<RowSource, int> score)
    {
        if ((declared ?? separator) is { } only)
            return (Rows(only), null);
        var tried = Candidates.Select(candidate => Try(candidate, score)).ToList();
        var best = tried.MaxBy(candidate => candidate.Score);
        return (Rows(best.Separator), best.Score == 0 ? tried[0].Fault : null);
    }

    private (char Separator, int Score, Finding? Fault) Try(char separator, Func<RowSource, int> score)
    {
        var rows = Rows(separator);
        return (separator, score(rows), rows.Fault);
    }

    /// <summary>The rows with a separator. A <c>sep=</c> line is no row, as in Excel.</summary>
    private CsvRows Rows(char separator)
    {
        var rows = new CsvRows(new CharSource(bytes, encoding, position), separator, limits);
        if (declared is not null)
            rows.SkipDeclaration();
        return rows;
    }

    private static char? ReadDeclaration(CharSource chars)
    {
        Span<char> start = stackalloc char[8];
        var count = 0;
        while (count < 6 && chars.Read(start[count..]) is var read and > 0)
            count += read;
        return count >= 5 && MemoryExtensions.Equals(start[..4], "sep=", StringComparison.OrdinalIgnoreCase)
            && (count == 5 || start[5] is '\r' or '\n')
            && start[4] is not ('"' or '\r' or '\n')
            ? start[4]
            : null;
    }
}
