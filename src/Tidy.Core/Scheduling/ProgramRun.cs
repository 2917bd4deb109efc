namespace Tidy.Core.Scheduling;

/// <summary>A program of the system that must end well.</summary>
/// <param name="Advice">What a person can do when it does not, besides what it says itself; or null.</param>
public sealed record ProgramRun(SystemCommand Command, string? Advice = null) : ScheduleStep;
