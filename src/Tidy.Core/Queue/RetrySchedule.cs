using Tidy.Core.Configuration;
using Tidy.Core.Moving;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Queue;

/// <summary>What a failed attempt makes of a pending move. Pure: it reads no clock and no disk.</summary>
public sealed class RetrySchedule(QueueConfig config)
{
    private const int MaxErrorLength = 2000;

    /// <summary>The item for a move that failed for the first time; size, tags and commit are added by whoever knows them.</summary>
    public PendingMove NewItem(WorkspacePath source, WorkspacePath destination, FailedAttempt attempt)
    {
        DateTimeOffset now = QueueTime.Truncate(attempt.At);
        var item = new PendingMove
        {
            Id = PendingMoveId.Compute(source, destination, "move"),
            Source = source,
            Destination = destination,
            FirstSeenAt = now,
            LastAttemptAt = now,
            NextEligibleAt = now,
            AttemptCount = 0,
        };
        return AfterFailedAttempt(item, attempt);
    }

    /// <summary>
    /// The item with one more attempt and the new reason: waiting longer, or at its bound ended. Attempts are tested before
    /// age, so an item at both bounds says that it was tried often enough.
    /// </summary>
    public PendingMove AfterFailedAttempt(PendingMove item, FailedAttempt attempt)
    {
        DateTimeOffset now = QueueTime.Truncate(attempt.At);
        RetryPolicy policy = RetryPolicy.For(attempt.Failure.Reason, config);
        int count = item.AttemptCount == int.MaxValue ? int.MaxValue : item.AttemptCount + 1;
        PendingMove tried = WithError(item, attempt) with
        {
            Status = PendingStatus.Pending,
            AttemptCount = count,
            LastAttemptAt = now,
            NextEligibleAt = now + policy.WaitAfter(count),
            ManualReason = null,
        };
        if (count >= policy.MaxAttempts)
            return tried with { Status = policy.AtTheBound, ManualReason = BoundReason(attempt.Failure.Reason, count) };
        return IsExpired(tried, now) ? Expire(tried) : tried;
    }

    /// <summary>If the next attempt fails too, it was the last.</summary>
    public bool IsLastAttemptNext(PendingMove item) => item.AttemptCount + 1L >= RetryPolicy.For(item.Reason, config).MaxAttempts;

    /// <summary>It was first seen so long ago that it is given up, whatever the count.</summary>
    public bool IsExpired(PendingMove item, DateTimeOffset now) =>
        item.Status == PendingStatus.Pending && now - item.FirstSeenAt >= config.AbandonAfter;

    /// <summary>The item given up because of its age.</summary>
    public PendingMove Expire(PendingMove item) => item with
    {
        Status = PendingStatus.Abandoned,
        ManualReason = $"Not moved within {config.AbandonAfter.TotalDays:0.##} days of {item.FirstSeenAt.UtcDateTime:yyyy-MM-dd}; "
            + $"last reason: {WireNames.Of(item.Reason)}",
    };

    private static PendingMove WithError(PendingMove item, FailedAttempt attempt)
    {
        int? code = attempt.Failure.Code.IsOk ? null : attempt.Failure.Code.Value;
        bool windows = attempt.Family == OsFamily.Windows;
        return item with
        {
            Reason = attempt.Failure.Reason,
            LastError = Shorten(attempt.Failure.Message),
            LastErrorType = TypeOf(attempt.Failure.Reason),
            LastErrorErrno = windows ? null : code,
            LastErrorWinerror = windows ? code : null,
            Holders = attempt.Holders,
            BootId = attempt.BootId,
            Cause = attempt.Cause,
        };
    }

    private static string BoundReason(FailureReason reason, int count) => reason == FailureReason.DestExists
        ? "The destination exists: choose which file stays, then retry"
        : $"Tried {count} times, last reason: {WireNames.Of(reason)}";

    private static string Shorten(string message)
    {
        if (message.Length <= MaxErrorLength)
            return message;
        // Half a surrogate pair could not be written as JSON.
        return message[..(char.IsHighSurrogate(message[MaxErrorLength - 1]) ? MaxErrorLength - 1 : MaxErrorLength)];
    }

    private static string TypeOf(FailureReason reason) => reason switch
    {
        FailureReason.Locked => "SharingViolation",
        FailureReason.Permission => "PermissionDenied",
        FailureReason.DestExists => "DestinationExists",
        FailureReason.MissingSource => "SourceMissing",
        FailureReason.CrossDevice => "CrossDevice",
        FailureReason.ReadOnlyFs => "ReadOnlyFileSystem",
        FailureReason.PathTooLong => "PathTooLong",
        FailureReason.DiskFull => "DiskFull",
        _ => "SystemError",
    };
}
