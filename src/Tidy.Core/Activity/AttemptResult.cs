namespace Tidy.Core.Activity;

/// <summary>What one try of a queue item, or the one that made it, came to.</summary>
public enum AttemptResult
{
    /// <summary>It could not move for the first time, and waits in the queue.</summary>
    Queued,

    /// <summary>It could not move again, and waits on.</summary>
    Waiting,
    Moved,
    NeedsManual,
    Abandoned,
}
