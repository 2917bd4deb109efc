using Tidy.Core.Planning;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core;

/// <summary>Everything a run tells its caller; every output format is made from this.</summary>
public sealed record RunResult
{
    public required RunCommand Command { get; init; }

    /// <summary>Sorts by time, e.g. <c>20261122-031500123-4f1c</c>.</summary>
    public required string RunId { get; init; }

    public required WorkspaceRoot Root { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required TimeSpan Duration { get; init; }

    public required IReadOnlyList<Outcome> Entries { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The queue at the end of the run.</summary>
    public required QueueStats Queue { get; init; }

    /// <summary>Items that left the queue because their file moved in this run.</summary>
    public int MovedFromQueue { get; init; }

    /// <summary>See <see cref="Plan.DueAt"/>.</summary>
    public DateTimeOffset DueAt { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>It changed something, so it has a folder among the past runs; its report belongs there too.</summary>
    public bool IsRecorded { get; init; }

    /// <summary>It did something, or waited for something: see <see cref="Activity.ActivityLog"/>.</summary>
    public bool IsNotable { get; init; }

    /// <summary>
    /// What happened, before the caller's leniency (<c>--allow-pending</c>, <c>--strict</c>) is applied: Done, Findings, Pending, Usage
    /// (over the limits) or Unexpected.
    /// </summary>
    public required ExitCode Exit { get; init; }
}
