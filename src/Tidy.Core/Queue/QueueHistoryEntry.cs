namespace Tidy.Core.Queue;

/// <summary>An item that left the queue: how, when, and in what state.</summary>
/// <param name="Ending">How it ended.</param>
/// <param name="Why">One clause for a person, or null when the ending says it all.</param>
public sealed record QueueHistoryEntry(PendingMove Item, QueueEnding Ending, DateTimeOffset EndedAt, string? Why = null);
