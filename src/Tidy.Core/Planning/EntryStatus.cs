namespace Tidy.Core.Planning;

public enum EntryStatus
{
    Planned,
    Moved,
    Removed,

    /// <summary>Not possible now; the pending queue has it.</summary>
    Queued,
    Skipped,

    /// <summary>A rule names it, but something stronger keeps it where it is.</summary>
    Protected,
    Failed,

    /// <summary>An entry of a plan file that the workspace no longer agrees with.</summary>
    Stale,
}
