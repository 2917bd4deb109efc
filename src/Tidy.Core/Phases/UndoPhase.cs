using Tidy.Core.Git;
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
        AskGit(plan);
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

    /// <summary>Only where the run moved what git tracked: then its index follows back too, from what it has now.</summary>
    private void AskGit(PlanBuilder plan)
    {
        List<DoneMove> tracked = [.. run.NotUndone.Where(d => d.IsTracked)];
        if (tracked.Count > 0)
            plan.UndoneIndex = GitIndex.Read(plan.Request.Root, new GitProgram(plan.Services.Git, GitProgram.DefaultTimeout), [.. tracked.Select(d => d.Source), .. tracked.Select(d => d.Destination)]);
    }

    private static PlanEntry Follow(PlanEntry leader, PlanEntry companion) => leader.Status == EntryStatus.Planned
        ? companion with { UnitOf = leader.Source }
        : companion with { Status = leader.Status, Message = $"it stays with '{leader.Source}'" };
}
