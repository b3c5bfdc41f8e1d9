namespace Produktreport.Core.Pdf.Writing;

/// <summary>What a document says about itself: in its properties, its metadata and a viewer's title bar.</summary>
/// <param name="Title">The title; not empty (ISO 14289-1, 7.1).</param>
/// <param name="Date">When it was made. Passed in, because the same data make the same bytes.</param>
internal sealed record DocumentInfo(string Title, DateTimeOffset Date)
{
    /// <summary>Who answers for the content, such as the county's name.</summary>
    public string Author { get; init; } = "";

    /// <summary>One sentence on the content.</summary>
    public string Subject { get; init; } = "";

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>The language of the text (BCP 47).</summary>
    public string Language { get; init; } = "de-DE";

    /// <summary>The program that composed the document, with its version.</summary>
    public string Creator { get; init; } = "Produktreport";
}
