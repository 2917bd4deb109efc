using Tidy.Core.Watching;
using Tidy.Core.Workspaces;

namespace Tidy.Tool.Json;

/// <summary>First line of <c>watch --format jsonl</c>; the lines of the runs follow.</summary>
/// <param name="Folders">As seen from the root, which is <c>.</c>.</param>
/// <param name="Waiting">Files in the queue that move as soon as they are free.</param>
/// <param name="IsTold">False: the watch looks once a second.</param>
internal sealed record WatchingEvent(int SchemaVersion, string WorkspaceRoot, IReadOnlyList<string> Folders, int Waiting, bool IsTold)
{
    public required string ToolVersion { get; init; }

    public static WatchingEvent Of(WatchStart start, WorkspaceRoot root) =>
        new(RunJson.Version, root.FullPath, [.. start.Folders.Select(f => f.Length == 0 ? "." : f)], start.Waiting, start.IsTold) { ToolVersion = Tool.ToolVersion.Text };
}
