namespace Tidy.Core.Scheduling;

/// <summary>What was registered with the system, as Tidy remembers it. What the system really has is asked each time.</summary>
/// <param name="Backend">The <see cref="IScheduler.Name"/>.</param>
/// <param name="InstalledAt">Times before it were not missed.</param>
public sealed record RegisteredSchedule(string Backend, WantedSchedule Wanted, DateTimeOffset InstalledAt);
