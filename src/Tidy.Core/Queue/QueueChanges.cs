using Tidy.Core.Workspaces;

namespace Tidy.Core.Queue;

/// <summary>What a run wants changed in the queue, collected so that the queue is rewritten once, in one transaction.</summary>
internal sealed class QueueChanges
{
    private readonly List<PendingMove> puts = [];
    private readonly List<QueueHistoryEntry> endings = [];
    private readonly List<WorkspacePath> releases = [];

    public bool IsEmpty => puts.Count + endings.Count + releases.Count == 0;

    public IReadOnlyList<PendingMove> Puts => puts;

    public IReadOnlyList<QueueHistoryEntry> Endings => endings;

    public IReadOnlyList<WorkspacePath> Releases => releases;

    /// <summary>Adds the item, or takes the place of the one with the same source, destination and action.</summary>
    public void Put(PendingMove item) => puts.Add(item);

    /// <summary>Ends the item as it was when the run read it; if somebody queued it again meanwhile, that stays.</summary>
    public void End(QueueHistoryEntry ending) => endings.Add(ending);

    /// <summary>Lets go of an item that undo had put on hold.</summary>
    public void Release(WorkspacePath source) => releases.Add(source);
}
