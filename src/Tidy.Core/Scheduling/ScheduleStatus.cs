using Tidy.Core.Planning;

namespace Tidy.Core.Scheduling;

/// <summary>Whether Tidy will run by itself, and by what one can tell.</summary>
public sealed record ScheduleStatus
{
    /// <summary>As it was installed; null when nothing was.</summary>
    public required RegisteredSchedule? Schedule { get; init; }

    /// <summary>What starts it besides the daily time, in words that follow "and"; null when nothing does.</summary>
    public required string? AlsoStarts { get; init; }

    /// <summary>The next daily time.</summary>
    public required DateTimeOffset? NextAt { get; init; }

    /// <summary>The last run, whoever started it.</summary>
    public required ScheduleRun? LastRun { get; init; }

    /// <summary>Daily times since the last run that the system started (or since it was installed) at which nothing ran, oldest first.</summary>
    public required IReadOnlyList<DateTimeOffset> Missed { get; init; }

    public required IReadOnlyList<WorkspaceStatus> Workspaces { get; init; }

    public required IReadOnlyList<SchedulerStatus> Schedulers { get; init; }

    /// <summary>Worst first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    public bool WillRun => Findings.All(f => f.Level != FindingLevel.Error);
}
