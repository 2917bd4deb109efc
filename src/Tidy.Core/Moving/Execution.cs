using Tidy.Core.Git;
using Tidy.Core.Journal;
using Tidy.Core.Planning;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Moving;

/// <summary>
/// The writing half of a run, in three steps that a crash may separate: move (journalled), save the queue, finish the journal. After
/// a crash anywhere, recovery closes the journal and the next run plans what is left.
/// </summary>
internal sealed class Execution : IDisposable
{
    private readonly RunRequest request;
    private readonly RunServices services;
    private readonly Plan plan;
    private readonly List<MoveTry> tries;
    private readonly RunJournal? journal;
    private readonly QueueChanges changes = new();
    private readonly List<Finding> findings = [];
    private List<Outcome> outcomes = [];

    /// <exception cref="TidyException">The journal cannot be written, so nothing was moved.</exception>
    public Execution(RunRequest request, RunServices services, string runId, Plan plan)
    {
        this.request = request;
        this.services = services;
        this.plan = plan;
        tries = [.. plan.Actions.Select((entry, n) => new MoveTry(n, entry))];
        journal = tries.Count == 0 ? null : Begin(runId);
    }

    /// <summary>In the order of the plan.</summary>
    public IReadOnlyList<Outcome> Outcomes => outcomes;

    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>It changed something, so its journal stays.</summary>
    public bool IsRecorded { get; private set; }

    public void Move(IRunObserver? observer, CancellationToken cancel)
    {
        if (journal is not null)
        {
            MovePass pass = new(request, services, journal);
            int tried = 0;
            pass.CarryOut(tries, one => observer?.Progressed(++tried, one.Entry), cancel);
            IsRecorded = pass.ChangedAnything;
        }

        Settle();
        FollowInIndex();
        if (plan.Undoes is { } undone)
        {
            Refuse();
            IEnumerable<Reversal> reversals = outcomes.Where(o => o.Status is EntryStatus.Moved or EntryStatus.Removed).Select(Reversal.Of);
            UndoEffects effects = new(request.Root, services.Files, services.Clock, undone);
            effects.TakeAwayFolders();
            effects.Hold(reversals, changes);
        }
    }

    /// <summary>One transaction for everything this run has to say to the queue; none when it has nothing to say.</summary>
    public QueueStats SaveQueue(QueueStore store, PendingQueue queue)
    {
        DateTimeOffset now = services.Clock.GetUtcNow();
        if (changes.IsEmpty)
            return queue.Stats(now);
        QueueUpdate update = new(changes, new QueueHistory(request.Root, services.Files, services.Clock));
        try
        {
            QueueReading saved = store.Transact(update.Apply);
            findings.AddRange(saved.Findings);
            Refuse(update.Refused);
            return saved.Queue.Stats(now);
        }
        catch (TidyException e)
        {
            findings.Add(new Finding(e.Code, FindingLevel.Error, WorkspacePath.QueueFile,
                "The pending queue was not saved. What moved has moved, and what could not move is planned again by the next run. " + e.Message));
            SayNotQueued(e.Code);
            return queue.Stats(now);
        }
    }

    /// <summary>Everything is on disk: the journal gets its last line, or goes away when nothing changed.</summary>
    public void Finish()
    {
        if (!IsRecorded)
        {
            journal?.Discard();
            return;
        }

        journal!.End(outcomes.Count(o => o.Status == EntryStatus.Queued), outcomes.Count(o => o.Status == EntryStatus.Failed));
        RunFolder.Prune(request.Root, services.Files, request.Config.Journal, services.Clock.GetUtcNow());
    }

    public void Dispose() => journal?.Dispose();

    private RunJournal Begin(string runId)
    {
        JournalRecord run = new()
        {
            Type = JournalTypes.Run,
            Schema = 1,
            Run = runId,
            Command = WireNames.Of(request.Command),
            At = services.Clock.GetUtcNow(),
            Undoes = plan.Undoes?.Id,
        };
        return RunJournal.Begin(request.Root, services.Files, run, Intents.Of([.. tries.Select(t => t.Entry)]));
    }

    private void Settle()
    {
        IEnumerable<WorkspacePath> locked = tries.Where(t => t.Result?.Failure?.Reason == FailureReason.Locked).Select(t => t.Entry.Source);
        Blockers blockers = new(request, services.Processes, [.. locked, .. plan.Entries.Where(e => e.StillInUse).Select(e => e.Source)]);
        Settlement settlement = new(request, services, blockers, changes);
        Queue<MoveTry> next = new(tries);
        outcomes = [.. plan.Entries.Select(entry => OutcomeOf(entry, settlement, next))];
        foreach (QueueClosing closing in plan.Closings)
            findings.AddRange(settlement.Close(closing));
    }

    /// <summary>While the journal is open: after a crash recovery does it.</summary>
    private void FollowInIndex()
    {
        List<IndexMove> moves = [.. outcomes
            .Where(o => o is { Status: EntryStatus.Moved, Entry: { IsTracked: true, Action: PlanAction.Move } })
            .Select(o => new IndexMove(o.Entry.Source, o.Destination!))];
        if (moves.Count > 0 && new IndexFollowing(request, services).Follow(moves, plan.Index) is { } behind)
            findings.Add(behind);
    }

    private static Outcome OutcomeOf(PlanEntry entry, Settlement settlement, Queue<MoveTry> next)
    {
        if (entry.StillInUse)
            return settlement.OfStillInUse(entry);
        if (entry.Status != EntryStatus.Planned)
            return new Outcome(entry);
        return settlement.Of(next.Dequeue()); // the tries are the planned entries, in the same order
    }

    /// <summary>What an undo had to leave. A folder that is there again is what it wanted.</summary>
    private void Refuse()
    {
        for (int i = 0; i < outcomes.Count; i++)
        {
            if (outcomes[i] is { Status: EntryStatus.Skipped, Entry.Action: not PlanAction.CreateDir })
                outcomes[i] = outcomes[i] with { Code = Codes.UndoRefused };
        }
    }

    /// <summary>Nobody may think that a file waits in the queue when the queue on disk does not have it.</summary>
    private void SayNotQueued(string code)
    {
        for (int i = 0; i < outcomes.Count; i++)
        {
            if (outcomes[i] is { Status: EntryStatus.Queued, Entry.Pending: null })
                outcomes[i] = outcomes[i] with { Status = EntryStatus.Failed, Code = code, Message = $"{outcomes[i].Message}; and it could not be queued", Pending = null };
        }
    }

    /// <summary>The queue is full: the file stays where it is, and that is said.</summary>
    private void Refuse(Dictionary<string, Finding> refused)
    {
        findings.AddRange(refused.Values);
        for (int i = 0; i < outcomes.Count && refused.Count > 0; i++)
        {
            if (outcomes[i] is { Status: EntryStatus.Queued, Pending: { } item } && refused.TryGetValue(item.Id, out Finding? refusal))
                outcomes[i] = outcomes[i] with { Status = EntryStatus.Failed, Code = refusal.Code, Message = refusal.Message, Pending = null };
        }
    }
}
