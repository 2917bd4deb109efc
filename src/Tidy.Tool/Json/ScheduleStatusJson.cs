using Tidy.Core;
using Tidy.Core.Scheduling;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Json;

/// <summary>The one object of <c>schedule status --format json</c>.</summary>
internal sealed record ScheduleStatusJson
{
    public required int SchemaVersion { get; init; }

    public required string Command { get; init; }

    public required bool WillRun { get; init; }

    public required string? Backend { get; init; }

    public required string[] CommandLine { get; init; }

    /// <summary><c>03:00</c>, by the clock on the wall.</summary>
    public required string? At { get; init; }

    public required bool AtLogon { get; init; }

    public required DateTime? InstalledAt { get; init; }

    public required DateTime? NextAt { get; init; }

    public required ScheduledRunJson? LastRun { get; init; }

    public required int MissedRuns { get; init; }

    public required ScheduledWorkspaceJson[] Workspaces { get; init; }

    public required SchedulerJson[] Schedulers { get; init; }

    public required FindingJson[] Findings { get; init; }

    public required int ExitCode { get; init; }

    public static ScheduleStatusJson Of(ScheduleStatus status, ExitCode exit)
    {
        RegisteredSchedule? schedule = status.Schedule;
        return new ScheduleStatusJson
        {
            SchemaVersion = RunJson.Version,
            Command = "schedule status",
            WillRun = status.WillRun,
            Backend = schedule?.Backend,
            CommandLine = schedule is null ? [] : [.. schedule.Wanted.Tool.RunBy(schedule.Backend)],
            At = schedule?.Wanted.At.ToString(),
            AtLogon = schedule?.Wanted.AtLogon ?? false,
            InstalledAt = schedule?.InstalledAt.UtcDateTime,
            NextAt = status.NextAt?.UtcDateTime,
            LastRun = status.LastRun is { } run ? ScheduledRunJson.Of(run) : null,
            MissedRuns = status.Missed.Count,
            Workspaces = [.. status.Workspaces.Select(w => ScheduledWorkspaceJson.Of(w.Path, w.State == WorkspaceRunState.Done ? "ready" : ScheduleNames.Of(w.State), w.Last))],
            Schedulers = [.. status.Schedulers.Select(s => new SchedulerJson(s.Name, s.WhyNot is null, s.WhyNot, ScheduleNames.Of(s.State)))],
            Findings = [.. status.Findings.Select(FindingJson.Of)],
            ExitCode = (int)exit,
        };
    }
}
