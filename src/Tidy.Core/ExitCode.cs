namespace Tidy.Core;

/// <summary>What the process tells its caller. Of several, the order of precedence is 130, 4, 5, 2, 3, 1.</summary>
public enum ExitCode
{
    Done = 0,

    /// <summary><c>verify</c>: not tidy; <c>plan --check</c>: something would move; <c>locks</c>: something is held; <c>schedule</c>: it will not run, or a workspace was not served.</summary>
    Findings = 1,
    Usage = 2,

    /// <summary>Carried out, but items are pending or need a person.</summary>
    Pending = 3,
    Unexpected = 4,
    Busy = 5,
    Cancelled = 130,
}
