using Tidy.Core.Holders;
using Tidy.Core.Moving;
using Tidy.Core.Planning;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core;

/// <summary>What became of one entry of the plan. In a preview that is what the plan says.</summary>
public sealed record Outcome(PlanEntry Entry)
{
    public EntryStatus Status { get; init; } = Entry.Status;

    /// <summary>Where it went: another name than planned when the planned one was taken in between.</summary>
    public WorkspacePath? Destination { get; init; } = Entry.Destination;

    public FailureReason? Reason { get; init; }

    public string? Message { get; init; } = Entry.Message;

    /// <summary>One of <see cref="Codes"/>, when there is something to say.</summary>
    public string? Code { get; init; }

    public IReadOnlyList<Holder> Holders { get; init; } = [];

    /// <summary>The queue item as it is after the run.</summary>
    public PendingMove? Pending { get; init; } = Entry.Pending;

    /// <summary>The bound of <see cref="PendingMove.AttemptCount"/> for its reason.</summary>
    public int? MaxAttempts { get; init; }
}
