namespace Produktreport.Functions.Outbox;

/// <summary>What became of sending something. Closed.</summary>
internal abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The receiving side has it.</summary>
    public sealed record Sent : SendOutcome;

    /// <summary>Not now: trying again may help.</summary>
    /// <param name="Fault">Why, in German.</param>
    public sealed record Later(string Fault) : SendOutcome;

    /// <summary>Never: trying again would give the same.</summary>
    /// <param name="Fault">Why, in German.</param>
    public sealed record Never(string Fault) : SendOutcome;
}
