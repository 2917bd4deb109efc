using Tidy.Core.Configuration;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Phases;

/// <summary>Phase 0: moves folders to where the configuration says they belong now.</summary>
internal sealed class MigratePhase : IPhase
{
    public const string PhaseName = "migrate";

    public string Name => PhaseName;

    public void Plan(PlanBuilder plan)
    {
        foreach (Migration migration in plan.Request.Config.Migrations)
        {
            WorkspacePath from = WorkspacePath.Parse(migration.From);
            FolderLook look = ConfiguredFolder.Look(plan, from, out FileStat stat);
            if (look == FolderLook.Missing)
                continue;
            if (look == FolderLook.Real && !plan.IsDecided(from))
                new FolderMigration(plan, migration).Plan(from, stat);
            plan.Claim(from);
        }
    }
}
