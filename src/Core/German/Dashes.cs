namespace Produktreport.Core.German;

/// <summary>The strokes that people and their programs write for a minus, for „nichts vorhanden“ and for no cents.</summary>
internal static class Dashes
{
    /// <summary>Hyphens, dashes and the true minus, also those of narrow and full width.</summary>
    public const string All = "-‐‑‒–—―−﹘﹣－";

    /// <summary>Whether the character is one.</summary>
    public static bool IsDash(char c) => c == '-' || (c > '\u007F' && All.Contains(c, StringComparison.Ordinal));

    /// <summary>Whether a text is nothing else.</summary>
    public static bool IsOnly(ReadOnlySpan<char> text) => !text.IsEmpty && CountAtStart(text) == text.Length;

    /// <summary>How many stand at the start of a text.</summary>
    public static int CountAtStart(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && IsDash(text[count]))
            count++;
        return count;
    }
}
