namespace Tidy.Core.Queue;

/// <summary>Above these the queue deserves a warning.</summary>
public sealed record HealthThresholds
{
    public int PendingItems { get; init; } = 100;

    /// <summary>Bytes of the queue file.</summary>
    public long FileSize { get; init; } = 10_000_000;

    /// <summary>Age of the oldest pending item, from when it was first seen.</summary>
    public TimeSpan OldestAge { get; init; } = TimeSpan.FromHours(24);
}
