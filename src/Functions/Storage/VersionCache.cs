namespace Produktreport.Functions.Storage;

/// <summary>
/// What was read from files, kept under their version: each is read once a version, by one at a time, and kept while there is
/// room. The one that was asked for longest ago goes first.
/// </summary>
/// <param name="most">How many are kept.</param>
internal sealed class VersionCache<TKey, TValue>(int most = VersionCache<TKey, TValue>.MostSmall)
    where TKey : notnull
{
    // For values of some hundred bytes: more reports than a county makes in twenty years, and few megabytes.
    private const int MostSmall = 50_000;

    private readonly Lock gate = new();
    private readonly Dictionary<TKey, LinkedListNode<Entry>> byKey = [];
    private readonly LinkedList<Entry> byUse = [];

    /// <summary>The value of a version.</summary>
    /// <param name="key">Whose value.</param>
    /// <param name="version">The version that lies there now.</param>
    /// <param name="read">
    /// Reads the value with the version it belongs to, which may be a later one; null where there is nothing any more. All who
    /// ask meanwhile wait for it, so that no single one can cancel it.
    /// </param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The value; the default where there is nothing to read.</returns>
    public async Task<TValue?> Get(
        TKey key, string version, Func<Task<Versioned<TValue>?>> read, CancellationToken cancellation = default) =>
        await Find(key, version, read).Reading.Value.WaitAsync(cancellation) is { } found ? found.Value : default;

    private Entry Find(TKey key, string version, Func<Task<Versioned<TValue>?>> read)
    {
        lock (gate)
        {
            if (byKey.TryGetValue(key, out var node))
            {
                byUse.Remove(node);
                if (node.Value.Version == version)
                {
                    byUse.AddFirst(node);
                    return node.Value;
                }
            }
            else if (byKey.Count >= most)
            {
                byKey.Remove(byUse.Last!.Value.Key);
                byUse.RemoveLast();
            }

            var entry = new Entry(key, version, self => Read(self, read));
            byKey[key] = byUse.AddFirst(entry);
            return entry;
        }
    }

    private async Task<Versioned<TValue>?> Read(Entry entry, Func<Task<Versioned<TValue>?>> read)
    {
        Versioned<TValue>? found = null;
        try
        {
            found = await read();
            return found;
        }
        finally
        {
            // What failed is read again by the next who asks.
            Settle(entry, found?.Version);
        }
    }

    private void Settle(Entry entry, string? version)
    {
        lock (gate)
        {
            if (version is not null)
                entry.Version = version;
            else if (byKey.TryGetValue(entry.Key, out var node) && node.Value == entry)
            {
                byKey.Remove(entry.Key);
                byUse.Remove(node);
            }
        }
    }

    private sealed class Entry
    {
        public Entry(TKey key, string version, Func<Entry, Task<Versioned<TValue>?>> read)
        {
            (Key, Version) = (key, version);
            Reading = new Lazy<Task<Versioned<TValue>?>>(() => read(this));
        }

        public TKey Key { get; }

        public string Version { get; set; }

        // Begun outside the lock, by the first who asks.
        public Lazy<Task<Versioned<TValue>?>> Reading { get; }
    }
}

/// <summary>A value with the version of the file it was read from.</summary>
/// <param name="Version">The version.</param>
/// <param name="Value">The value.</param>
internal sealed record Versioned<T>(string Version, T Value);
