namespace Tidy.Pages.Overviews;

/// <summary>What the runs of one day (UTC) did.</summary>
/// <param name="Moved">Files moved or removed.</param>
/// <param name="Failed">Not moved and not queued.</param>
public sealed record DayOverview(DateOnly Date, int Runs, int Moved, int Queued, int Failed)
{
    /// <summary>So many days are shown.</summary>
    public const int Shown = 30;

    internal static IReadOnlyList<DayOverview> Of(IEnumerable<RunOverview> runs, DateTimeOffset now)
    {
        DateOnly first = DateOnly.FromDateTime(now.UtcDateTime).AddDays(1 - Shown);
        DayOverview[] days = [.. Enumerable.Range(0, Shown).Select(n => new DayOverview(first.AddDays(n), 0, 0, 0, 0))];
        foreach (RunOverview run in runs)
        {
            int at = DateOnly.FromDateTime(run.StartedAt).DayNumber - first.DayNumber;
            if (at is >= 0 and < Shown)
                days[at] = days[at].With(run);
        }

        return days;
    }

    private DayOverview With(RunOverview run) => this with
    {
        Runs = Runs + 1,
        Moved = Moved + run.Moved + run.Removed,
        Queued = Queued + run.Queued,
        Failed = Failed + run.Failed,
    };
}
