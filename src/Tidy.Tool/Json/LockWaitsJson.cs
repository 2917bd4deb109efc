using Tidy.Core.Activity;

namespace Tidy.Tool.Json;

/// <summary>What runs waited for the locks of the workspace and of the queue; times in milliseconds.</summary>
/// <param name="LookBackSeconds">Older runs are left out.</param>
internal sealed record LockWaitsJson(long LookBackSeconds, int Runs, int Waited, int GaveUp, long P50Ms, long P95Ms, long MaxMs)
{
    public static LockWaitsJson Of(LockWaits waits, TimeSpan lookBack) => new(
        (long)lookBack.TotalSeconds, waits.Runs, waits.Waited, waits.GaveUp, Ms(waits.Median), Ms(waits.Percentile95), Ms(waits.Longest));

    private static long Ms(TimeSpan wait) => (long)wait.TotalMilliseconds;
}
