namespace Produktreport.Functions.Standalone;

/// <summary>What one run could not do, in German.</summary>
/// <param name="progress">Tells of each.</param>
/// <param name="told">What the last run told of. It is not told again every few seconds.</param>
internal sealed class RunFaults(ConsoleProgress progress, IReadOnlyCollection<string> told)
{
    private readonly List<string> faults = [];

    public ImmutableArray<string> All => [.. faults];

    public void Add(string what)
    {
        faults.Add(what);
        if (!told.Contains(what))
            progress.Fault(what);
    }

    /// <summary>Does a part of the run. A fault of the storage is kept to this part.</summary>
    /// <returns>Null where the storage failed.</returns>
    public async Task<T?> Of<T>(string part, Func<Task<T>> work)
        where T : class
    {
        try
        {
            return await work();
        }
        catch (Exception failure) when (Keeps(failure, part))
        {
            return null;
        }
    }

    /// <summary>Takes a failure of the storage as a fault of one part.</summary>
    /// <returns>False for any other failure, which is a bug.</returns>
    public bool Keeps(Exception failure, string part)
    {
        if (failure is not (IOException or UnauthorizedAccessException))
            return false;
        Add($"{part}: {failure.Message}");
        return true;
    }
}
