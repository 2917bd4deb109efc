namespace Tidy.Reliability.Tests.Volumes;

/// <summary>How a workspace looks before a run, after it and after its undo, when nothing disturbs them.</summary>
internal sealed record Undisturbed(WorkspaceState Before, WorkspaceState Tidy, WorkspaceState Undone);
