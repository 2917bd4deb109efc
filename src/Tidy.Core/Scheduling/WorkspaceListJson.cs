namespace Tidy.Core.Scheduling;

/// <summary><see cref="WorkspaceList"/> as <c>workspaces.json</c> has it.</summary>
internal sealed record WorkspaceListJson(int SchemaVersion, RegisteredScheduleJson? Schedule, RegisteredWorkspace[] Workspaces)
{
    public const int Version = 1;

    public static WorkspaceListJson Of(WorkspaceList list) =>
        new(Version, list.Schedule is { } schedule ? RegisteredScheduleJson.Of(schedule) : null, [.. list.Workspaces]);

    /// <returns>What is wrong with it, or null.</returns>
    public string? Problem => SchemaVersion != Version ? $"its schema_version is {SchemaVersion}, and this version of Tidy knows {Version}."
        : Array.Exists(Workspaces, w => w is null) ? "one of the workspaces is null."
        : Array.Find(Workspaces, w => !Path.IsPathFullyQualified(w.Path)) is { } relative ? $"the workspace '{relative.Path}' is not an absolute path."
        : Schedule?.Problem;

    public WorkspaceList ToList() => new(Schedule?.ToSchedule(), Workspaces);
}
