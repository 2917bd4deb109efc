namespace Tidy.Core.Scheduling;

/// <summary>One run of the schedule: a line of <c>schedule-runs.jsonl</c>. Written when it begins, and once more when it has ended.</summary>
/// <param name="StartedBy">The scheduler, or <see cref="Person"/>.</param>
/// <param name="EndedAt">Null while it is at work, and for ever when it was killed.</param>
public sealed record ScheduleRun(string Id, string StartedBy, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, IReadOnlyList<WorkspaceRun> Workspaces)
{
    public const string Person = "person";

    public bool IsOfSystem => StartedBy != Person;
}
