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

    /// <summary>What is wrong with the queue file.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
