using System.Globalization;
using Tidy.Core.Configuration;
using Tidy.Core.Planning;
using Tidy.Core.Queue;

namespace Tidy.Core.Moving;

/// <summary>What a person is told about a move that did not happen: why, who, how often, and what happens next.</summary>
internal static class BlockedMessages
{
    public static Outcome Outcome(PlanEntry entry, PendingMove item, Failure failure, QueueConfig config)
    {
        int maxAttempts = RetryPolicy.For(item.Reason, config).MaxAttempts;
        bool isLastNext = new RetrySchedule(config).IsLastAttemptNext(item);
        return new Outcome(entry)
        {
            Status = EntryStatus.Queued,
            Reason = failure.Reason,
            Code = CodeOf(entry, item, isLastNext),
            Message = $"{What(item, failure)}; {Next(item, maxAttempts, isLastNext)}",
            Holders = item.Holders,
            Pending = item,
            MaxAttempts = maxAttempts,
        };
    }

    private static string CodeOf(PlanEntry entry, PendingMove item, bool isLastNext) => item.Status switch
    {
        PendingStatus.NeedsManual => Codes.NeedsPerson,
        PendingStatus.Abandoned => Codes.Abandoned,
        _ when item.Reason != FailureReason.Locked => Codes.MoveFailed,
        _ when entry.Pending is null => Codes.InUseQueued,
        _ when isLastNext => Codes.LastAttempt,
        _ => Codes.StillInUse,
    };

    /// <summary>What a Unix system itself refuses as busy has a number, and need not be in use by anybody: a mount point is not.</summary>
    private static string What(PendingMove item, Failure failure)
    {
        if (failure.Reason == FailureReason.Locked && item.Holders.Count > 0)
            return $"in use by {string.Join(", ", item.Holders)}";
        bool isInUse = failure.Reason == FailureReason.Locked && item.LastErrorErrno is null;
        return isInUse ? "in use by a process that could not be named" : failure.Message;
    }

    private static string Next(PendingMove item, int maxAttempts, bool isLastNext)
    {
        string attempt = string.Create(CultureInfo.InvariantCulture, $"attempt {item.AttemptCount} of {maxAttempts}");
        return item.Status switch
        {
            PendingStatus.NeedsManual => $"{attempt}: it needs a person, and is tried again when its cause changes or by 'dotnet tidy retry {item.Id}'",
            PendingStatus.Abandoned => $"{attempt}: abandoned, and tried again only when it is free or by 'dotnet tidy retry {item.Id}'",
            _ when isLastNext => $"{attempt}, the next is the last and counts from {Utc(item.NextEligibleAt)}",
            _ when item.Reason == FailureReason.Locked => $"{attempt}, it moves when it is free, and counts again from {Utc(item.NextEligibleAt)}",
            _ => $"{attempt}, tried again when its cause changes, or from {Utc(item.NextEligibleAt)}",
        };
    }

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
