using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tables.Decoding;

/// <summary>In which row, as Excel shows it, a byte of a file stands. Slow; for messages.</summary>
internal static class RowFinder
{
    /// <summary>The row of the byte at <paramref name="offset"/> from <paramref name="position"/>, from 1.</summary>
    public static int LineAt(Stream bytes, long position, long offset, ReadingLimits limits)
    {
        bytes.Position = position;
        var line = 1;
        var quoted = false;
        var previous = (byte)'\n';
        var buffer = new byte[64 * 1024];
        for (var left = Math.Min(offset, limits.MaximumBytes); left > 0;)
        {
            var read = bytes.Read(buffer, 0, (int)Math.Min(buffer.Length, left));
            if (read == 0)
                return line;
            if (left == Math.Min(offset, limits.MaximumBytes) && buffer.AsSpan(0, read).StartsWith("sep="u8))
                line = 0; // Excel does not show this line
            foreach (var value in buffer.AsSpan(0, read))
            {
                if (value == '"')
                    quoted = quoted ? false : previous is (byte)'\n' or (byte)'\r' or (byte)';' or (byte)',' or (byte)'\t'
                        or (byte)'"';
                else if (!quoted && (value == '\r' || (value == '\n' && previous != '\r')))
                    line++;
                previous = value;
            }

            left -= read;
        }

        return line;
    }
}
