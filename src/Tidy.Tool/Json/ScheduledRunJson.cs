using Tidy.Core.Scheduling;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Json;

/// <summary>One run of the schedule.</summary>
/// <param name="EndedAt">Null while it is at work, and when it was killed.</param>
internal sealed record ScheduledRunJson(string Id, string StartedBy, DateTime StartedAt, DateTime? EndedAt, ScheduledWorkspaceJson[] Workspaces)
{
    public static ScheduledRunJson Of(ScheduleRun run) =>
        new(run.Id, run.StartedBy, run.StartedAt.UtcDateTime, run.EndedAt?.UtcDateTime, [.. run.Workspaces.Select(w => ScheduledWorkspaceJson.Of(w.Path, ScheduleNames.Of(w.State), w))]);
}
