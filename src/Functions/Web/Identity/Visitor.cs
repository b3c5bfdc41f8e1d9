using System.Security.Claims;

namespace Produktreport.Functions.Web.Identity;

/// <summary>Who asks, and what that lets them see. Bound by minimal APIs as a parameter of any handler.</summary>
/// <param name="Name">The name the audit log writes; empty for nobody.</param>
/// <param name="Role">What the visitor is.</param>
/// <param name="Departments">The visitor's own departments; only a Fachamt has any.</param>
public sealed record Visitor(string Name, Role Role, ImmutableArray<DepartmentId> Departments)
{
    private const string DepartmentClaim = "amt";

    /// <summary>Nobody signed in.</summary>
    public static Visitor Nobody { get; } = new("", Role.Anonymous, []);

    /// <summary>Whether somebody is signed in.</summary>
    public bool IsSignedIn => Role != Role.Anonymous;

    /// <summary>Whether the visitor sees the work of every department.</summary>
    public bool SeesAll => Role >= Role.Controlling;

    /// <summary>Whether the visitor may release reports.</summary>
    public bool MayRelease => Role >= Role.Controlling;

    /// <summary>Whether the visitor delivers for anybody.</summary>
    public bool MayDeliver => SeesAll || !Departments.IsEmpty;

    /// <summary>Whether the visitor may see a department's deliveries and drafts and deliver for it.</summary>
    public bool WorksFor(DepartmentId department) => SeesAll || (Role == Role.Department && Departments.Contains(department));

    /// <summary>
    /// Whether the visitor may see the drafts of a department's reports; null = of the combined report, which has no department.
    /// </summary>
    public bool MaySeeDraftsOf(DepartmentId? department) => department is { } own ? WorksFor(own) : SeesAll;

    /// <summary>The visitor of a request.</summary>
    public static Visitor Of(ClaimsPrincipal user)
    {
        if (user.Identity is not { IsAuthenticated: true, Name: { } name }
            || Roles.Parse(user.FindFirstValue(ClaimTypes.Role)) is not { } role)
            return Nobody;
        return new Visitor(name, role, [.. user.FindAll(DepartmentClaim).Select(claim => DepartmentId.Of(claim.Value))]);
    }

    /// <summary>How minimal APIs bind a visitor.</summary>
    public static ValueTask<Visitor> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ValueTask.FromResult(Of(context.User));
    }

    /// <summary>The visitor as ASP.NET Core carries one through a request.</summary>
    public ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.Name, Name),
            new Claim(ClaimTypes.Role, Role.Word()),
            .. Departments.Select(department => new Claim(DepartmentClaim, department.Text)),
        ],
        scheme));
}
