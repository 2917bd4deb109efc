using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>A planned action as a plan file holds it, with the size and time that tell whether the source changed since.</summary>
public sealed record PlanFileEntry(WorkspacePath Source, WorkspacePath Destination, PlanAction Action, long Bytes, DateTimeOffset ModifiedAt);
