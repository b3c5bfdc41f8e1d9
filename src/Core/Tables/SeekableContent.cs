namespace Produktreport.Core.Deliveries.Decoding;

/// <summary>An upload that can be read more than once, of bounded size.</summary>
internal static class SeekableContent
{
    /// <summary>The content itself, or a copy in memory where it cannot seek; null, with a finding, when it is empty or too large.</summary>
    public static Stream? Of(Stream content, DeliveryContext context)
    {
        var limit = context.Limits.MaximumBytes;
        var bytes = content.CanSeek ? content : Copy(content, limit + 1);
        var length = bytes.Length - bytes.Position;
        if (length > 0 && length <= limit)
            return bytes;
        context.Findings.Add(length == 0 ? DeliveryFindings.EmptyFile() : DeliveryFindings.FileTooLarge(limit));
        return null;
    }

    private static MemoryStream Copy(Stream content, long limit)
    {
        var copy = new MemoryStream();
        var buffer = new byte[80 * 1024];
        while (copy.Length < limit && content.Read(buffer) is var read and > 0)
            copy.Write(buffer, 0, read);
        copy.Position = 0;
        return copy;
    }
}
