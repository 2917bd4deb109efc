namespace Tidy.Pages.Overviews;

/// <summary>How runs got along with each other: waits for the locks of the workspace and of the queue, in the runs that are shown.</summary>
/// <param name="Runs">Runs that waited.</param>
/// <param name="GaveUp">Runs that did not get a lock in time.</param>
public sealed record WaitOverview(int Runs, long TotalMs, long LongestMs, int GaveUp)
{
    internal static WaitOverview Of(IReadOnlyList<RunOverview> runs) => new(
        runs.Count(r => r.WaitedMs > 0),
        runs.Sum(r => r.WaitedMs ?? 0),
        runs.Max(r => r.WaitedMs) ?? 0,
        runs.Count(r => r.GaveUp));
}
