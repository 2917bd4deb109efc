namespace Tidy.Pages.Overviews;

/// <summary>One past run: from its journal, from the activity log, or from both.</summary>
public sealed record RunOverview
{
    public required string Id { get; init; }

    public required string Command { get; init; }

    public required DateTime StartedAt { get; init; }

    /// <summary>Null where only the journal tells of it.</summary>
    public long? DurationMs { get; init; }

    public int? ExitCode { get; init; }

    public int Moved { get; init; }

    public int Removed { get; init; }

    public int Queued { get; init; }

    public int Failed { get; init; }

    /// <summary>How long it waited for the locks of the workspace and of the queue; null when it did not.</summary>
    public long? WaitedMs { get; init; }

    /// <summary>It did not get a lock in time.</summary>
    public bool GaveUp { get; init; }

    public string? Undoes { get; init; }

    public string? UndoneBy { get; init; }

    public bool IsInterrupted { get; init; }

    /// <summary>There is something that an undo can put back.</summary>
    public bool CanUndo { get; init; }

    /// <summary>What it did and what it could not do, the first of <see cref="ActionsTotal"/>.</summary>
    public IReadOnlyList<RunActionOverview>? Actions { get; init; }

    public int ActionsTotal { get; init; }
}
