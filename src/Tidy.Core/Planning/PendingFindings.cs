using Tidy.Core.Queue;

namespace Tidy.Core.Planning;

/// <summary>To <c>verify</c>, what the queue holds is a warning: out of place, known, and on its way.</summary>
internal static class PendingFindings
{
    public static IEnumerable<Finding> Of(PendingQueue queue) => queue.Snapshot()
        .Where(i => i.Status is PendingStatus.Pending or PendingStatus.NeedsManual or PendingStatus.Abandoned)
        .Select(Of);

    private static Finding Of(PendingMove item)
    {
        string holders = item.Holders.Count == 0 ? "" : $", held by {string.Join(", ", item.Holders)}";
        string what = item.Action == QueueActions.Move ? $"to move to '{item.Destination}'" : $"('{item.Action}')";
        return new Finding(CodeOf(item), FindingLevel.Warning, item.Source.Value,
            $"Waits in the pending queue {what}: {WireNames.Of(item.Status)}, {WireNames.Of(item.Reason)}, attempt {item.AttemptCount}{holders}.");
    }

    private static string CodeOf(PendingMove item) => item.Status switch
    {
        PendingStatus.NeedsManual => Codes.NeedsPerson,
        PendingStatus.Abandoned => Codes.Abandoned,
        _ => Codes.InUseQueued,
    };
}
