namespace Tidy.Core.Moving;

/// <summary>Why a move did not happen, from the raw code. The names in snake case are those of the queue file and the JSON output.</summary>
public enum FailureReason
{
    Locked,
    Permission,
    DestExists,
    MissingSource,
    CrossDevice,
    ReadOnlyFs,
    PathTooLong,
    DiskFull,
    Unknown,
}
