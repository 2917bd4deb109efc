using Tidy.Core.Workspaces;

namespace Tidy.Core.Scheduling;

/// <summary>A person's registered workspaces, in the order of their registration, and the one schedule that serves them all.</summary>
/// <param name="Schedule">Null when none was installed.</param>
public sealed record WorkspaceList(RegisteredSchedule? Schedule, IReadOnlyList<RegisteredWorkspace> Workspaces)
{
    public static readonly WorkspaceList Empty = new(null, []);

    public bool Has(string path) => Workspaces.Any(w => IsAt(w, path));

    public WorkspaceList With(string path, DateTimeOffset now) => Has(path) ? this : this with { Workspaces = [.. Workspaces, new RegisteredWorkspace(path, now)] };

    public WorkspaceList Without(string path) => this with { Workspaces = [.. Workspaces.Where(w => !IsAt(w, path))] };

    private static bool IsAt(RegisteredWorkspace workspace, string path) => WorkspacePath.Comparer.Equals(workspace.Path, path);
}
