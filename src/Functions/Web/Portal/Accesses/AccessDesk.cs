using Microsoft.Extensions.Primitives;
using Produktreport.Functions.Web.Audit;

namespace Produktreport.Functions.Web.Portal.Accesses;

/// <summary>Changes accesses, with a line in the audit log; never with a secret in it.</summary>
internal sealed class AccessDesk(AccessMode mode, Sessions sessions, AuditLog audit, TimeProvider clock)
{
    /// <summary>Creates an access with a secret of its own.</summary>
    public async Task<AccessOutcome> Create(Visitor visitor, string name, string? roleWord, StringValues departments)
    {
        if (!Access.IsName(name))
            return new AccessOutcome.Refused("Ein Name hat 1 bis 60 Buchstaben, Ziffern und die Zeichen . - _ @.");
        if (Read(roleWord, departments) is not { } read)
            return Unreadable;
        if (RefusalOf(read) is { } refusal)
            return new AccessOutcome.Refused(refusal);
        if (Stored is not { } stored)
            return Elsewhere;
        var secret = Secret.Create();
        var access = new Access(name, read.Role.Word(), Texts(read.Departments), Secret.Hash(secret));
        if (!stored.TryAdd(access))
            return new AccessOutcome.Refused($"Einen Zugang „{name}“ gibt es schon.");
        await Log(visitor, AuditEntry.AccessCreated, name, Describe(access));
        return new AccessOutcome.Done($"Der Zugang „{name}“ ist angelegt.", secret);
    }

    /// <summary>Gives an access another role or other departments.</summary>
    public async Task<AccessOutcome> Change(Visitor visitor, string name, string? roleWord, StringValues departments)
    {
        if (Read(roleWord, departments) is not { } read)
            return Unreadable;
        if (RefusalOf(read) is { } refusal)
            return new AccessOutcome.Refused(refusal);
        Access? changed = null;
        return await Change(visitor, name, AuditEntry.AccessChanged, "ist geändert; das gilt sofort.",
            access => changed = access with { RoleWord = read.Role.Word(), DepartmentTexts = Texts(read.Departments) },
            () => Describe(changed!));
    }

    /// <summary>Blocks an access, whose sessions end at once, or lets it in again.</summary>
    public async Task<AccessOutcome> Block(Visitor visitor, string name, bool isBlocked)
    {
        var outcome = await Change(
            visitor, name, isBlocked ? AuditEntry.AccessBlocked : AuditEntry.AccessOpened,
            isBlocked ? "ist gesperrt; alle Sitzungen sind beendet." : "gilt wieder, mit dem Kennwort von vorher.",
            access => access with { IsBlocked = isBlocked }, () => null);
        if (isBlocked && outcome is AccessOutcome.Done)
            await sessions.EndAll(name);
        return outcome;
    }

    /// <summary>Gives an access another secret; whoever came in with the former one is out.</summary>
    public async Task<AccessOutcome> RenewSecret(Visitor visitor, string name)
    {
        var secret = Secret.Create();
        var kept = Secret.Hash(secret);
        var outcome = await Change(visitor, name, AuditEntry.SecretRenewed,
            "hat ein neues Kennwort; alle Sitzungen mit dem früheren sind beendet.",
            access => access with { KeptSecret = kept }, () => null);
        if (outcome is not AccessOutcome.Done done)
            return outcome;
        await sessions.EndAll(name);
        return done with { Secret = secret };
    }

    private async Task<AccessOutcome> Change(
        Visitor visitor, string name, string action, string done, Func<Access, Access> change, Func<string?> detail)
    {
        if (Stored is not { } stored)
            return Elsewhere;
        switch (stored.Change(name, change))
        {
            case AccessChange.NoSuchName:
                return new AccessOutcome.Refused($"Einen Zugang „{name}“ gibt es nicht.");
            case AccessChange.LastAdministrator:
                return new AccessOutcome.Refused(
                    "Nichts geändert: Danach käme niemand mit der Rolle Administration mehr hinein. Legen Sie zuerst einen "
                        + "weiteren "
                    + "solchen Zugang an.");
            default:
                await Log(visitor, action, name, detail());
                return new AccessOutcome.Done($"Der Zugang „{name}“ {done}", Secret: null);
        }
    }

    private StoredAccesses? Stored =>
        mode is AccessMode.ByFile(var path) ? new StoredAccesses(Path.GetDirectoryName(path)!) : null;

    private static AccessOutcome Elsewhere => new AccessOutcome.Refused("Zugänge werden hier nicht im Portal verwaltet.");

    private static AccessOutcome Unreadable =>
        new AccessOutcome.Refused("Die Auswahl war nicht zu verstehen; bitte laden Sie die Seite neu.");

    private static string? RefusalOf((Role Role, ImmutableArray<DepartmentId> Departments) read) =>
        Access.Refusal(read.Role, read.Departments) is null ? null
        : read.Departments.IsEmpty ? "Ein Fachamt braucht mindestens ein Amt."
        : "Ämter gibt es nur für die Rolle Fachamt.";

    // Null where it is no role or no department; departments of another role are left out, as the form shows them always.
    private static (Role Role, ImmutableArray<DepartmentId> Departments)? Read(string? roleWord, StringValues texts)
    {
        if (Roles.Parse(roleWord) is not { } role)
            return null;
        var departments = ImmutableArray.CreateBuilder<DepartmentId>();
        foreach (var text in role == Role.Department ? texts.OfType<string>().Distinct() : [])
        {
            if (!DepartmentId.TryParse(text, out var department))
                return null;
            departments.Add(department);
        }

        return (role, departments.ToImmutable());
    }

    private static ImmutableArray<string> Texts(ImmutableArray<DepartmentId> departments) =>
        [.. departments.Select(department => department.Text)];

    private static string Describe(Access access) =>
        string.Join(", ", [$"Rolle {access.RoleWord}", .. access.DepartmentTexts.IsDefault ? [] : access.DepartmentTexts]);

    private Task Log(Visitor visitor, string action, string name, string? detail) =>
        audit.Append(AuditEntry.Now(clock, visitor, action, name, detail));
}

/// <summary>What became of a change of an access. Closed.</summary>
public abstract record AccessOutcome
{
    private AccessOutcome()
    {
    }

    /// <summary>It is as was asked for.</summary>
    /// <param name="Message">What is so now, in German.</param>
    /// <param name="Secret">The new secret, shown this once; null where it is as before.</param>
    public sealed record Done(string Message, string? Secret) : AccessOutcome;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Why">In German.</param>
    public sealed record Refused(string Why) : AccessOutcome;
}
