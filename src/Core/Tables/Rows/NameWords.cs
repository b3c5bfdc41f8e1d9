namespace Produktreport.Core.Tables.Rows;

/// <summary>The words in the name of a sheet or file: <c>Plan_2026 (T€)</c>.</summary>
internal static class NameWords
{
    /// <summary>The words, without what parts them; some may be blank.</summary>
    public static string[] Of(ReadOnlySpan<char> name) => name.ToString().Split(' ', '-', '_', '/', '(', ')');
}
