using Tidy.Core.Configuration;
using Tidy.Core.Git;
using Tidy.Core.Queue;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>
/// What keeps a file where it is whatever the rules say: git tracks it, a project file at the root names it, a repository lies in
/// it. Git and the project files are asked once, and only when there is a candidate.
/// </summary>
internal sealed class Protections(RunRequest request, RunServices services, PendingQueue queue, Lazy<RootListing> root)
{
    private static readonly TimeSpan GitTimeout = TimeSpan.FromSeconds(30);

    private TrackedFiles? tracked;
    private ProjectMentions? mentions;

    /// <summary>Why git could not tell what it tracks, once it was asked.</summary>
    public string? GitProblem => tracked?.Problem;

    /// <summary>Why <paramref name="path"/> stays, as a clause, or null.</summary>
    public string? Of(WorkspacePath path, bool isFolder)
    {
        if (IsAroundOwnState(path))
            return "Tidy keeps its own state in it";
        if (isFolder && Path.Exists(Path.Combine(request.Root.Resolve(path), ".git")))
            return "a repository of its own";
        if (request.Config.Tracked == TrackedFilesPolicy.Keep && OfGit(path, isFolder) is { } why)
            return why;
        mentions ??= new ProjectMentions(request.Root, root.Value);
        return path.Parent is null && mentions.Mentions(path.Name, out string? by) ? $"named by '{by}'" : null;
    }

    /// <summary>A rule cannot name such a folder, but an item that another program queued can.</summary>
    private static bool IsAroundOwnState(WorkspacePath path) =>
        WorkspacePath.StateFolder.Length > path.Value.Length
        && WorkspacePath.StateFolder[path.Value.Length] == '/'
        && WorkspacePath.Comparer.Equals(WorkspacePath.StateFolder[..path.Value.Length], path.Value);

    private string? OfGit(WorkspacePath path, bool isFolder)
    {
        tracked ??= TrackedFiles.Ask(request.Root, FoldersToAsk(), services.Git, GitTimeout);
        return tracked.IsTracked(path, isFolder) switch
        {
            true => isFolder ? "git tracks files in it" : "tracked by git",
            false => null,
            null => "git could not tell whether it is tracked",
        };
    }

    /// <summary>Git is asked about the root's own entries anyway; these are the folders that a rule or the queue would move as a whole or out of.</summary>
    private IEnumerable<WorkspacePath> FoldersToAsk()
    {
        foreach (PendingMove item in queue.Items)
            yield return item.Source.Parent ?? item.Source;
        if (!request.Config.Rules.Any(r => r.Match.Any(p => p.EndsWith('/'))))
            yield break;
        RootRules rules = new(request.Config);
        foreach (RootEntry entry in root.Value.Entries)
        {
            if (entry.IsFolder && rules.IsOutOfPlace(entry, out Rule? rule) && rule is not null && WorkspacePath.TryParse(entry.Name, out WorkspacePath? folder, out _))
                yield return folder;
        }
    }
}
