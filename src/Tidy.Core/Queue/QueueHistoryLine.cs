namespace Tidy.Core.Queue;

/// <summary>One line of <c>queue-history.jsonl</c>.</summary>
internal sealed record QueueHistoryLine(DateTimeOffset EndedAt, string Ending, string? Why, QueueFileItem Item);
