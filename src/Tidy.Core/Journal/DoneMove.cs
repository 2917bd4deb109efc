using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Journal;

/// <summary>One action that a run carried out.</summary>
/// <param name="Stat">The source as it was before.</param>
/// <param name="UnitOf">Source of the move it belongs to (a database's, for its <c>-wal</c>), or null.</param>
public sealed record DoneMove(WorkspacePath Source, WorkspacePath Destination, PlanAction Action, FileStat Stat, WorkspacePath? UnitOf);
