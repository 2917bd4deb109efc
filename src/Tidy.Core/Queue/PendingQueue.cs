using System.Diagnostics.CodeAnalysis;
using Tidy.Core.Configuration;
using Tidy.Core.Planning;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Queue;

/// <summary>The pending queue in memory. Changes reach the disk through <see cref="QueueStore.Transact"/> only.</summary>
/// <param name="expected">So many items will be loaded.</param>
public sealed class PendingQueue(QueueConfig config, int expected = 0)
{
    private readonly Dictionary<PendingMove, PendingMove> items = new(expected, SameMove.Comparer);
    private readonly Dictionary<string, PendingMove> byId = new(expected);
    private readonly Dictionary<WorkspacePath, PendingMove> bySource = new(expected);
    private HashSet<WorkspacePath>? shared; // sources that wait, or waited, for several destinations
    private decimal bytes; // wider than one estimate, since a file may claim anything

    public IReadOnlyCollection<PendingMove> Items => items.Values;

    public int Count => items.Count;

    /// <summary>Size of the queue file that this was read from, in bytes; 0 when there was none.</summary>
    public long FileSize { get; internal set; }

    internal QueueHeader Header { get; init; } = new();

    internal bool IsChanged { get; private set; }

    public PendingMove? FindById(string id) => byId.GetValueOrDefault(id);

    /// <summary>The item that waits to move <paramref name="source"/>; of several with different destinations the newest.</summary>
    public PendingMove? FindBySource(WorkspacePath source) => bySource.GetValueOrDefault(source);

    /// <summary>
    /// Queues an item, or updates the one with the same identity: its id is kept, the newer attempt wins, and a person's hold
    /// stays until it is released. A new item beyond the caps is refused.
    /// </summary>
    public QueueAddition AddOrUpdate(PendingMove item)
    {
        if (!items.TryGetValue(item, out PendingMove? known))
            return RefusalOf(item) is { } refusal ? new(null, refusal) : new(Change(WithFreeId(item)), null);
        if (item.LastAttemptAt < known.LastAttemptAt)
            return new(known, null);
        return new(Change(Merge(known, item)), null);
    }

    /// <summary>Removes the version that was snapshotted; an item that was attempted or queued again since then stays.</summary>
    public bool Remove(PendingMove snapshotted)
    {
        if (!TryFindVersion(snapshotted, out PendingMove? known))
            return false;
        items.Remove(known);
        byId.Remove(known.Id);
        bytes -= known.BytesEstimate ?? 0;
        if (ReferenceEquals(bySource[known.Source], known))
            ForgetSource(known.Source);
        IsChanged = true;
        return true;
    }

    /// <summary>Items to work on in the configured order; those that are pending come before all others.</summary>
    /// <param name="maxItems">At most so many; 0 is none, null is all.</param>
    public IReadOnlyList<PendingMove> Snapshot(int? maxItems = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxItems ?? 0, nameof(maxItems));
        PendingMove[] all = [.. items.Values];
        Array.Sort(all, QueueOrdering.Of(config.Order));
        return maxItems < all.Length ? all[..maxItems.Value] : all;
    }

    public QueueStats Stats(DateTimeOffset now) => QueueCount.Of(this, now);

    /// <summary>Puts an item in place of the one with its identity, whatever that one was: a decision of a person.</summary>
    internal PendingMove Change(PendingMove item)
    {
        IsChanged = true;
        Put(item);
        return item;
    }

    internal PendingMove? Find(PendingMove same) => items.GetValueOrDefault(same);

    /// <summary>Takes an item from the file. An id that another item has already is replaced, otherwise ids are kept.</summary>
    internal void Load(PendingMove item) => Put(WithFreeId(item));

    /// <summary>As <see cref="Load"/>, with one look-up each; false when the same move is there already, and then this queue is of no use.</summary>
    internal bool TryLoadNew(PendingMove item)
    {
        if (!byId.TryAdd(item.Id, item))
        {
            item = WithFreeId(item);
            byId[item.Id] = item;
        }

        if (!items.TryAdd(item, item))
            return false;
        PutSource(item);
        bytes += item.BytesEstimate ?? 0;
        return true;
    }

    /// <summary>The change was saved.</summary>
    internal void Saved(long fileSize) => (IsChanged, FileSize) = (false, fileSize);

    private void Put(PendingMove item)
    {
        if (items.Remove(item, out PendingMove? old))
        {
            bytes -= old.BytesEstimate ?? 0;
            byId.Remove(old.Id);
        }

        items.Add(item, item);
        byId[item.Id] = item;
        PutSource(item);
        bytes += item.BytesEstimate ?? 0;
    }

    /// <summary>The newer one, but the id, the fields we do not know, a hold, and the age of what still waits stay.</summary>
    private static PendingMove Merge(PendingMove known, PendingMove newer) => newer with
    {
        Id = known.Id,
        Status = known.Status == PendingStatus.Held ? PendingStatus.Held : newer.Status,
        FirstSeenAt = known.Status == PendingStatus.Pending && known.FirstSeenAt < newer.FirstSeenAt ? known.FirstSeenAt : newer.FirstSeenAt,
        UnknownFields = newer.UnknownFields.Count == 0 ? known.UnknownFields : newer.UnknownFields,
    };

    private bool TryFindVersion(PendingMove snapshotted, [NotNullWhen(true)] out PendingMove? known) =>
        items.TryGetValue(snapshotted, out known)
        && known.AttemptCount == snapshotted.AttemptCount
        && QueueTime.Truncate(known.LastAttemptAt) == QueueTime.Truncate(snapshotted.LastAttemptAt);

    /// <summary>Rules that changed in between can cause a second destination.</summary>
    private void PutSource(PendingMove item)
    {
        if (bySource.TryAdd(item.Source, item))
            return;
        if (!SameMove.Comparer.Equals(bySource[item.Source], item))
            (shared ??= []).Add(item.Source);
        bySource[item.Source] = item;
    }

    private void ForgetSource(WorkspacePath source)
    {
        bySource.Remove(source);
        if (shared is null || !shared.Contains(source))
            return;
        foreach (PendingMove other in items.Values)
        {
            if (other.Source.Equals(source))
                bySource[source] = other;
        }
    }

    private PendingMove WithFreeId(PendingMove item)
    {
        for (int round = 0; byId.TryGetValue(item.Id, out PendingMove? taken) && !SameMove.Comparer.Equals(taken, item); round++)
            item = item with { Id = PendingMoveId.ComputeExact(item, round) };
        return item;
    }

    private Finding? RefusalOf(PendingMove item)
    {
        string? bound = items.Count >= config.MaxItems ? $"{config.MaxItems} items (queue.maxItems)"
            : item.BytesEstimate > config.MaxBytes - bytes ? $"{config.MaxBytes} bytes (queue.maxBytes)"
            : null;
        return bound is null ? null : new Finding(
            Codes.QueueFull,
            FindingLevel.Error,
            item.Source.Value,
            $"'{item.Source}' was not queued: the pending queue is at its bound of {bound}. The file stays where it is; "
                + "free what is queued, or raise the bound in tidy.json.");
    }
}
