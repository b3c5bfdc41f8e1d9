namespace Produktreport.Functions.Operation;

/// <summary>The calendar day the program acts on: the one it was given, else today in Europe/Berlin.</summary>
/// <param name="clock">The clock.</param>
/// <param name="given">The day of <c>--today</c>; null = the clock's.</param>
internal sealed class Calendar(TimeProvider clock, DateOnly? given)
{
    /// <summary>The day to act on.</summary>
    public DateOnly Today => given ?? BerlinTime.Day(clock.GetUtcNow());
}
