namespace Tidy.Core.Planning;

/// <summary>Phase 2.5: cleans up after the runs of tools and agents.</summary>
internal sealed class RunsPhase : IPhase
{
    public const string PhaseName = "runs";

    public string Name => PhaseName;

    public void Plan(PlanBuilder plan)
    {
    }
}
