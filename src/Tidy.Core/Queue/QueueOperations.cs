using Tidy.Core.Activity;
using Tidy.Core.Locking;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Queue;

/// <summary>
/// What a person or a tool does with the queue. Every change is one transaction: it happens to all the items named, or to none.
/// Keys are ids, beginnings of ids that mean one item, or source paths.
/// </summary>
/// <param name="lockTimeout">How long a change waits for others; <see cref="QueueLock.DefaultTimeout"/> when null.</param>
public sealed class QueueOperations(WorkspaceRoot root, IOsFiles files, TimeProvider clock, QueueStore store, TimeSpan? lockTimeout = null)
{
    private readonly QueueHistory history = new(root, files, clock);

    /// <summary>All items in retry order, or those of one status. Writes nothing.</summary>
    public QueueAnswer List(PendingStatus? status = null)
    {
        QueueReading reading = store.Read();
        return new QueueAnswer([.. reading.Queue.Snapshot().Where(i => status is null || i.Status == status)], reading.Findings);
    }

    /// <summary>The one item that <paramref name="key"/> means. Writes nothing.</summary>
    /// <exception cref="TidyException">It means none, or several: <see cref="ExitCode.Usage"/>.</exception>
    public PendingMove Find(string key) => QueueLookup.Find(store.Read().Queue, key);

    /// <summary>Writes nothing.</summary>
    public QueueStats Stats() => store.Read().Queue.Stats(clock.GetUtcNow());

    /// <summary>Items are left alone until they are released, or their source is no longer as it is now.</summary>
    public QueueAnswer Hold(IReadOnlyCollection<string> keys, string? why = null) => Change(keys, item => item.Status == PendingStatus.Held ? null : item with
    {
        Status = PendingStatus.Held,
        ManualReason = why,
        Cause = new Cause(root, files).Of(item.Source, item.Destination),
    });

    /// <summary>
    /// Held items are pending again and start over: due now, first attempt, first seen now. A bound that passed meanwhile must
    /// not end them at once.
    /// </summary>
    public QueueAnswer Release(IReadOnlyCollection<string> keys)
    {
        DateTimeOffset now = QueueTime.Truncate(clock.GetUtcNow());
        return Change(keys, item => item.Status != PendingStatus.Held ? null : item with
        {
            Status = PendingStatus.Pending,
            ManualReason = null,
            NextEligibleAt = now,
            FirstSeenAt = now,
            AttemptCount = 1,
        });
    }

    /// <summary>Takes items out of the queue; their files stay where they are.</summary>
    public QueueAnswer Drop(IReadOnlyCollection<string> keys) => End(queue => QueueLookup.FindAll(queue, keys), QueueEnding.Dropped);

    /// <summary>Takes all items out, or those of one status; their files stay where they are.</summary>
    public QueueAnswer Clear(PendingStatus? status = null) =>
        End(queue => [.. queue.Items.Where(i => status is null || i.Status == status)], QueueEnding.Cleared);

    /// <summary>
    /// Takes out what ended (succeeded, abandoned, in need of a person) and was first seen at least so long ago; their files stay where
    /// they are. What is pending or on hold waits for something and stays. Writes nothing when there is nothing to take out.
    /// </summary>
    public QueueAnswer Archive(TimeSpan minAge)
    {
        DateTimeOffset now = clock.GetUtcNow();
        QueueReading reading = store.Read();
        return OldAndEnded(reading.Queue, now - minAge).Count == 0
            ? new QueueAnswer([], reading.Findings)
            : End(queue => OldAndEnded(queue, now - minAge), QueueEnding.Archived);
    }

    /// <summary>Also tries the lock: a queue that nobody can change is not healthy. Writes nothing.</summary>
    /// <param name="thresholds">Those of <c>tidy.json</c>; null: the usual ones.</param>
    public QueueHealth Health(HealthThresholds? thresholds = null)
    {
        QueueHealth health = new([], null) { Thresholds = thresholds ?? new HealthThresholds() };
        try
        {
            health = QueueHealth.Of(store.Read(), new ActivityLog(root, files, clock).Read(), clock.GetUtcNow(), health.Thresholds);
            QueueLock.Check(root, files, clock, lockTimeout);
            return health;
        }
        catch (TidyException e)
        {
            return new QueueHealth([new QueueIssue(HealthCheck.Usable, QueueHealthStatus.Error, e.Message), .. health.Issues], health.Stats)
            {
                Thresholds = health.Thresholds,
                OldestAge = health.OldestAge,
                Waits = health.Waits,
            };
        }
    }

    private static List<PendingMove> OldAndEnded(PendingQueue queue, DateTimeOffset bound) =>
        [.. queue.Items.Where(i => HasEnded(i) && i.FirstSeenAt <= bound).OrderBy(i => i.Source.Value, StringComparer.Ordinal)];

    private static bool HasEnded(PendingMove item) =>
        item.Status is PendingStatus.Succeeded or PendingStatus.Abandoned or PendingStatus.NeedsManual;

    private static Finding LeftAsItIs(PendingMove item) => new(
        Codes.Usage,
        FindingLevel.Note,
        item.Source.Value,
        $"{item.Id} ({item.Source}) was left as it is: its status is {WireNames.Of(item.Status)}.");

    /// <param name="decide">The item as it shall be, or null when there is nothing to do for it.</param>
    private QueueAnswer Change(IReadOnlyCollection<string> keys, Func<PendingMove, PendingMove?> decide)
    {
        List<PendingMove> changed = [];
        List<Finding> notes = [];
        QueueReading reading = store.Transact(queue =>
        {
            foreach (PendingMove item in QueueLookup.FindAll(queue, keys))
            {
                if (decide(item) is { } decided)
                    changed.Add(queue.Change(decided));
                else
                    notes.Add(LeftAsItIs(item));
            }
        }, lockTimeout);
        return new QueueAnswer(changed, [.. reading.Findings, .. notes]);
    }

    private QueueAnswer End(Func<PendingQueue, List<PendingMove>> choose, QueueEnding ending)
    {
        List<PendingMove> ended = [];
        DateTimeOffset now = clock.GetUtcNow();
        QueueReading reading = store.Transact(queue =>
        {
            ended = choose(queue);
            // History first: a crash in between leaves a line too many, not an item that nobody remembers.
            history.Append([.. ended.Select(i => new QueueHistoryEntry(i, ending, now))]);
            foreach (PendingMove item in ended)
                queue.Remove(item);
        }, lockTimeout);
        return new QueueAnswer(ended, reading.Findings);
    }
}
