using Tidy.Core.Queue;
using Tidy.Core.Reports;

namespace Tidy.Pages.Overviews;

/// <summary>
/// Queued moves as a person should look at them: first what nothing but a person moves, then what waits, then what somebody set aside; within
/// each as <see cref="Ranking"/> has it.
/// </summary>
internal static class ItemOrder
{
    public static IEnumerable<PendingMove> Of(IReadOnlyCollection<PendingMove> items, DateTimeOffset now) =>
        Ranking.Of(items, now).Select(r => r.Item).OrderBy(i => Urgency(i.Status)); // stable

    private static int Urgency(PendingStatus status) => status switch
    {
        PendingStatus.NeedsManual => 0,
        PendingStatus.Abandoned => 1,
        PendingStatus.Pending => 2,
        _ => 3,
    };
}
