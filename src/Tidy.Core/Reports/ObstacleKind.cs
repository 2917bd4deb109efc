namespace Tidy.Core.Reports;

public enum ObstacleKind
{
    /// <summary>The cause of its last failure is as it was.</summary>
    Unchanged,

    /// <summary>Processes that are known have it open.</summary>
    Held,

    /// <summary>It is in use, or may be, by a process that could not be named.</summary>
    HeldByUnknown,

    /// <summary>It was in use, and nobody has it open any more.</summary>
    Free,

    /// <summary>What made it fail is no longer as it was: a name, a size, a mode.</summary>
    Changed,

    /// <summary>Its file is no longer there.</summary>
    Gone,
}
