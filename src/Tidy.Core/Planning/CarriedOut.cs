using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>An entry that succeeded.</summary>
/// <param name="Destination">Where it went, which is another name than planned when that was taken; null when there is nothing now.</param>
public sealed record CarriedOut(PlanEntry Entry, WorkspacePath? Destination);
