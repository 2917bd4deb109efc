using Tidy.Core.Activity;

namespace Tidy.Core.Queue;

/// <summary>Is the queue well? What cannot be read or locked is an error, never an empty queue.</summary>
/// <param name="Stats">Null when the queue could not be read.</param>
public sealed record QueueHealth(IReadOnlyList<QueueIssue> Issues, QueueStats? Stats)
{
    /// <summary>The worst of the issues.</summary>
    public QueueHealthStatus Status { get; } = Issues.Select(i => i.Severity).DefaultIfEmpty(QueueHealthStatus.Healthy).Max();

    /// <summary>What the numbers were held against.</summary>
    public HealthThresholds Thresholds { get; init; } = new();

    /// <summary>Of the oldest pending item; null when none is pending.</summary>
    public TimeSpan? OldestAge { get; init; }

    public LockWaits Waits { get; init; } = LockWaits.None;

    public static QueueHealth Of(QueueReading reading, ActivityReading activity, DateTimeOffset now, HealthThresholds thresholds)
    {
        LockWaits waits = LockWaits.Of(activity, now - thresholds.LookBack);
        QueueStats stats = reading.Queue.Stats(now);
        TimeSpan? oldest = OldestOf(reading.Queue, now);
        List<QueueIssue> issues = [.. reading.Findings.Select(f => Error(HealthCheck.Usable, f.Message))];
        if (stats.Abandoned > 0)
            issues.Add(Error(HealthCheck.Abandoned, stats.Abandoned == 1 ? "1 pending move was abandoned: retry, drop or archive it" : $"{stats.Abandoned} pending moves were abandoned: retry, drop or archive them"));
        if (stats.Pending > thresholds.PendingItems)
            issues.Add(Warning(HealthCheck.PendingItems, $"{stats.Pending} moves are pending, more than {thresholds.PendingItems}"));
        if (stats.FileSize > thresholds.FileSize)
            issues.Add(Warning(HealthCheck.FileSize, $"The queue file has {stats.FileSize} bytes, more than {thresholds.FileSize}"));
        if (oldest > thresholds.OldestAge)
            issues.Add(Warning(HealthCheck.OldestAge, $"The oldest pending move waits for {oldest.Value.TotalHours:0.#} h, longer than {thresholds.OldestAge.TotalHours:0.#} h"));
        issues.AddRange(OfWaits(waits, thresholds));
        return new QueueHealth(issues, stats) { Thresholds = thresholds, OldestAge = oldest, Waits = waits };
    }

    private static IEnumerable<QueueIssue> OfWaits(LockWaits waits, HealthThresholds thresholds)
    {
        string period = $"in the last {thresholds.LookBack.TotalHours:0.#} h";
        if (waits.GaveUp > 0)
            yield return Warning(HealthCheck.GaveUp, $"{waits.GaveUp} of {waits.Runs} runs gave up waiting for a lock {period}: run them at other times, or give them a longer --lock-timeout");
        if (waits.Longest > thresholds.LockWait)
            yield return Warning(HealthCheck.LockWait, $"A run waited {waits.Longest.TotalSeconds:0.#} s for a lock {period}, longer than {thresholds.LockWait.TotalSeconds:0.#} s");
    }

    private static QueueIssue Error(HealthCheck check, string message) => new(check, QueueHealthStatus.Error, message);

    private static QueueIssue Warning(HealthCheck check, string message) => new(check, QueueHealthStatus.Warning, message);

    private static TimeSpan? OldestOf(PendingQueue queue, DateTimeOffset now)
    {
        TimeSpan? oldest = null;
        foreach (PendingMove item in queue.Items)
        {
            if (item.Status == PendingStatus.Pending && !(oldest >= now - item.FirstSeenAt))
                oldest = now - item.FirstSeenAt;
        }

        return oldest;
    }
}
