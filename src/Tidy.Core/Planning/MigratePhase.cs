namespace Tidy.Core.Planning;

/// <summary>Phase 0: moves folders to where the configuration says they belong now.</summary>
internal sealed class MigratePhase : IPhase
{
    public const string PhaseName = "migrate";

    public string Name => PhaseName;

    public void Plan(PlanBuilder plan)
    {
    }
}
