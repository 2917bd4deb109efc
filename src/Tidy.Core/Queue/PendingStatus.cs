namespace Tidy.Core.Queue;

public enum PendingStatus
{
    Pending,
    Succeeded,
    NeedsManual,
    Abandoned,

    /// <summary>Set aside by a person or by undo, until released or the source changes.</summary>
    Held,
}
