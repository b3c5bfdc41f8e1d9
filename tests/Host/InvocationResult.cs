namespace Produktreport.Tests.Host;

/// <summary>How an invocation ended.</summary>
public enum InvocationStatus
{
    Success,
    Failure,
    Cancelled,

    /// <summary>The worker's process ended before it answered; to the host that is a failure like another.</summary>
    WorkerGone,
}

/// <summary>How an invocation ended, and with which exception.</summary>
public sealed record InvocationResult(string Id, InvocationStatus Status, string? ExceptionType = null, string? Message = null)
{
    public bool IsSuccess => Status == InvocationStatus.Success;
}
