using Tidy.Core.Phases;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>A planned action as a plan file holds it, with the size and time that tell whether the source changed since.</summary>
/// <param name="Destination">Null for a folder that is to go.</param>
public sealed record PlanFileEntry(WorkspacePath Source, WorkspacePath? Destination, PlanAction Action, long Bytes, DateTimeOffset ModifiedAt)
{
    /// <summary>The phase that had planned it.</summary>
    public string Phase { get; init; } = RootPhase.PhaseName;
}
