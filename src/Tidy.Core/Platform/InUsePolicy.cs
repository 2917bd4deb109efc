namespace Tidy.Core.Platform;

/// <summary>What counts as "in use" where the operating system would let the move through (<c>tidy.json</c>: <c>inUse</c>).</summary>
public enum InUsePolicy
{
    /// <summary>Any process has the file open, mapped or running.</summary>
    Any,

    /// <summary>A process has it open for writing, or holds a lock on it.</summary>
    Write,

    /// <summary>A process holds a lock on it (flock, POSIX or OFD lock).</summary>
    Locked,

    /// <summary>Only what the operating system itself refuses.</summary>
    Off,
}
