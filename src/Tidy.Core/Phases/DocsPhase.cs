using Tidy.Core.Docs;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Phases;

/// <summary>Phase 2: the documentation folder holds truth sources and what is allowed; the rest is reported or goes to the archive.</summary>
internal sealed class DocsPhase : IPhase
{
    public const string PhaseName = "docs";

    public string Name => PhaseName;

    public void Plan(PlanBuilder plan)
    {
        if (plan.Request.Config.Docs is not { } docs)
            return;
        WorkspacePath path = WorkspacePath.Parse(docs.Path);
        FolderLook look = ConfiguredFolder.Look(plan, path, out FileStat _);
        if (look == FolderLook.Refused)
            return;
        if (docs.TruthSources.Count > 0)
            new TruthSourceCheck(plan).Plan();
        if (look == FolderLook.Real)
            new StrayDocuments(plan, docs, plan.List(path)).Plan();
    }
}
