namespace Tidy.Core.Scheduling;

/// <summary>One thing that has to be done to a scheduler of the system. A list of them is a plan: it is shown, or carried out.</summary>
public abstract record ScheduleStep;
