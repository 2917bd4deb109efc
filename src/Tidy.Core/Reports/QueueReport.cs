using Tidy.Core.Activity;
using Tidy.Core.Planning;
using Tidy.Core.Queue;

namespace Tidy.Core.Reports;

/// <summary>The queue as something to act on: what deserves attention first, and what to do about it.</summary>
public sealed record QueueReport
{
    public required DateTimeOffset At { get; init; }

    public required QueueStats Stats { get; init; }

    /// <summary>The first in rank, of every status but succeeded.</summary>
    public required IReadOnlyList<ReportedMove> TopItems { get; init; }

    /// <summary>About the whole queue, the most urgent first.</summary>
    public required IReadOnlyList<Suggestion> Suggestions { get; init; }

    /// <summary>What runs waited for locks, in the time of <see cref="LookBack"/>.</summary>
    public LockWaits Waits { get; init; } = LockWaits.None;

    public TimeSpan LookBack { get; init; } = new HealthThresholds().LookBack;

    /// <summary>What is wrong with the queue file.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
