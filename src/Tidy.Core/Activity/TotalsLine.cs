using System.Collections.Immutable;

namespace Tidy.Core.Activity;

/// <summary>The sums in the first line of <c>activity.jsonl</c>. Keys are <c>command:exit</c> and <c>result:reason</c>.</summary>
internal sealed record TotalsLine
{
    /// <summary>The runs whose lines are left can still be added to it.</summary>
    private static readonly TimeSpan Longest = TimeSpan.MaxValue / 2;

    public DateTimeOffset? Since { get; init; }

    public IReadOnlyDictionary<string, long>? Runs { get; init; }

    public IReadOnlyDictionary<string, long>? Attempts { get; init; }

    public long Ms { get; init; }

    public long Moved { get; init; }

    public long Removed { get; init; }

    public long Queued { get; init; }

    public long Failed { get; init; }

    public long Bytes { get; init; }

    public long WorkspaceWaitMs { get; init; }

    public long QueueWaitMs { get; init; }

    public long WorkspaceWaits { get; init; }

    public long QueueWaits { get; init; }

    public long GaveUp { get; init; }

    public static TotalsLine Of(ActivityTotals totals) => new()
    {
        Since = totals.Since,
        Runs = totals.Runs.ToDictionary(r => $"{r.Key.Command}:{(int)r.Key.Exit}", r => r.Value),
        Attempts = totals.Attempts.ToDictionary(a => $"{WireNames.Of(a.Key.Result)}:{WireNames.Of(a.Key.Reason)}", a => a.Value),
        Ms = (long)totals.Duration.TotalMilliseconds,
        Moved = totals.Moved,
        Removed = totals.Removed,
        Queued = totals.Queued,
        Failed = totals.Failed,
        Bytes = totals.Bytes,
        WorkspaceWaitMs = (long)totals.WaitedForWorkspace.TotalMilliseconds,
        QueueWaitMs = (long)totals.WaitedForQueue.TotalMilliseconds,
        WorkspaceWaits = totals.WaitsForWorkspace,
        QueueWaits = totals.WaitsForQueue,
        GaveUp = totals.GaveUp,
    };

    public ActivityTotals ToTotals() => new()
    {
        Since = Since,
        Runs = Counts(Runs, RunKindOf),
        Attempts = Counts(Attempts, AttemptKindOf),
        Duration = ActivityLine.Span(Ms, Longest),
        Moved = Moved,
        Removed = Removed,
        Queued = Queued,
        Failed = Failed,
        Bytes = Bytes,
        WaitedForWorkspace = ActivityLine.Span(WorkspaceWaitMs, Longest),
        WaitedForQueue = ActivityLine.Span(QueueWaitMs, Longest),
        WaitsForWorkspace = WorkspaceWaits,
        WaitsForQueue = QueueWaits,
        GaveUp = GaveUp,
    };

    /// <summary>Words that this version does not know may mean the same to it.</summary>
    private static ImmutableDictionary<TKind, long> Counts<TKind>(IReadOnlyDictionary<string, long>? counts, Func<string, TKind?> kindOf)
        where TKind : struct
    {
        var known = ImmutableDictionary.CreateBuilder<TKind, long>();
        foreach ((string key, long count) in counts ?? ImmutableDictionary<string, long>.Empty)
        {
            if (kindOf(key) is { } kind)
                known[kind] = known.GetValueOrDefault(kind) + count;
        }

        return known.ToImmutable();
    }

    private static RunKind? RunKindOf(string key) =>
        key.Split(':') is [var command, var exit] && int.TryParse(exit, out int code) ? new RunKind(command, (ExitCode)code) : null;

    private static AttemptKind? AttemptKindOf(string key) =>
        key.Split(':') is [var result, var reason] && WireNames.AttemptResultOf(result) is { } known ? new AttemptKind(known, WireNames.ReasonOf(reason)) : null;
}
