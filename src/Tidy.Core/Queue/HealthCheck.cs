namespace Tidy.Core.Queue;

/// <summary>What is looked at to say whether the queue is well.</summary>
public enum HealthCheck
{
    /// <summary>It can be read, whole, and its lock can be had.</summary>
    Usable,
    Abandoned,
    PendingItems,
    FileSize,
    OldestAge,
    LockWait,
    GaveUp,
}
