using Tidy.Core.Builds;
using Tidy.Core.Configuration;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Watching;

/// <summary>What a watch wants to be told of.</summary>
internal sealed record WatchTargets
{
    public required WorkspaceRoot Root { get; init; }

    public required string ConfigFile { get; init; }

    /// <summary>Absolute paths of the folders whose new entries matter; they need not be there.</summary>
    public required IReadOnlyList<string> Folders { get; init; }

    /// <summary>Files and folders that somebody has open.</summary>
    public IReadOnlyList<WorkspacePath> Waiting { get; init; } = [];

    public static WatchTargets Of(WatchRequest request, TidyConfig config, IReadOnlyList<WorkspacePath> waiting) => new()
    {
        Root = request.Root,
        ConfigFile = request.ConfigFile,
        Folders = request.FollowsClutter ? [request.Root.FullPath, .. FoldersBelow(request.Root, config)] : [],
        Waiting = waiting,
    };

    private static IEnumerable<string> FoldersBelow(WorkspaceRoot root, TidyConfig config) =>
        WatchedPaths.FoldersOfPhases(config).Distinct(WorkspacePath.Comparer).Select(f => Path.GetFullPath(Path.Combine(root.FullPath, f)));
}
