using Tidy.Core.Scheduling;

namespace Tidy.Tool.Json;

/// <summary>A registered workspace.</summary>
/// <param name="State">In a status <c>ready</c>, or why it is not; in a run what became of it.</param>
/// <param name="ExitCode">Of the last run there, and so the rest; null when there was none.</param>
internal sealed record ScheduledWorkspaceJson(string Path, string State, int? ExitCode, int? Moved, int? Pending, string? Message)
{
    public static ScheduledWorkspaceJson Of(string path, string state, WorkspaceRun? last) =>
        new(path, state, last?.ExitCode, last?.Moved, last?.Pending, last?.Message);
}
