using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Journal;

/// <summary>One action that a run carried out.</summary>
/// <param name="Destination">Where it went; the source itself for what was made, written or removed in place.</param>
/// <param name="Stat">The source as it was before.</param>
/// <param name="UnitOf">Source of the move it belongs to (a database's, for its <c>-wal</c>), or null.</param>
public sealed record DoneMove(WorkspacePath Source, WorkspacePath Destination, PlanAction Action, FileStat Stat, WorkspacePath? UnitOf)
{
    /// <summary>What arrived at the destination: the source, or the copy of it that was verified there.</summary>
    internal FileStat Arrived { get; init; } = Stat;

    /// <summary>Git tracked it, or files in it, and its index followed.</summary>
    internal bool IsTracked { get; init; }

    /// <summary>Of a file that the run wrote: what it wrote and what had been there.</summary>
    internal WrittenFile? Written { get; init; }
}
