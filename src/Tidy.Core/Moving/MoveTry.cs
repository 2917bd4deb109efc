using Tidy.Core.Planning;

namespace Tidy.Core.Moving;

/// <summary>One planned action and what the pass came to with it; no result when the run was cancelled before.</summary>
internal sealed class MoveTry(int number, PlanEntry entry)
{
    public int Number { get; } = number;

    public PlanEntry Entry { get; } = entry;

    public MoveResult? Result { get; set; }

    /// <summary>The entry it belongs to could not move, so this one was not tried or was put back.</summary>
    public bool WaitsForUnit { get; set; }
}
