namespace Produktreport.Core.Reports.Messages;

/// <summary>Cuts foreign texts to the length a key message can bear, at a word, with an ellipsis.</summary>
internal static class Shortened
{
    public static string To(int length, string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= length)
            return line;
        var cut = line.LastIndexOf(' ', length - 2);
        return line[..(cut > length / 2 ? cut : length - 2)].TrimEnd(',', ';', ':', '–') + " …";
    }
}
