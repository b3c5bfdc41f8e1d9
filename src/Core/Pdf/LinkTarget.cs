namespace Produktreport.Core.Pdf;

/// <summary>Where a link leads.</summary>
public abstract record LinkTarget
{
    private LinkTarget()
    {
    }

    /// <summary>A place in this document, named by <see cref="Layout.Flow.Anchor"/> or a heading's anchor; it may come later.</summary>
    /// <param name="Name">The anchor's name.</param>
    public sealed record Anchor(string Name) : LinkTarget;

    /// <summary>A web or mail address.</summary>
    /// <param name="Address">An absolute address.</param>
    public sealed record Web(Uri Address) : LinkTarget;
}
