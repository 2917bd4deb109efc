using Tidy.Core.Archive;
using Tidy.Core.Configuration;
using Tidy.Core.Planning;

namespace Tidy.Core.Phases;

/// <summary>Phase 3: tends the archive: duplicates, old files, index. Each step sees the archive as the plan so far leaves it.</summary>
internal sealed class ArchivePhase : IPhase
{
    public const string PhaseName = "archive";

    public string Name => PhaseName;

    public void Plan(PlanBuilder plan)
    {
        ArchiveConfig archive = plan.Request.Config.Archive;
        if (archive.Deduplicate)
            new Deduplication(plan).Plan();
        if (archive.Retention is { Action: RetentionAction.Compress } compress)
            new Compression(plan, compress.OlderThan).Plan();
        else if (archive.Retention is { } report)
            new RetentionReport(plan, report.OlderThan).Plan();
        if (archive.Index)
            new IndexUpkeep(plan).Plan();
    }
}
