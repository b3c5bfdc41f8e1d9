namespace Produktreport.Functions.Storage;

/// <summary>Writing where others may write as well.</summary>
internal static class Contention
{
    // Each refusal means that somebody else has written. Only a few runs ever write one file.
    private const int MostTries = 50;

    /// <summary>Tries again until no other writer was quicker.</summary>
    /// <param name="what">What is written, for the message.</param>
    /// <param name="tryOnce">Begins with reading; false where another writer was quicker.</param>
    /// <exception cref="IOException">Others kept writing it.</exception>
    public static async Task Settle(string what, Func<Task<bool>> tryOnce)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await tryOnce())
                return;
        }

        throw new IOException($"'{what}' could not be written: others kept writing it; {MostTries} tries.");
    }
}
