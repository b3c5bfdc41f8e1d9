namespace Produktreport.Functions.Storage.Local;

/// <summary>Nothing waits in queues: a failed report is tried again with every run.</summary>
internal sealed class NoGivenUpMessages : IGivenUpMessages
{
    public bool HasQueue => false;

    public Task<int> Count(CancellationToken cancellation = default) => Task.FromResult(0);

    public Task<IReadOnlyList<GivenUpMessage>> List(CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyList<GivenUpMessage>>([]);

    public Task<GivenUpMessage?> Take(
        string id, Func<GivenUpMessage, Task> work, CancellationToken cancellation = default) =>
        Task.FromResult<GivenUpMessage?>(null);
}
