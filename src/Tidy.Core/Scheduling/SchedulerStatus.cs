namespace Tidy.Core.Scheduling;

/// <summary>One of the schedulers that this system can have.</summary>
/// <param name="WhyNot">Why it cannot be used here, or null.</param>
public sealed record SchedulerStatus(string Name, string? WhyNot, Registration State);
