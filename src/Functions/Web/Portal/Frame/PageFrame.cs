using Microsoft.AspNetCore.Antiforgery;

namespace Produktreport.Functions.Web.Portal.Frame;

/// <summary>What every page of a request shows around its content; its components have it injected.</summary>
internal sealed class PageFrame(IHttpContextAccessor request, IAntiforgery antiforgery, AccessBook book, AccessMode mode)
{
    private readonly HttpContext context = request.HttpContext!;

    /// <summary>Who reads.</summary>
    public Visitor Visitor => field ??= Visitor.Of(context.User);

    /// <summary>The main entry of the navigation the page belongs to: its address.</summary>
    public string Area => "/" + context.Request.Path.Value!.Trim('/').Split('/')[0];

    /// <summary>The hidden field every form carries: proof that it is this server's own.</summary>
    public AntiforgeryTokenSet Proof => field ??= antiforgery.GetAndStoreTokens(context);

    /// <summary>Where people sign in and out.</summary>
    public AccessMode Mode => mode;

    /// <summary>Whether the visitor may search.</summary>
    public bool MaySearch => Visitor.IsSignedIn || book.IsPublic;
}
