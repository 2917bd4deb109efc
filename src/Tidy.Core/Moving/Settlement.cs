using Tidy.Core.Planning;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Moving;

/// <summary>
/// Turns what the pass came to into outcomes for people and changes for the queue. What could not move is queued; what the queue
/// had is counted, ended or closed.
/// </summary>
internal sealed class Settlement(RunRequest request, RunServices services, Blockers blockers, QueueChanges changes)
{
    private readonly DateTimeOffset now = services.Clock.GetUtcNow();
    private readonly QueueEntry queueEntry = new(request, services, services.Clock.GetUtcNow());

    public Outcome Of(MoveTry one)
    {
        PlanEntry entry = one.Entry;
        return one.Result switch
        {
            null => new Outcome(entry) { Message = "not tried: the run was cancelled" },
            { Failure: { } failure } => OfFailure(one, failure),
            { LeftBecause: { } why } => new Outcome(entry) { Status = EntryStatus.Skipped, Message = one.WaitsForUnit ? StaysWith(entry) : why },
            { Destination: var destination } => OfSuccess(entry, destination),
        };
    }

    /// <summary>A retry that is due, of a file that is still in use: counted without a move.</summary>
    public Outcome OfStillInUse(PlanEntry entry) => OfBlocked(entry, Failures.InUse(services.Files, "another process has it open"));

    /// <summary>A queue item that ended without a move; a person hears of it when it is theirs to know.</summary>
    public IEnumerable<Finding> Close(QueueClosing closing)
    {
        PendingMove item = closing.Item;
        if (closing.Ending != PendingStatus.Abandoned)
        {
            changes.End(new(item, QueueEnding.Closed, now, closing.Why));
            string what = item.Action == QueueActions.Move ? $"move to '{item.Destination}'" : $"'{item.Action}'";
            return [new Finding(Codes.MovedFromQueue, FindingLevel.Note, item.Source.Value, $"Its pending {what} has ended: {closing.Why}.")];
        }

        changes.Put(new RetrySchedule(request.Config.Queue).Expire(item));
        return [new Finding(Codes.Abandoned, FindingLevel.Warning, item.Source.Value,
            $"Abandoned after {item.AttemptCount} attempts since {item.FirstSeenAt.UtcDateTime:yyyy-MM-dd}: {closing.Why}. It stays where it is; 'dotnet tidy retry {item.Id}' tries again.")];
    }

    private Outcome OfSuccess(PlanEntry entry, WorkspacePath? destination)
    {
        if (entry.Pending is { } item)
            changes.End(new(item, QueueEnding.Moved, now, $"to '{destination}'"));
        bool isRemoval = entry.Action == PlanAction.RemoveDuplicate || destination is null;
        return new Outcome(entry)
        {
            Status = isRemoval ? EntryStatus.Removed : EntryStatus.Moved,
            Destination = destination ?? entry.Destination,
            Code = entry.Pending is null ? null : Codes.MovedFromQueue,
            Message = entry.Pending is { } was ? $"moved from the queue after attempt {was.AttemptCount}" : entry.Message,
            Pending = null,
        };
    }

    private Outcome OfFailure(MoveTry one, Failure failure)
    {
        PlanEntry entry = one.Entry;
        if (one.WaitsForUnit)
            return new Outcome(entry) { Status = EntryStatus.Skipped, Reason = failure.Reason, Message = StaysWith(entry) };
        if (failure.Reason == FailureReason.MissingSource)
            return OfMissing(entry);
        if (failure.Reason == FailureReason.Locked && entry.LeaveIfInUse)
            return OfInUse(entry, "in use: left where it is until a later run");
        if (failure.Reason == FailureReason.Locked && entry.Action == PlanAction.RemoveDuplicate)
            return OfInUse(entry, "in use: the next run looks again whether it is a duplicate");
        // Only a move can wait: what else could not be done is planned again by its phase, from what is there then.
        bool isQueued = entry.Action == PlanAction.Move && request.Command != RunCommand.Undo && !IsRefusal(failure);
        return isQueued
            ? OfBlocked(entry, failure)
            : new Outcome(entry) { Status = EntryStatus.Failed, Reason = failure.Reason, Code = Codes.MoveFailed, Message = failure.Message, Holders = blockers.Of(entry.Source) };
    }

    private Outcome OfInUse(PlanEntry entry, string message) => new(entry)
    {
        Status = EntryStatus.Skipped,
        Reason = FailureReason.Locked,
        Holders = blockers.Of(entry.Source),
        Message = message,
    };

    private static string StaysWith(PlanEntry entry) => $"it stays with '{entry.UnitOf}'";

    /// <summary>The path itself was refused (a link in a parent): a queue cannot help.</summary>
    private static bool IsRefusal(Failure failure) => failure.Call == "lstat";

    private Outcome OfMissing(PlanEntry entry)
    {
        if (entry.Pending is { } item)
            changes.End(new(item, QueueEnding.Closed, now, "its source is gone: moved or removed by other means"));
        return new Outcome(entry) { Status = EntryStatus.Skipped, Reason = FailureReason.MissingSource, Message = "it went away before it could be moved", Pending = null };
    }

    private Outcome OfBlocked(PlanEntry entry, Failure failure)
    {
        if (failure.Reason == FailureReason.Locked && blockers.IsOwnBuild(entry.Source))
            return OfOwnBuild(entry, failure);
        if (failure.Reason == FailureReason.Locked && entry is { Pending: { } waiting, IsAsked: false } && IsEarly(waiting))
            return OfEarly(entry, failure);
        PendingMove item = queueEntry.For(entry, failure, blockers.Of(entry.Source));
        changes.Put(item);
        return BlockedMessages.Outcome(entry, item, failure, request.Config.Queue);
    }

    /// <summary>
    /// A probe found it free, and the move did not: the backoff has not passed, so this is no attempt. Else each build would
    /// count one, and ten builds would abandon a folder that Windows will not move, or a mount point; and what is abandoned would be
    /// abandoned again by each build.
    /// </summary>
    private bool IsEarly(PendingMove item) => item.Reason == FailureReason.Locked
        && (item.Status == PendingStatus.Abandoned || (item.Status == PendingStatus.Pending && now < item.NextEligibleAt));

    private Outcome OfEarly(PlanEntry entry, Failure failure) => new(entry)
    {
        Status = EntryStatus.Queued,
        Reason = FailureReason.Locked,
        Holders = blockers.Of(entry.Source),
        MaxAttempts = RetryPolicy.For(FailureReason.Locked, request.Config.Queue).MaxAttempts,
        Message = $"{failure.Message}; it moves when it is free",
    };

    private Outcome OfOwnBuild(PlanEntry entry, Failure failure) => new(entry)
    {
        Status = EntryStatus.Skipped,
        Reason = failure.Reason,
        Code = Codes.HeldByOwnBuild,
        Holders = blockers.Of(entry.Source),
        Message = "held open by this run itself or what started it; left for the next run",
    };
}
