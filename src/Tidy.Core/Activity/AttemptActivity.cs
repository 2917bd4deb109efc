using Tidy.Core.Moving;

namespace Tidy.Core.Activity;

/// <summary>One try of a queue item.</summary>
/// <param name="ItemId">See <see cref="Queue.PendingMove.Id"/>.</param>
/// <param name="Source">Workspace-relative, with <c>/</c>.</param>
/// <param name="Reason">Why it waits, or waited until now.</param>
/// <param name="Attempt">Counted tries so far, this one included.</param>
/// <param name="Holder">Name of the process that held the file, without its path; null when nobody did or nobody was seen.</param>
public sealed record AttemptActivity(string ItemId, string Source, AttemptResult Result, FailureReason Reason, int Attempt, string? Holder)
{
    public AttemptKind Kind => new(Result, Reason);
}
