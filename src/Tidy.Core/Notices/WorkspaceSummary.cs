namespace Tidy.Core.Notices;

/// <summary>How one workspace has fared for a time, and how its queue stands.</summary>
public sealed record WorkspaceSummary
{
    /// <summary>Of its folder.</summary>
    public required string Name { get; init; }

    /// <summary>Why there are no numbers, without a path; null when there are.</summary>
    public string? Problem { get; init; }

    public int Runs { get; init; }

    /// <summary>Runs that could not go on, or did not get a lock in time.</summary>
    public int FailedRuns { get; init; }

    public int Moved { get; init; }

    /// <summary>Of what moved.</summary>
    public long Bytes { get; init; }

    public int Pending { get; init; }

    public int Abandoned { get; init; }

    public int NeedsManual { get; init; }

    /// <summary>When the item that waits longest was first seen.</summary>
    public DateTimeOffset? Oldest { get; init; }

    /// <summary>Names of processes that held files at an attempt, those with the most first.</summary>
    public IReadOnlyList<HolderCount> TopHolders { get; init; } = [];

    public bool NeedsPerson => Problem is not null || Abandoned + NeedsManual + FailedRuns > 0;
}
