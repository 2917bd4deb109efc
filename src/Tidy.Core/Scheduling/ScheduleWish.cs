namespace Tidy.Core.Scheduling;

/// <summary>What a person asks of <c>schedule install</c>; null is as it was, or the usual.</summary>
/// <param name="Backend">One of <see cref="Schedulers.ValidNames"/>.</param>
public sealed record ScheduleWish(string? Backend = null, DailyTime? At = null, bool? AtLogon = null);
