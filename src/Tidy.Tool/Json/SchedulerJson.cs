namespace Tidy.Tool.Json;

/// <summary>A scheduler that this system can have.</summary>
/// <param name="Problem">Why it is not usable, or null.</param>
/// <param name="Registration"><c>none</c>, <c>as_installed</c> or <c>changed</c>.</param>
internal sealed record SchedulerJson(string Name, bool Usable, string? Problem, string Registration);
