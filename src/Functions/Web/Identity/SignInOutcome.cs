namespace Produktreport.Functions.Web.Identity;

/// <summary>What a name and secret lead to. Closed.</summary>
internal abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    /// <summary>They are right.</summary>
    /// <param name="Visitor">Whom they let in.</param>
    /// <param name="Mark">A mark of the secret, see <see cref="AccessBook.Find"/>.</param>
    public sealed record Admitted(Visitor Visitor, string Mark) : SignInOutcome;

    /// <summary>They are wrong.</summary>
    public sealed record Refused : SignInOutcome;

    /// <summary>Too many were wrong before; these were not looked at.</summary>
    /// <param name="RetryAfter">How long to wait.</param>
    public sealed record TooMany(TimeSpan RetryAfter) : SignInOutcome;
}
