using System.Diagnostics;

namespace Tidy.Reliability.Tests.Concurrency;

/// <summary>
/// Where threads meet, round after round, to start together. After a barrier alone the last one to come is off while the others are still
/// being woken, and by then a rename is over; so who is awake looks out for the others for a moment.
/// </summary>
internal sealed class Rendezvous(int parties) : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMicroseconds(200);

    private readonly Barrier barrier = new(parties);
    private long awake;

    public void Meet()
    {
        barrier.SignalAndWait();
        Interlocked.Increment(ref awake);
        long since = Stopwatch.GetTimestamp();
        while (Interlocked.Read(ref awake) < barrier.CurrentPhaseNumber * parties && Stopwatch.GetElapsedTime(since) < Moment)
            Thread.SpinWait(1);
    }

    /// <summary>It is through, or it failed: the others must not wait for it.</summary>
    public void Leave() => barrier.RemoveParticipant();

    public void Dispose() => barrier.Dispose();
}
