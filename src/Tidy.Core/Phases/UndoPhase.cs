using Tidy.Core.Journal;
using Tidy.Core.Planning;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Phases;

/// <summary>Plans the reverse of one run: last action first. What changed since, or whose old place is taken, is refused item by item.</summary>
internal sealed class UndoPhase(RunRecord run) : IPhase
{
    public const string PhaseName = "undo";

    public string Name => PhaseName;

    public void Plan(PlanBuilder plan)
    {
        plan.Undoes = run;
        UndoneMoves moves = new(plan);
        UndoneMaking making = new(plan);
        ILookup<WorkspacePath?, DoneMove> companions = run.NotUndone.ToLookup(d => d.UnitOf);
        foreach (DoneMove done in run.NotUndone.Reverse().Where(d => d.UnitOf is null))
        {
            PlanEntry leader = done.Action.HasSourceFile() ? moves.Reverse(done) : making.Reverse(done);
            plan.Add(leader);
            foreach (DoneMove companion in companions[done.Source])
                plan.Add(Follow(leader, moves.Reverse(companion)));
        }
    }

    private static PlanEntry Follow(PlanEntry leader, PlanEntry companion) => leader.Status == EntryStatus.Planned
        ? companion with { UnitOf = leader.Source }
        : companion with { Status = leader.Status, Message = $"it stays with '{leader.Source}'" };
}
