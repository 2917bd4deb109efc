using Tidy.Core.Planning;

namespace Tidy.Core.Phases;

/// <summary>
/// One step of a run. It looks at the workspace as the plan so far will leave it, the configuration and the queue, and adds
/// to the plan. It has no way to write.
/// </summary>
internal interface IPhase
{
    /// <summary>As in <c>--phase NAME</c> and the JSON output.</summary>
    string Name { get; }

    void Plan(PlanBuilder plan);
}
