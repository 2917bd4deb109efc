using Tidy.Core.Moving;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Rules;

namespace Tidy.Core.Phases;

/// <summary>
/// Phase -1: pending moves first. Free means now: what a probe finds free is planned whatever its backoff. What is still in use
/// becomes an entry only when an attempt is due; before that the probe counts for nothing and says nothing.
/// </summary>
internal sealed class RetryPhase : IPhase
{
    public const string PhaseName = "retry";

    public string Name => PhaseName;

    public void Plan(PlanBuilder plan)
    {
        RetrySelection selection = new(plan.Request, plan.Queue);
        if (plan.Queue.Count == 0)
            return;
        SqliteUnits units = new(plan.Root);
        foreach (PendingMove item in plan.Queue.Snapshot())
            Decide(plan, units, item, isAsked: selection.Names(item));
    }

    private static void Decide(PlanBuilder plan, SqliteUnits units, PendingMove item, bool isAsked)
    {
        if (plan.Guard.ProblemOf(item.Source) is { } problem)
        {
            plan.Add(new Finding(Codes.PathRefused, FindingLevel.Error, item.Source.Value, $"The pending move is refused: {problem}."));
            return;
        }

        ItemState state = ItemState.Of(plan, item) with { IsAsked = isAsked };
        if (state.Ending is { } ending)
            plan.Add(new QueueClosing(item, ending, state.Why!));
        else if (item.Action != QueueActions.Move)
            DecideOther(plan, item, isAsked);
        else if (IsWorthTrying(plan, item, state) is var use and not TryVerdict.Wait)
            PlanRetry(plan, units, item, state, use);
        else if (item.Status == PendingStatus.Pending && new RetrySchedule(plan.Request.Config.Queue).IsExpired(item, plan.Now))
            plan.Add(new QueueClosing(item, PendingStatus.Abandoned, "it could not be moved in time"));
    }

    /// <summary>
    /// Undo puts other actions on hold, and another program may have queued what this version does not know: none of them is a move. What waits
    /// for nobody any more goes, and the phase that knows the action sees the source again.
    /// </summary>
    private static void DecideOther(PlanBuilder plan, PendingMove item, bool isAsked)
    {
        if (item.Status != PendingStatus.Held || isAsked)
            plan.Add(new QueueClosing(item, PendingStatus.Succeeded, "its phase plans it again"));
    }

    private static TryVerdict IsWorthTrying(PlanBuilder plan, PendingMove item, ItemState state)
    {
        bool isDue = state.IsAsked || (item.Status == PendingStatus.Pending && item.NextEligibleAt <= plan.Now);
        bool isEnded = item.Status is PendingStatus.NeedsManual or PendingStatus.Abandoned;
        if (item.Status == PendingStatus.Held && !state.IsAsked)
            return TryVerdict.Wait;
        if (item.Reason != FailureReason.Locked)
            return isDue || state.CauseChanged ? TryVerdict.Move : TryVerdict.Wait;

        FileUse use = Probe.Use(plan.Services.Files, plan.Request, item.Source, state.Stat);
        return use switch
        {
            FileUse.Free => TryVerdict.Move,
            FileUse.InUse when isDue => TryVerdict.CountAsAttempt,
            FileUse.Unknown when isDue || (isEnded && (state.CauseChanged || HolderIsGone(plan, item))) => TryVerdict.Move,
            _ => TryVerdict.Wait,
        };
    }

    private static bool HolderIsGone(PlanBuilder plan, PendingMove item) =>
        item.BootId != plan.Services.Processes.BootId || !item.Holders.Any(plan.Services.Processes.IsRunning);

    private static void PlanRetry(PlanBuilder plan, SqliteUnits units, PendingMove item, ItemState state, TryVerdict verdict)
    {
        PlanEntry entry = new()
        {
            Source = item.Source,
            Destination = item.Destination,
            Phase = PhaseName,
            Rule = PendingTags.RuleOf(item),
            Stat = state.Stat,
            Pending = item,
            IsAsked = state.IsAsked,
            Conflict = ConflictOf(plan, item),
            StillInUse = verdict == TryVerdict.CountAsAttempt,
            Message = verdict == TryVerdict.CountAsAttempt ? "still in use" : "pending since an earlier run",
        };
        if (entry.StillInUse)
            plan.Add(entry);
        else if (plan.Protections.Of(item.Source, state.Stat.Kind == FileKind.Directory) is { } why)
            plan.Add(entry with { Status = EntryStatus.Protected, Message = why });
        else
            MoveEntries.Of(plan, units, entry, item.Destination).ToList().ForEach(plan.Add);
    }

    /// <summary>The mode of the rule that routed it, while that rule exists; an item that failed because its destination exists fails again while it does.</summary>
    private static ConflictMode ConflictOf(PlanBuilder plan, PendingMove item)
    {
        if (item.Reason == FailureReason.DestExists)
            return ConflictMode.Fail;
        string? id = PendingTags.RuleOf(item);
        return plan.Request.Config.Rules.FirstOrDefault(r => r.Id == id)?.Conflict ?? ConflictMode.Rename;
    }
}
