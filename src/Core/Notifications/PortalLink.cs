using System.Collections.Immutable;

namespace Produktreport.Core.Notifications;

/// <summary>Links to the portal; none where its address is not known.</summary>
internal static class PortalLink
{
    /// <summary>A link to a page.</summary>
    /// <param name="text">What is found there.</param>
    /// <param name="portal">The portal's address; null where not known.</param>
    /// <param name="path">The page's segments, each as it is called.</param>
    public static ImmutableArray<LetterBlock> To(string text, Uri? portal, params IEnumerable<string> path) =>
        portal is null ? [] : [new LetterBlock.Link(text, new Uri(
            $"{portal.AbsoluteUri.TrimEnd('/')}/{string.Join('/', path.Select(Uri.EscapeDataString))}"))];
}
