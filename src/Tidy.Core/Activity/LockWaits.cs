namespace Tidy.Core.Activity;

/// <summary>How long runs waited for the locks of the workspace and of the queue. Runs that found nothing to do and hardly waited are not noted, and so not in it.</summary>
/// <param name="Runs">Noted runs.</param>
/// <param name="Waited">Those that waited long enough to notice: <see cref="Notable"/>.</param>
/// <param name="GaveUp">Those for which a lock was not to be had in time.</param>
/// <param name="Median">Of all noted runs, as the next two.</param>
/// <param name="Percentile95">19 of 20 runs waited no longer.</param>
public sealed record LockWaits(int Runs, int Waited, int GaveUp, TimeSpan Median, TimeSpan Percentile95, TimeSpan Longest)
{
    /// <summary>Two runs that meet are apart in less.</summary>
    public static readonly TimeSpan Notable = TimeSpan.FromMilliseconds(50);

    public static readonly LockWaits None = new(0, 0, 0, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);

    /// <param name="since">Older runs are left out.</param>
    public static LockWaits Of(ActivityReading activity, DateTimeOffset since)
    {
        List<RunActivity> runs = [.. activity.Runs.Where(r => r.StartedAt >= since)];
        if (runs.Count == 0)
            return None;
        TimeSpan[] waits = [.. runs.Select(WaitOf).Order()];
        return new LockWaits(runs.Count, waits.Count(w => w >= Notable), runs.Count(r => r.GaveUp), Share(waits, 0.5), Share(waits, 0.95), waits[^1]);
    }

    /// <summary>A run that never got its lock did nothing but wait.</summary>
    private static TimeSpan WaitOf(RunActivity run) => run.GaveUp && run.Waited == TimeSpan.Zero ? run.Duration : run.Waited;

    private static TimeSpan Share(TimeSpan[] sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}
