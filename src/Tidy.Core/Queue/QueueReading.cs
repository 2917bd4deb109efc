using Tidy.Core.Planning;

namespace Tidy.Core.Queue;

/// <summary>The queue as it was read, and what had to be repaired for that.</summary>
public sealed record QueueReading(PendingQueue Queue, IReadOnlyList<Finding> Findings);
