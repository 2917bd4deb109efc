namespace Tidy.Core.Scheduling;

/// <summary>A registered workspace as it is now.</summary>
/// <param name="State"><see cref="WorkspaceRunState.Done"/> when the next run can serve it.</param>
/// <param name="Last">What became of it when the schedule last ran; null when it has not.</param>
public sealed record WorkspaceStatus(string Path, WorkspaceRunState State, WorkspaceRun? Last);
