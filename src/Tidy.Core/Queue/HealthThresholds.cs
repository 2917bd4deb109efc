namespace Tidy.Core.Queue;

/// <summary>Above these the queue deserves a warning.</summary>
public sealed record HealthThresholds
{
    public int PendingItems { get; init; } = 100;

    /// <summary>Bytes of the queue file.</summary>
    public long FileSize { get; init; } = 10_000_000;

    /// <summary>Age of the oldest pending item, from when it was first seen.</summary>
    public TimeSpan OldestAge { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The longest that a run waited for the lock of the workspace and that of the queue, within <see cref="LookBack"/>.</summary>
    public TimeSpan LockWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How far back waits are looked at. Any run of that time that gave up waiting is a warning.</summary>
    public TimeSpan LookBack { get; init; } = TimeSpan.FromHours(24);
}
