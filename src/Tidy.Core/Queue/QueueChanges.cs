namespace Tidy.Core.Queue;

/// <summary>What a run wants changed in the queue, collected so that the queue is rewritten once, in one transaction.</summary>
internal sealed class QueueChanges
{
    private readonly List<PendingMove> puts = [];
    private readonly List<(PendingMove Item, PendingStatus Ending, string Why)> endings = [];

    public bool IsEmpty => puts.Count == 0 && endings.Count == 0;

    public IReadOnlyList<PendingMove> Puts => puts;

    public IReadOnlyList<(PendingMove Item, PendingStatus Ending, string Why)> Endings => endings;

    /// <summary>Adds the item, or takes the place of the one with the same source, destination and action.</summary>
    public void Put(PendingMove item) => puts.Add(item);

    /// <summary>Ends the item as it was when the run read it; if somebody queued it again meanwhile, that stays.</summary>
    public void End(PendingMove item, PendingStatus ending, string why) => endings.Add((item, ending, why));
}
