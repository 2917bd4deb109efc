namespace Tidy.Core.Scheduling;

/// <summary>One workspace in one run of the schedule.</summary>
/// <param name="Path">As registered.</param>
/// <param name="ExitCode">Of the run there; null when there was none, or it did not end.</param>
/// <param name="Message">Why it is not done; or null.</param>
public sealed record WorkspaceRun(string Path, WorkspaceRunState State, int? ExitCode = null, string? Message = null)
{
    /// <summary>Files that were put away.</summary>
    public int Moved { get; init; }

    /// <summary>Files that wait in its queue now.</summary>
    public int Pending { get; init; }

    /// <summary>A drive that is not there, or somebody else at work, is no failure: the next run will do.</summary>
    public bool IsFailure => State is not (WorkspaceRunState.Done or WorkspaceRunState.Busy or WorkspaceRunState.Away);
}
