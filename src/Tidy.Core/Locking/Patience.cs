namespace Tidy.Core.Locking;

/// <summary>Bounded waiting for something that sends no signal: pauses of 1, 2, 4 ... 20 ms until the time is up.</summary>
internal sealed class Patience(TimeSpan timeout, TimeProvider clock)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(20);

    /// <summary>The most that a wait handle takes.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly long start = clock.GetTimestamp();
    private TimeSpan pause = TimeSpan.FromMilliseconds(1);
    private TimeSpan waited;
    private TimeSpan blocked;

    /// <summary>What the waiting itself took; nothing when there was nothing to wait for.</summary>
    public TimeSpan Spent => waited + blocked;

    /// <summary>What is left; the pauses count even for a clock that stands still.</summary>
    public TimeSpan Remaining
    {
        get
        {
            TimeSpan elapsed = clock.GetElapsedTime(start);
            TimeSpan left = timeout - (elapsed > waited ? elapsed : waited);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Waits for a signal as long as time is left.</summary>
    /// <exception cref="AbandonedMutexException">It is a mutex whose holder died; it is the caller's now.</exception>
    public bool WaitFor(WaitHandle signal)
    {
        if (signal.WaitOne(0))
            return true;
        long began = clock.GetTimestamp();
        TimeSpan left = Remaining;
        try
        {
            return signal.WaitOne(left < LongestWait ? left : LongestWait);
        }
        finally
        {
            blocked += clock.GetElapsedTime(began);
        }
    }

    /// <summary>Pauses, or says at once that the time is up.</summary>
    public bool Wait()
    {
        TimeSpan left = Remaining;
        if (left == TimeSpan.Zero)
            return false;
        TimeSpan now = pause < left ? pause : left;
        using (var never = new ManualResetEvent(initialState: false))
            never.WaitOne(now < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : now);
        waited += now;
        pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        return true;
    }
}
