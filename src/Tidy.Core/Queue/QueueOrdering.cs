using Tidy.Core.Configuration;

namespace Tidy.Core.Queue;

/// <summary>
/// The order of a snapshot: pending first, then as configured, then the one first seen, then by path so that it is always the same.
/// </summary>
internal static class QueueOrdering
{
    public static Comparison<PendingMove> Of(QueueOrder order) => order switch
    {
        QueueOrder.Smallest => static (a, b) => Then(a, b, Known(a, long.MaxValue).CompareTo(Known(b, long.MaxValue))),
        QueueOrder.Largest => static (a, b) => Then(a, b, Known(b, -1).CompareTo(Known(a, -1))),
        QueueOrder.Oldest => static (a, b) => Then(a, b, 0),
        _ => throw new ArgumentOutOfRangeException(nameof(order)),
    };

    /// <summary>An item of unknown size comes last in both directions.</summary>
    private static long Known(PendingMove item, long unknown) => item.BytesEstimate ?? unknown;

    private static int Then(PendingMove a, PendingMove b, int bySize)
    {
        int byStatus = (a.Status != PendingStatus.Pending).CompareTo(b.Status != PendingStatus.Pending);
        if (byStatus != 0)
            return byStatus;
        if (bySize != 0)
            return bySize;
        int byAge = a.FirstSeenAt.CompareTo(b.FirstSeenAt);
        if (byAge != 0)
            return byAge;
        int bySource = string.CompareOrdinal(a.Source.Value, b.Source.Value);
        return bySource != 0 ? bySource : string.CompareOrdinal(a.Destination.Value, b.Destination.Value);
    }
}
