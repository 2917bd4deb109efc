using Tidy.Core.Queue;

namespace Tidy.Core.Reports;

/// <summary>Which queued moves deserve attention first: those tried most often, then those that wait longest.</summary>
public static class Ranking
{
    /// <summary>What one attempt weighs, in days of age.</summary>
    private const int DaysPerAttempt = 10;

    /// <summary>All moves that have not succeeded, the first to look at first; the same order whatever the order they come in.</summary>
    public static IReadOnlyList<RankedMove> Of(IEnumerable<PendingMove> items, DateTimeOffset now)
    {
        RankedMove[] ranked = [.. items.Where(i => i.Status != PendingStatus.Succeeded).Select(i => Rank(i, now))];
        Array.Sort(ranked, Compare);
        return ranked;
    }

    /// <summary>A first-seen time in the future (a clock that was set back) is an age of nothing.</summary>
    private static RankedMove Rank(PendingMove item, DateTimeOffset now)
    {
        int age = Math.Max(0, (int)(now - item.FirstSeenAt).TotalDays);
        return new RankedMove(item, age, ((long)item.AttemptCount * DaysPerAttempt) + age);
    }

    private static int Compare(RankedMove a, RankedMove b)
    {
        int byPriority = b.Priority.CompareTo(a.Priority);
        if (byPriority != 0)
            return byPriority;
        int bySource = string.CompareOrdinal(a.Item.Source.Value, b.Item.Source.Value);
        return bySource != 0 ? bySource : string.CompareOrdinal(a.Item.Destination.Value, b.Item.Destination.Value);
    }
}
