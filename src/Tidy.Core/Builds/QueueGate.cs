using Tidy.Core.Moving;
using Tidy.Core.Queue;

namespace Tidy.Core.Builds;

/// <summary>When the pending queue needs a run again: at the next attempt, at the next probe, or when a holder ends.</summary>
internal sealed class QueueGate
{
    /// <summary>Beyond that the probe has to do.</summary>
    private const int MaxHolders = 64;

    /// <summary>While a file is locked, a build looks at most so often whether it is free.</summary>
    private static readonly TimeSpan ProbeEvery = TimeSpan.FromSeconds(10);

    /// <summary>An item that was given up is still moved when it is free, but nobody waits for it.</summary>
    private static readonly TimeSpan ProbeEndedEvery = TimeSpan.FromMinutes(10);

    private readonly DateTimeOffset now;
    private readonly TimeSpan abandonAfter;

    public QueueGate(IEnumerable<PendingMove> items, TimeSpan abandonAfter, DateTimeOffset now)
    {
        this.now = now;
        this.abandonAfter = abandonAfter;
        foreach (PendingMove item in items.Where(i => i.Status is not (PendingStatus.Held or PendingStatus.Succeeded)))
        {
            DueAt = Math.Min(DueAt, DueOf(item).UtcTicks);
            if (item.Reason == FailureReason.Locked)
                Holders.AddRange(item.Holders.Take(MaxHolders - Holders.Count).Select(h => new GateHolder(h.ProcessId, h.StartedAt?.UtcTicks ?? 0)));
        }
    }

    /// <summary>UTC ticks.</summary>
    public long DueAt { get; } = GateFile.Never;

    public List<GateHolder> Holders { get; } = [];

    private DateTimeOffset DueOf(PendingMove item)
    {
        DateTimeOffset probe = item.Reason != FailureReason.Locked ? DateTimeOffset.MaxValue
            : now + (item.Status == PendingStatus.Pending ? ProbeEvery : ProbeEndedEvery);
        return item.Status == PendingStatus.Pending ? Earliest(probe, item.NextEligibleAt, item.FirstSeenAt + abandonAfter) : probe;
    }

    private static DateTimeOffset Earliest(params ReadOnlySpan<DateTimeOffset> times)
    {
        DateTimeOffset earliest = DateTimeOffset.MaxValue;
        foreach (DateTimeOffset time in times)
            earliest = time < earliest ? time : earliest;
        return earliest;
    }
}
