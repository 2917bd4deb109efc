using Tidy.Core.Queue;

namespace Tidy.Pages.Overviews;

/// <summary>The whole queue in numbers, however many of its items are shown.</summary>
public sealed record QueueOverview
{
    public required int Total { get; init; }

    public required int Pending { get; init; }

    public required int NeedsManual { get; init; }

    public required int Abandoned { get; init; }

    public required int Held { get; init; }

    public required int Succeeded { get; init; }

    /// <summary>Pending, and their waiting time has passed.</summary>
    public required int EligibleNow { get; init; }

    /// <summary>Sum of the files' sizes.</summary>
    public required long Bytes { get; init; }

    public required DateTime? Oldest { get; init; }

    /// <summary>The youngest first; empty groups too.</summary>
    public required IReadOnlyList<CountOverview> ByAge { get; init; }

    /// <summary>By the name of the process that was last seen with the file open; the largest first.</summary>
    public required IReadOnlyList<CountOverview> ByHolder { get; init; }

    /// <summary>The largest first.</summary>
    public required IReadOnlyList<CountOverview> ByReason { get; init; }

    internal static QueueOverview Of(PendingQueue queue, DateTimeOffset now)
    {
        QueueStats stats = queue.Stats(now);
        return new QueueOverview
        {
            Total = stats.Total,
            Pending = stats.Pending,
            NeedsManual = stats.NeedsManual,
            Abandoned = stats.Abandoned,
            Held = stats.Held,
            Succeeded = stats.Succeeded,
            EligibleNow = stats.EligibleNow,
            Bytes = stats.Bytes,
            Oldest = stats.Oldest?.UtcDateTime,
            ByAge = AgeGroups.Count(queue.Items, now),
            ByHolder = HolderGroups.Count(queue.Items),
            ByReason = [.. stats.ByReason.OrderByDescending(r => r.Value).Select(r => new CountOverview(r.Key, r.Value))],
        };
    }
}
