using System.Collections.Immutable;

namespace Tidy.Core.Activity;

/// <summary>The sums in the first line of <c>activity.jsonl</c>. Keys are <c>command:exit</c> and <c>result:reason</c>.</summary>
internal sealed record TotalsLine
{
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
        GaveUp = totals.GaveUp,
    };

    public ActivityTotals ToTotals() => new()
    {
        Since = Since,
        Runs = (Runs ?? ImmutableDictionary<string, long>.Empty).Select(r => (Kind: RunKindOf(r.Key), r.Value)).Where(r => r.Kind is not null)
            .ToImmutableDictionary(r => r.Kind!.Value, r => r.Value),
        Attempts = (Attempts ?? ImmutableDictionary<string, long>.Empty).Select(a => (Kind: AttemptKindOf(a.Key), a.Value)).Where(a => a.Kind is not null)
            .ToImmutableDictionary(a => a.Kind!.Value, a => a.Value),
        Duration = TimeSpan.FromMilliseconds(Ms),
        Moved = Moved,
        Removed = Removed,
        Queued = Queued,
        Failed = Failed,
        Bytes = Bytes,
        WaitedForWorkspace = TimeSpan.FromMilliseconds(WorkspaceWaitMs),
        WaitedForQueue = TimeSpan.FromMilliseconds(QueueWaitMs),
        GaveUp = GaveUp,
    };

    private static RunKind? RunKindOf(string key) =>
        key.Split(':') is [var command, var exit] && int.TryParse(exit, out int code) ? new RunKind(command, (ExitCode)code) : null;

    private static AttemptKind? AttemptKindOf(string key) =>
        key.Split(':') is [var result, var reason] && WireNames.AttemptResultOf(result) is { } known ? new AttemptKind(known, WireNames.ReasonOf(reason)) : null;
}
