namespace Tidy.Reliability.Tests.Causes;

/// <summary>What it takes to move a queued file when the cause of its failure is gone.</summary>
internal enum Remedy
{
    /// <summary>Nothing: the change shows on the disk, so the next run tries again.</summary>
    NextRun,

    /// <summary>Nothing shows (room on a disk): <c>retry</c>, or waiting for the next attempt.</summary>
    Retry,

    /// <summary>The destination was wrong: the item is dropped, and planned anew by the corrected rule.</summary>
    Drop,
}
