namespace Tidy.Core.Planning;

/// <summary>Phase 3: tends the archive: duplicates, old files, index.</summary>
internal sealed class ArchivePhase : IPhase
{
    public const string PhaseName = "archive";

    public string Name => PhaseName;

    public void Plan(PlanBuilder plan)
    {
    }
}
