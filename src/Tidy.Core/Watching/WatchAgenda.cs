namespace Tidy.Core.Watching;

/// <summary>
/// When a watch does what: a burst of events becomes one step, and nothing that goes on finding nothing is done often. Counts on a clock that
/// nobody can set.
/// </summary>
/// <param name="settle">Quiet time after which new clutter is looked at.</param>
internal sealed class WatchAgenda(TimeProvider clock, TimeSpan settle)
{
    /// <summary>A folder that is never quiet is looked at all the same, after so many quiet times.</summary>
    private const int MostSettles = 10;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly int Steps = Enum.GetValues<WatchStep>().Length;

    private readonly long start = clock.GetTimestamp();
    private readonly TimeSpan?[] due = new TimeSpan?[Steps];
    private TimeSpan? clutterSince;

    private TimeSpan Now => clock.GetElapsedTime(start);

    /// <summary>How long nothing is due; <see cref="Timeout.InfiniteTimeSpan"/> when nothing ever is.</summary>
    public TimeSpan Rest
    {
        get
        {
            TimeSpan? first = due.Min(); // leaves out what is null
            return first is not { } time ? Timeout.InfiniteTimeSpan : time > Now ? time - Now : TimeSpan.Zero;
        }
    }

    /// <summary>The first step that is due, which is then done; or null.</summary>
    public WatchStep? Next()
    {
        TimeSpan now = Now;
        int step = Array.FindIndex(due, time => time <= now);
        if (step < 0)
            return null;
        due[step] = null;
        if (step == (int)WatchStep.Apply)
            clutterSince = null;
        return (WatchStep)step;
    }

    /// <summary>Between two steps that change nothing: a second, then two, and up to a minute.</summary>
    public TimeSpan Pause { get; private set; } = ShortestPause;

    /// <summary>At once, whatever else was planned.</summary>
    public void Do(WatchStep step) => Set(step, Now);

    /// <summary>After this time, unless it is due before.</summary>
    public void DoIn(WatchStep step, TimeSpan wait)
    {
        TimeSpan time = Now + wait;
        if (due[(int)step] is not { } earlier || time < earlier)
            Set(step, time);
    }

    /// <summary>After this time, but not before the <see cref="Pause"/>.</summary>
    public void DoAgainIn(WatchStep step, TimeSpan wait) => DoIn(step, wait > Pause ? wait : Pause);

    /// <summary>Something is new: it is looked at when nothing new has come for the quiet time.</summary>
    public void SeeClutter()
    {
        clutterSince ??= Now;
        TimeSpan settled = Now + settle, latest = clutterSince.Value + (MostSettles * settle);
        Set(WatchStep.Apply, settled < latest ? settled : latest);
    }

    /// <summary>How a run went, which says how soon another one is worth the while.</summary>
    public void Ran(bool changedSomething) =>
        Pause = changedSomething ? ShortestPause : Pause * 2 < LongestPause ? Pause * 2 : LongestPause;

    public void Forget(WatchStep step) => due[(int)step] = null;

    private void Set(WatchStep step, TimeSpan time) => due[(int)step] = time;
}
