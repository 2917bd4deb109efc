using Tidy.Core.Planning;

namespace Tidy.Core.Queue;

/// <summary>Applies the changes of a run inside one transaction: O(1) each.</summary>
internal sealed class QueueUpdate(QueueChanges changes, QueueHistory history)
{
    /// <summary>Items that the queue's bounds refused, by the id they would have had.</summary>
    public Dictionary<string, Finding> Refused { get; } = [];

    public void Apply(PendingQueue queue)
    {
        foreach (PendingMove item in changes.Puts)
        {
            if (queue.AddOrUpdate(item).Refusal is { } refusal)
                Refused[item.Id] = refusal;
        }

        // History first: a crash between the two leaves an item too many, never one too few.
        history.Append([.. changes.Endings]);
        foreach (QueueHistoryEntry ending in changes.Endings)
            queue.Remove(ending.Item);
        foreach (Workspaces.WorkspacePath source in changes.Releases)
        {
            // A source can be on hold for more than one action.
            while (queue.FindBySource(source) is { Status: PendingStatus.Held } held && queue.Remove(held))
            {
            }
        }
    }
}
