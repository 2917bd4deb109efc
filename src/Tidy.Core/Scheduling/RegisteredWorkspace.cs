namespace Tidy.Core.Scheduling;

/// <summary>A workspace that <c>schedule run</c> serves.</summary>
/// <param name="Path">Absolute; it may be gone by now.</param>
public sealed record RegisteredWorkspace(string Path, DateTimeOffset RegisteredAt);
