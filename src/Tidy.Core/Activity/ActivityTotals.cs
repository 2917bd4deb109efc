using System.Collections.Immutable;

namespace Tidy.Core.Activity;

/// <summary>Sums over runs; each only grows, as a counter of a monitoring system must.</summary>
public sealed record ActivityTotals
{
    /// <summary>Start of the first run that is counted; null when there is none.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Number of runs, by command and exit code.</summary>
    public ImmutableDictionary<RunKind, long> Runs { get; init; } = ImmutableDictionary<RunKind, long>.Empty;

    /// <summary>Number of attempts, by result and reason.</summary>
    public ImmutableDictionary<AttemptKind, long> Attempts { get; init; } = ImmutableDictionary<AttemptKind, long>.Empty;

    public TimeSpan Duration { get; init; }

    public long Moved { get; init; }

    public long Removed { get; init; }

    public long Queued { get; init; }

    public long Failed { get; init; }

    public long Bytes { get; init; }

    public TimeSpan WaitedForWorkspace { get; init; }

    public TimeSpan WaitedForQueue { get; init; }

    /// <summary>Runs for which a lock was not to be had in time.</summary>
    public long GaveUp { get; init; }

    public ActivityTotals Plus(RunActivity run) => this with
    {
        Since = Since ?? run.StartedAt,
        Runs = Runs.SetItem(run.Kind, Runs.GetValueOrDefault(run.Kind) + 1),
        Attempts = run.Attempts.Aggregate(Attempts, static (sums, one) => sums.SetItem(one.Kind, sums.GetValueOrDefault(one.Kind) + 1)),
        Duration = Duration + run.Duration,
        Moved = Moved + run.Moved,
        Removed = Removed + run.Removed,
        Queued = Queued + run.Queued,
        Failed = Failed + run.Failed,
        Bytes = Bytes + run.Bytes,
        WaitedForWorkspace = WaitedForWorkspace + run.WaitedForWorkspace,
        WaitedForQueue = WaitedForQueue + run.WaitedForQueue,
        GaveUp = GaveUp + (run.GaveUp ? 1 : 0),
    };
}
