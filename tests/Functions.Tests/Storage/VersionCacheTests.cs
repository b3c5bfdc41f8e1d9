using Produktreport.Functions.Storage;

namespace Produktreport.Functions.Tests.Storage;

public sealed class VersionCacheTests
{
    private readonly VersionCache<string, string> cache = new(most: 2);
    private readonly List<string> read = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Two are kept; each word is a key with its version.</summary>
    [Theory]
    [InlineData("a1 a1 a1", "a1")]
    [InlineData("a1 b1 a1 b1", "a1 b1")]
    [InlineData("a1 a2 a2", "a1 a2")]
    [InlineData("a1 a2 a1", "a1 a2 a1")]
    [InlineData("a1 b1 c1 b1 c1", "a1 b1 c1")]
    [InlineData("a1 b1 c1 a1", "a1 b1 c1 a1")]
    [InlineData("a1 b1 a1 c1 a1", "a1 b1 c1")]
    [InlineData("a1 b1 b2 a1", "a1 b1 b2")]
    [InlineData("a1 b1 a1 c1 b1", "a1 b1 c1 b1")]
    public async Task EachVersion_IsReadOnce_AndWhatWasAskedForLongestAgoGoes(string asked, string expected)
    {
        foreach (var word in asked.Split(' '))
            Assert.Equal(word, await Get(word[..1], word[1..]));
        Assert.Equal(expected, string.Join(' ', read));
    }

    [Fact]
    public async Task AVersionThatIsLaterThanTheOneAskedFor_IsKeptAsTheLater()
    {
        await cache.Get("a", "1", () => Task.FromResult<Versioned<string>?>(new("2", "a2")), Cancellation);
        Assert.Equal("a2", await Get("a", "2"));
        Assert.Empty(read);
    }

    [Fact]
    public async Task WhatIsGone_IsNothing_AndAskedForAgain()
    {
        Assert.Null(await cache.Get("a", "1", () => Task.FromResult<Versioned<string>?>(null), Cancellation));
        Assert.Equal("a1", await Get("a", "1"));
    }

    [Fact]
    public async Task AReadingThatFailed_IsToldToWhoAsked_AndTriedAgain()
    {
        var failure = Task.FromException<Versioned<string>?>(new IOException());
        await Assert.ThrowsAsync<IOException>(() => cache.Get("a", "1", () => throw new IOException(), Cancellation));
        await Assert.ThrowsAsync<IOException>(() => cache.Get("a", "1", () => failure, Cancellation));
        Assert.Equal("a1", await Get("a", "1"));
    }

    [Fact]
    public async Task OfManyWhoAskAtOnce_OneReads_AndAllGetWhatItRead()
    {
        var answer = new TaskCompletionSource<Versioned<string>?>();
        var readings = 0;
        Task<Versioned<string>?> Read()
        {
            Interlocked.Increment(ref readings);
            return answer.Task;
        }

        var asking = Enumerable.Range(0, 20).Select(_ => Task.Run(() => cache.Get("a", "1", Read, Cancellation), Cancellation))
            .ToList();
        answer.SetResult(new("1", "a1"));
        Assert.All(await Task.WhenAll(asking), value => Assert.Equal("a1", value));
        Assert.Equal(1, readings);
    }

    [Fact]
    public async Task WhoStopsWaiting_StopsNobodyElse()
    {
        var answer = new TaskCompletionSource<Versioned<string>?>();
        using var stopping = new CancellationTokenSource();
        var impatient = cache.Get("a", "1", () => answer.Task, stopping.Token);
        var patient = cache.Get("a", "1", () => answer.Task, Cancellation);
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        answer.SetResult(new("1", "a1"));
        Assert.Equal("a1", await patient);
    }

    [Fact]
    public async Task RacingReaders_GetWhatTheyAskedFor()
    {
        var small = new VersionCache<int, string>(most: 3);
        await Parallel.ForAsync(0, 2_000, TestContext.Current.CancellationToken, async (number, token) =>
        {
            var (key, version) = (number % 5, $"{number % 7}");
            async Task<Versioned<string>?> Read()
            {
                await Task.Yield();
                return new(version, $"{key} {version}");
            }

            var found = await small.Get(key, version, Read, token);
            Assert.Equal($"{key} {version}", found);
        });
    }

    private Task<string?> Get(string key, string version)
    {
        return cache.Get(key, version, Read, Cancellation);

        Task<Versioned<string>?> Read()
        {
            read.Add(key + version);
            return Task.FromResult<Versioned<string>?>(new(version, key + version));
        }
    }
}
