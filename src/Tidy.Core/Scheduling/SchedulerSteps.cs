namespace Tidy.Core.Scheduling;

/// <summary>What is to be done to one scheduler.</summary>
public sealed record SchedulerSteps(string Scheduler, IReadOnlyList<ScheduleStep> Steps);
