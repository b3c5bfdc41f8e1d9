using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using Produktreport.Functions.Web.Limits;

namespace Produktreport.Functions.Web.Identity;

/// <summary>
/// <c>zugang.json</c> as it is now: read again whenever it changes, so that a removed access ends at once. A faulty file lets
/// nobody in.
/// </summary>
internal sealed partial class AccessBook(AccessMode mode, WebLimits limits, ILogger<AccessBook> log) : IDisposable
{
    private const int MostHomes = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);

    // PBKDF2 is meant to be slow: a key that was right is remembered for minutes by a keyed hash that only this process can
    // compute.
    private readonly byte[] processKey = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, (string Mark, DateTimeOffset Until)> verified = new();

    // Guessing must not take all cores, and must not keep everybody waiting.
    private readonly WorkLimit verifying = new(count: 2, mostWaiting: limits.SignInsWaiting, limits.SignInPatience);
    private readonly PartitionedRateLimiter<(string Name, string Source)> failuresOfName =
        PartitionedRateLimiter.Create<(string Name, string Source), string>(attempt =>
            RateLimits.PerMinute($"{attempt.Name} {attempt.Source}", limits.SignInsPerMinute));

    private readonly PartitionedRateLimiter<(string Name, string Source)> failuresOfSource =
        PartitionedRateLimiter.Create<(string Name, string Source), string>(attempt =>
            RateLimits.PerMinute(attempt.Source, limits.FailedSignInsPerMinute));

    private readonly PartitionedRateLimiter<string> failuresFromWherever =
        PartitionedRateLimiter.Create<string, string>(name => RateLimits.PerHour(name, limits.FailedSignInsOfNamePerHour));

    // Addresses from which somebody came in under a name: nobody can lock that person out by guessing from elsewhere.
    private readonly ConcurrentDictionary<(string Name, string Source), bool> homes = new();

    private readonly Lock reading = new();
    private (DateTime Modified, long Length) read;
    private AccessFile current = AccessFile.Empty;

    /// <summary>Whether the public edition is read without sign-in.</summary>
    public bool IsPublic => mode switch
    {
        AccessMode.ByFile => Current().IsPublic,
        AccessMode.ByAppService azure => azure.IsPublic,
        AccessMode.Closed azure => azure.IsPublic,
        _ => false,
    };

    /// <summary>
    /// The access of this name with a mark of its secret; null where there is none (any more), or it is blocked.
    /// </summary>
    public (Visitor Visitor, string Mark)? Find(string name) =>
        Open(name) is { } access ? (access.ToVisitor(), Mark(access)) : null;

    /// <summary>
    /// What a person of this name may see who is to be told something as <paramref name="visitor"/>: no more than the access of
    /// the same name, and nothing where that is blocked. Null for nothing.
    /// </summary>
    public Visitor? Narrowed(string name, Visitor visitor)
    {
        if (Current().Find(name) is not { } access)
            return visitor;
        if (access.IsBlocked)
            return null;
        var own = access.ToVisitor();
        var departments = own.SeesAll ? visitor.Departments : [.. visitor.Departments.Where(own.Departments.Contains)];
        return new Visitor(name, own.Role < visitor.Role ? own.Role : visitor.Role, departments);
    }

    /// <summary>
    /// Whom a name and secret let in. Only wrong ones count towards the limits. The limit by name and address is low, as behind
    /// a proxy many share an address. That by address is higher; it is there as names cost nothing. That by name over an hour
    /// is there as addresses can be had in thousands.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="secret">The secret.</param>
    /// <param name="source">The address the attempt comes from.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<SignInOutcome> Verify(string name, string secret, string source, DateTimeOffset now,
        CancellationToken cancellation)
    {
        if (name.Length > 60 || secret.Length > 200)
            return new SignInOutcome.Refused();
        var access = Open(name);
        var key = Convert.ToHexString(HMACSHA256.HashData(processKey, Encoding.UTF8.GetBytes($"{name}\n{secret}")));
        if (access is not null && verified.TryGetValue(key, out var known) && known.Mark == Mark(access) && known.Until > now)
            return Admit(access);
        var outcome = await VerifySlowly(secret, access, (name.ToUpperInvariant(), source), cancellation);
        if (outcome is SignInOutcome.Admitted(_, var mark))
            verified[key] = (mark, now + Remembered);
        return outcome;
    }

    public void Dispose()
    {
        verifying.Dispose();
        failuresOfName.Dispose();
        failuresOfSource.Dispose();
        failuresFromWherever.Dispose();
    }

    private async Task<SignInOutcome> VerifySlowly(string secret, Access? access, (string Name, string Source) attempt,
        CancellationToken cancellation)
    {
        // Before the wait: whoever guesses does not stand in the line. After it again: attempts in line would all find the limit
        // unreached.
        if (RefusedFor(attempt) is { } early)
            return new SignInOutcome.TooMany(early);
        using var place = await verifying.Take(cancellation);
        if (place is null)
            return new SignInOutcome.TooMany(WorkLimit.RetryAfter);
        if (RefusedFor(attempt) is { } late)
            return new SignInOutcome.TooMany(late);
        if (await Task.Run(() => Admitted(secret, access), cancellation) is { } admitted)
        {
            RememberHome(attempt);
            return Admit(admitted);
        }

        using var ofName = failuresOfName.AttemptAcquire(attempt);
        using var ofSource = failuresOfSource.AttemptAcquire(attempt);
        using var fromWherever = failuresFromWherever.AttemptAcquire(attempt.Name);
        return new SignInOutcome.Refused();
    }

    // The access a secret opens, kept in the form of today where that can be; null for a wrong one.
    private Access? Admitted(string secret, Access? access) => Secret.Verify(secret, access?.KeptSecret) switch
    {
        PasswordVerificationResult.Failed => null,
        PasswordVerificationResult.SuccessRehashNeeded => Renewed(access!, secret),
        _ => access,
    };

    // Somebody else may have renewed it meanwhile: what the file says now counts, if it is the same secret.
    private Access Renewed(Access access, string secret)
    {
        try
        {
            if (mode is AccessMode.ByFile(var path))
                new StoredAccesses(Path.GetDirectoryName(path)!).Renew(access, secret);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            NotRenewed(log, fault);
        }

        return Open(access.Name) is { } present
            && present.KeptSecret != access.KeptSecret
            && Secret.Verify(secret, present.KeptSecret) != PasswordVerificationResult.Failed
            ? present
            : access;
    }

    private static SignInOutcome.Admitted Admit(Access access) => new(access.ToVisitor(), Mark(access));

    private TimeSpan? RefusedFor((string Name, string Source) attempt)
    {
        using var ofName = failuresOfName.AttemptAcquire(attempt, permitCount: 0);
        using var ofSource = failuresOfSource.AttemptAcquire(attempt, permitCount: 0);
        using var fromWherever = homes.ContainsKey(attempt)
            ? null
            : failuresFromWherever.AttemptAcquire(attempt.Name, permitCount: 0);
        return ((RateLimitLease?[])[ofName, ofSource, fromWherever])
            .FirstOrDefault(lease => lease is { IsAcquired: false }) is { } refused
            ? RateLimits.WaitOf(refused)
            : null;
    }

    private void RememberHome((string Name, string Source) attempt)
    {
        if (homes.Count >= MostHomes)
            homes.Clear();
        homes[attempt] = true;
    }

    // Ends with the secret: a new secret signs out whoever came in with the old one.
    private static string Mark(Access access) => Checksum.Of(access.KeptSecret)[..16];

    // A blocked one is as good as none, also in how long the answer takes.
    private Access? Open(string name) => Current().Find(name) is { IsBlocked: false } access ? access : null;

    private AccessFile Current()
    {
        if (mode is not AccessMode.ByFile(var path))
            return AccessFile.Empty;
        lock (reading)
        {
            var file = new FileInfo(path);
            var state = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
            if (state == read)
                return current;
            try
            {
                (current, read) = (Read(file), state);
                return current;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // Not kept: the file is as it was when the fault has passed, and is read again by the next one who asks.
                Unreadable(log, fault);
                return AccessFile.Empty;
            }
        }
    }

    private AccessFile Read(FileInfo file)
    {
        try
        {
            return file.Exists ? AccessFile.Read(File.ReadAllBytes(file.FullName)) : AccessFile.Empty;
        }
        catch (InvalidDataException fault)
        {
            Unreadable(log, fault);
            return AccessFile.Empty;
        }
    }

    [LoggerMessage(4001, LogLevel.Error, "zugang.json cannot be read; nobody is let in.")]
    private static partial void Unreadable(ILogger log, Exception fault);

    [LoggerMessage(4005, LogLevel.Warning,
        "zugang.json could not be written; a secret stays in its older form until the next sign-in.")]
    private static partial void NotRenewed(ILogger log, Exception fault);
}
