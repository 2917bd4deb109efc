namespace Tidy.Core.Planning;

/// <summary>Phase 4: is the structure as the configuration wants it?.</summary>
internal sealed class VerifyPhase : IPhase
{
    public const string PhaseName = "verify";

    public string Name => PhaseName;

    public void Plan(PlanBuilder plan)
    {
    }
}
