using Tidy.Core.Scheduling;

namespace Tidy.Tool.Rendering;

/// <summary>The words of the schedule, for people and for JSON.</summary>
internal static class ScheduleNames
{
    public static string Of(WorkspaceRunState state) => state switch
    {
        WorkspaceRunState.Done => "done",
        WorkspaceRunState.Busy => "busy",
        WorkspaceRunState.Missing => "missing",
        WorkspaceRunState.Away => "away",
        WorkspaceRunState.Broken => "broken",
        WorkspaceRunState.Failed => "failed",
        WorkspaceRunState.TimedOut => "timed_out",
        WorkspaceRunState.Skipped => "skipped",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Of(Registration state) => state switch
    {
        Registration.None => "none",
        Registration.AsWanted => "as_installed",
        Registration.Other => "changed",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
