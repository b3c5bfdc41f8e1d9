using Produktreport.Core.Deliveries.Tables;

namespace Produktreport.Core.Deliveries.Decoding;

/// <summary>A text file of known encoding that can be read from its beginning as often as needed.</summary>
internal sealed class TextUpload(Stream bytes, long position, TextEncoding encoding, ReadingLimits limits)
{
    private static readonly char[] Candidates = [';', '\t', ',', '|'];

    /// <summary>The separator a <c>sep=</c> line declares; null where there is none.</summary>
    private readonly char? declared = ReadDeclaration(new CharSource(bytes, encoding, position));

    /// <summary>The rows with a separator. A <c>sep=</c> line is no row, as in Excel.</summary>
    public RowSource Rows(char separator)
    {
        var rows = new CsvRows(new CharSource(bytes, encoding, position), separator, limits);
        if (declared is not null)
            rows.SkipDeclaration();
        return rows;
    }

    /// <summary>The separators to try: the declared one, else all that are common.</summary>
    public IReadOnlyList<char> Separators(char? fromProfile) => (declared ?? fromProfile) is { } only ? [only] : Candidates;

    private static char? ReadDeclaration(CharSource chars)
    {
        Span<char> start = stackalloc char[8];
        var count = 0;
        while (count < 6 && chars.Read(start[count..]) is var read and > 0)
            count += read;
        return count >= 5 && MemoryExtensions.Equals(start[..4], "sep=", StringComparison.OrdinalIgnoreCase) && (count == 5 || start[5] is '\r' or '\n')
            && start[4] is not ('"' or '\r' or '\n')
            ? start[4]
            : null;
    }
}
