namespace Tidy.Core;

/// <summary>Tells an observer of each step of a run and how long it took; without one nothing is measured.</summary>
internal sealed class StepClock(IRunObserver? observer, TimeProvider clock)
{
    private long since = clock.GetTimestamp();

    /// <summary>What went on since the last step was this.</summary>
    /// <param name="what">Asked only when somebody listens.</param>
    public void Over(string name, Func<string> what)
    {
        if (observer is null)
            return;
        long now = clock.GetTimestamp();
        observer.Stepped(new RunStep(name, what(), clock.GetElapsedTime(since, now)));
        since = now;
    }
}
