using Microsoft.Extensions.Logging;

namespace Produktreport.Tests.Host;

/// <summary>A line the worker logged.</summary>
/// <param name="InvocationId">Null where it belongs to no invocation.</param>
/// <param name="Category">The logger's name; empty in the worker's own lines.</param>
/// <param name="Level">Its level.</param>
/// <param name="EventId">The event's name, or else its number; <c>0</c> where it has none.</param>
/// <param name="Message">Its text.</param>
/// <param name="Exception">The exception's message and stack; null without one.</param>
public sealed record WorkerLog(string? InvocationId, string Category, LogLevel Level, string EventId, string Message,
    string? Exception);
