namespace Tidy.Core.Queue;

/// <summary>Is the queue well? What cannot be read or locked is an error, never an empty queue.</summary>
/// <param name="Stats">Null when the queue could not be read.</param>
public sealed record QueueHealth(IReadOnlyList<QueueIssue> Issues, QueueStats? Stats)
{
    /// <summary>The worst of the issues.</summary>
    public QueueHealthStatus Status { get; } = Issues.Select(i => i.Severity).DefaultIfEmpty(QueueHealthStatus.Healthy).Max();

    public static QueueHealth Of(QueueReading reading, DateTimeOffset now, HealthThresholds thresholds)
    {
        QueueStats stats = reading.Queue.Stats(now);
        List<QueueIssue> issues = [.. reading.Findings.Select(f => Error(f.Message))];
        if (stats.Abandoned > 0)
            issues.Add(Error($"{stats.Abandoned} pending moves were abandoned: retry, drop or archive them"));
        if (stats.Pending > thresholds.PendingItems)
            issues.Add(Warning($"{stats.Pending} moves are pending, more than {thresholds.PendingItems}"));
        if (stats.FileSize > thresholds.FileSize)
            issues.Add(Warning($"The queue file has {stats.FileSize} bytes, more than {thresholds.FileSize}"));
        if (OldestAge(reading.Queue, now) is { } age && age > thresholds.OldestAge)
            issues.Add(Warning($"The oldest pending move waits for {age.TotalHours:0.#} h, longer than {thresholds.OldestAge.TotalHours:0.#} h"));
        return new QueueHealth(issues, stats);
    }

    private static QueueIssue Error(string message) => new(QueueHealthStatus.Error, message);

    private static QueueIssue Warning(string message) => new(QueueHealthStatus.Warning, message);

    private static TimeSpan? OldestAge(PendingQueue queue, DateTimeOffset now)
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
