using Tidy.Core.Journal;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>Plans the reverse of one run: last move first. What changed since, or whose old place is taken, is refused item by item.</summary>
internal sealed class UndoPhase(RunRecord run) : IPhase
{
    public const string PhaseName = "undo";

    public string Name => PhaseName;

    public void Plan(PlanBuilder plan)
    {
        ILookup<WorkspacePath?, DoneMove> companions = run.Done.ToLookup(d => d.UnitOf);
        foreach (DoneMove done in run.Done.Reverse().Where(d => d.UnitOf is null))
        {
            PlanEntry leader = Reverse(plan, done);
            plan.Add(leader);
            foreach (DoneMove companion in companions[done.Source])
                plan.Add(Follow(leader, Reverse(plan, companion)));
        }
    }

    private static PlanEntry Follow(PlanEntry leader, PlanEntry companion) => leader.Status == EntryStatus.Planned
        ? companion with { UnitOf = leader.Source }
        : companion with { Status = leader.Status, Message = $"it stays with '{leader.Source}'" };

    private static PlanEntry Reverse(PlanBuilder plan, DoneMove done)
    {
        bool wasRemoved = done.Action == PlanAction.RemoveDuplicate;
        PlanEntry entry = new()
        {
            Source = done.Destination,
            Destination = done.Source,
            Phase = PhaseName,
            Stat = done.Stat,
            Conflict = Rules.ConflictMode.Fail,
            Action = wasRemoved ? PlanAction.RestoreDuplicate : done.Action == PlanAction.RestoreDuplicate ? PlanAction.RemoveDuplicate : PlanAction.Move,
            Message = "as it was before the run",
        };
        return Refusal(plan, entry, isCopy: entry.Action != PlanAction.Move) is { } why
            ? entry with { Status = EntryStatus.Skipped, Message = why }
            : entry;
    }

    private static string? Refusal(PlanBuilder plan, PlanEntry entry, bool isCopy)
    {
        WorkspaceRoot root = plan.Request.Root;
        if (!plan.Services.Files.Stat(root.Resolve(entry.Source), out FileStat now).IsOk)
            return "it is no longer where the run put it";
        if (!isCopy && !now.IsUnchanged(entry.Stat))
            return "it changed since the run";
        bool isTaken = plan.Services.Files.Stat(root.Resolve(entry.Destination!), out _).IsOk;
        return isTaken && entry.Action != PlanAction.RemoveDuplicate ? $"'{entry.Destination}' exists again" : null;
    }
}
