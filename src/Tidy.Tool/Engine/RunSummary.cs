namespace Tidy.Tool.Engine;

/// <summary>One line of the history.</summary>
/// <param name="Command">In lower case, e.g. <c>apply</c>.</param>
/// <param name="UndoneBy">Id of the run that reversed it, or null.</param>
internal sealed record RunSummary(string Id, string Command, DateTimeOffset StartedAt, int Moved, int Queued, int Failed, string? UndoneBy);
