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
        bool isThere = plan.Services.Files.Stat(plan.Request.Root.Resolve(done.Destination), out FileStat now).IsOk;
        PlanAction action = ReverseOf(done.Action);
        PlanEntry entry = new()
        {
            Source = done.Destination,
            Destination = done.Source,
            Phase = PhaseName,
            Stat = action == PlanAction.Move ? now : done.Stat, // a duplicate comes back with the time and mode it had
            Conflict = Rules.ConflictMode.Fail,
            Action = action,
            Message = "as it was before the run",
        };
        return Refusal(plan, entry, isThere, isChanged: action == PlanAction.Move && !now.IsUnchanged(done.Stat)) is { } why
            ? entry with { Status = EntryStatus.Skipped, Message = why }
            : entry;
    }

    private static PlanAction ReverseOf(PlanAction action) => action switch
    {
        PlanAction.RemoveDuplicate => PlanAction.RestoreDuplicate,
        PlanAction.RestoreDuplicate => PlanAction.RemoveDuplicate,
        _ => PlanAction.Move,
    };

    private static string? Refusal(PlanBuilder plan, PlanEntry entry, bool isThere, bool isChanged)
    {
        if (!isThere)
            return "it is no longer where the run put it";
        if (isChanged)
            return "it changed since the run";
        bool isTaken = plan.Services.Files.Stat(plan.Request.Root.Resolve(entry.Destination!), out _).IsOk;
        return isTaken && entry.Action != PlanAction.RemoveDuplicate ? $"'{entry.Destination}' exists again" : null;
    }
}
