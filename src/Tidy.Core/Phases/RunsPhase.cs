using Tidy.Core.Planning;
using Tidy.Core.Runs;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Phases;

/// <summary>
/// Phase 2.5: cleans up after the runs of tools and agents. Old runs, files that belong to none, superseded baselines, empty folders: each
/// step leaves what an earlier one decided about.
/// </summary>
internal sealed class RunsPhase : IPhase
{
    public const string PhaseName = "runs";

    public string Name => PhaseName;

    public void Plan(PlanBuilder plan)
    {
        if (plan.Request.Config.Runs is not { } config || RunsFolder.Open(plan, config) is not { } folder)
            return;
        HashSet<WorkspacePath> young = new OldRuns(plan, folder).Plan();
        new LooseFiles(plan, folder).Plan();
        new EmptyFolders(plan, folder, young).Plan();
    }
}
