namespace Tidy.Core.Scheduling;

/// <summary>A file, or a link, that is no more; it was Tidy's.</summary>
public sealed record FileGone(string Path) : ScheduleStep;
