namespace Tidy.Core.Queue;

/// <summary>The queue in numbers. Bytes are sums of the items' estimates; times are UTC.</summary>
public sealed record QueueStats
{
    public int Total { get; init; }

    public int Pending { get; init; }

    public int Succeeded { get; init; }

    public int Abandoned { get; init; }

    public int NeedsManual { get; init; }

    public int Held { get; init; }

    /// <summary>Pending items whose backoff has passed.</summary>
    public int EligibleNow { get; init; }

    public long Bytes { get; init; }

    public long FileSize { get; init; }

    /// <summary>When the item that waits longest was first seen, whatever its status.</summary>
    public DateTimeOffset? Oldest { get; init; }

    public DateTimeOffset? Newest { get; init; }

    public IReadOnlyDictionary<string, int> ByReason { get; init; } = Empty;

    /// <summary>Counts by the source's extension in lower case, <c>""</c> for none.</summary>
    public IReadOnlyDictionary<string, int> ByFileType { get; init; } = Empty;

    /// <summary>Counts by the commit that was checked out when the item was queued; items without one are not counted.</summary>
    public IReadOnlyDictionary<string, int> ByCommit { get; init; } = Empty;

    private static readonly Dictionary<string, int> Empty = [];
}
