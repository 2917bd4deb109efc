namespace Tidy.Core.Activity;

/// <summary>What one run did and waited for, in numbers. Runs that found nothing to do are not counted anywhere.</summary>
public sealed record RunActivity
{
    public required string RunId { get; init; }

    /// <summary><c>apply</c>, <c>retry</c> or <c>undo</c>.</summary>
    public required string Command { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public TimeSpan Duration { get; init; }

    public ExitCode Exit { get; init; }

    public int Moved { get; init; }

    public int Removed { get; init; }

    /// <summary>New in the queue.</summary>
    public int Queued { get; init; }

    public int Failed { get; init; }

    /// <summary>Of the files that moved.</summary>
    public long Bytes { get; init; }

    /// <summary>For the lock of the workspace.</summary>
    public TimeSpan WaitedForWorkspace { get; init; }

    /// <summary>For the lock of the queue, all its transactions together.</summary>
    public TimeSpan WaitedForQueue { get; init; }

    /// <summary>A lock was not to be had in time: the run did nothing, or could not save its queue.</summary>
    public bool GaveUp { get; init; }

    public IReadOnlyList<AttemptActivity> Attempts { get; init; } = [];

    public RunKind Kind => new(Command, Exit);

    public TimeSpan Waited => WaitedForWorkspace + WaitedForQueue;
}
