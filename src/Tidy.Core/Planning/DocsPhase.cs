namespace Tidy.Core.Planning;

/// <summary>Phase 2: the documentation folder holds truth sources and what is allowed; the rest is reported or goes to the archive.</summary>
internal sealed class DocsPhase : IPhase
{
    public const string PhaseName = "docs";

    public string Name => PhaseName;

    public void Plan(PlanBuilder plan)
    {
    }
}
