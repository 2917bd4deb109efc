using Tidy.Core.Queue;

namespace Tidy.Tool.Json;

/// <summary>The numbers of a queue's health, and in the same form what they may be at most.</summary>
/// <param name="FileSize">Bytes.</param>
/// <param name="OldestAge">Seconds; null when nothing is pending.</param>
/// <param name="LockWait">Seconds, the longest.</param>
/// <param name="GaveUp">Runs.</param>
internal sealed record HealthValuesJson(int? PendingItems, long? FileSize, double? OldestAge, double LockWait, int GaveUp)
{
    public static HealthValuesJson Of(QueueHealth health) =>
        new(health.Stats?.Pending, health.Stats?.FileSize, Seconds(health.OldestAge), Seconds(health.Waits.Longest)!.Value, health.Waits.GaveUp);

    public static HealthValuesJson Of(HealthThresholds most) => new(most.PendingItems, most.FileSize, Seconds(most.OldestAge), Seconds(most.LockWait)!.Value, 0);

    private static double? Seconds(TimeSpan? span) => span is { } time ? Math.Round(time.TotalSeconds, 3) : null;
}
