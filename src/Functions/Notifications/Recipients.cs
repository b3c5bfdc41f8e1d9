using Produktreport.Core.Notifications;

namespace Produktreport.Functions.Notifications;

/// <summary>
/// Whether somebody may be told something: whoever may open the page or file it is about, by the same table that the portal asks.
/// </summary>
internal sealed class Recipients(AccessBook accesses)
{
    /// <summary>What a person sees who is told something in a role; null for nothing at all.</summary>
    /// <param name="address">The e-mail address. An access of the same name narrows the role.</param>
    /// <param name="role">The role.</param>
    /// <param name="department">For a Fachamt: which.</param>
    public Visitor? Of(string address, Role role, DepartmentId? department = null) => accesses.Narrowed(
        address, new Visitor(role == Role.Anonymous ? "" : address, role, department is { } own ? [own] : []));

    /// <summary>Whether a visitor may open a route.</summary>
    public bool MayOpen(string route, Visitor? visitor, DepartmentId? department = null) =>
        visitor is not null && AccessTable.Find("GET", route) is { } row
        && AccessTable.Allows(row, visitor, department, () => accesses.IsPublic);

    /// <summary>The role of a distribution list.</summary>
    public static Role RoleOf(Audience audience) => audience switch
    {
        Audience.Readers => Role.Reader,
        Audience.Department => Role.Department,
        Audience.Controlling => Role.Controlling,
        _ => Role.Anonymous,
    };
}

/// <summary>Something to tell somebody.</summary>
/// <param name="Told">What and whom.</param>
/// <param name="IsAllowed">Whether the person may see what it is about.</param>
internal sealed record FoundNotice(AddressedNotice Told, bool IsAllowed);

/// <summary>What is looked for.</summary>
/// <param name="Rules">Who is told of what.</param>
/// <param name="Catalogue">The catalogue of the year.</param>
/// <param name="Since">Since when: what was before, nobody is told of.</param>
/// <param name="Told">What has been told already.</param>
/// <param name="Now">Europe/Berlin.</param>
internal sealed record Search(
    NotificationRules Rules, Catalogue Catalogue, Outbox.Beginning Since, IReadOnlySet<string> Told, DateTime Now)
{
    /// <summary>The calendar day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now);

    /// <summary>Whether a person has been told something.</summary>
    public bool IsTold(string key, string address) => Told.Contains(Mailings.KeyOf(key, address));
}
