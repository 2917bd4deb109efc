using Tidy.Core.Configuration;
using Tidy.Core.Git;
using Tidy.Core.Queue;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>
/// What keeps a file where it is whatever the rules say: the build uses it, git tracks it, a project file names it, a repository
/// lies in it. Git and the project files are asked once, and only when there is a candidate.
/// </summary>
internal sealed class Protections(RunRequest request, RunServices services, PendingQueue queue, PlanBuilder plan)
{
    private static readonly TimeSpan GitTimeout = TimeSpan.FromSeconds(30);

    private TrackedFiles? tracked;
    private ProjectMentions? mentions;
    private Dictionary<WorkspacePath, bool>? repositories;

    /// <summary>Why git could not tell what it tracks, or which projects there are, once it was asked.</summary>
    public string? GitProblem => tracked?.Problem;

    /// <summary>What git said, once it was asked.</summary>
    public TrackedFiles? Answer => tracked;

    private TrackedFiles Tracked => tracked ??= request.Tracked ?? TrackedFiles.Ask(request.Root, FoldersToAsk(), services.Git, GitTimeout);

    /// <summary>Why <paramref name="path"/> stays, as a clause, or null.</summary>
    public string? Of(WorkspacePath path, bool isFolder)
    {
        if (OfPlace(path, isFolder) is { } whole)
            return whole;
        if (request.ProtectedPaths.Covers(path))
            return "compiled, embedded or copied by the project that builds";
        if (request.Config.Tracked == TrackedFilesPolicy.Keep && OfGit(path, isFolder) is { } why)
            return why;
        return path.Parent is null || !isFolder ? OfProjects(path) : null;
    }

    /// <summary>How git sees it; null when git could not tell.</summary>
    public GitState? StateOf(WorkspacePath path, bool isFolder) => Tracked.StateOf(path, isFolder);

    /// <summary>
    /// Why nothing in <paramref name="folder"/> moves, whatever is known of each file, as a clause, or null. Asks neither git nor the
    /// project files.
    /// </summary>
    public string? OfAllIn(WorkspacePath folder) => OfPlace(folder, isFolder: true);

    /// <summary>Git of the workspace knows nothing of what a repository in it tracks.</summary>
    private string? OfPlace(WorkspacePath path, bool isFolder)
    {
        if (IsAroundOwnState(path))
            return "Tidy keeps its own state in it";
        if (isFolder && IsRepository(path))
            return "a repository of its own";
        for (WorkspacePath? folder = path.Parent; folder is not null; folder = folder.Parent)
        {
            if (IsRepository(folder))
                return $"part of '{folder}', a repository of its own";
        }

        return null;
    }

    /// <summary>A submodule or another working tree has a file of that name.</summary>
    private bool IsRepository(WorkspacePath folder)
    {
        repositories ??= [];
        if (!repositories.TryGetValue(folder, out bool known))
            repositories[folder] = known = Path.Exists(Path.Combine(request.Root.Resolve(folder), ".git"));
        return known;
    }

    /// <summary>A rule cannot name such a folder, but an item that another program queued can.</summary>
    private static bool IsAroundOwnState(WorkspacePath path) =>
        WorkspacePath.StateFolder.Length > path.Value.Length
        && WorkspacePath.StateFolder[path.Value.Length] == '/'
        && WorkspacePath.Comparer.Equals(WorkspacePath.StateFolder[..path.Value.Length], path.Value);

    /// <summary>The path of a project file that names the entry, or null.</summary>
    public string? NamedBy(WorkspacePath path)
    {
        mentions ??= new ProjectMentions(request.Root, plan.Root, Tracked.ProjectFiles);
        return mentions.Mentions(path.Name, out string? by) ? by : null;
    }

    private string? OfProjects(WorkspacePath path)
    {
        if (NamedBy(path) is { } by)
            return $"named by '{by}'";
        return Tracked.Problem is null ? null : "git could not tell which projects may name it";
    }

    private string? OfGit(WorkspacePath path, bool isFolder)
    {
        return Tracked.IsTracked(path, isFolder) switch
        {
            true => isFolder ? "git tracks files in it" : "tracked by git",
            false => null,
            null => "git could not tell whether it is tracked",
        };
    }

    /// <summary>Git is asked about the root's own entries anyway; these are the folders that the queue, a rule or a phase would move out of, or as a whole.</summary>
    private IEnumerable<WorkspacePath> FoldersToAsk()
    {
        foreach (string folder in FoldersOfPhases())
            yield return WorkspacePath.Parse(folder);
        foreach (PendingMove item in queue.Items)
        {
            if (item.Source.Parent is { } folder)
                yield return folder;
        }

        foreach (RootEntry entry in plan.Root.Entries)
        {
            if (entry.IsFolder && WorkspacePath.TryParse(entry.Name, out WorkspacePath? folder, out _) && (queue.FindBySource(folder) is not null || plan.RootRules.MayMove(entry)))
                yield return folder;
        }
    }

    private IEnumerable<string> FoldersOfPhases()
    {
        foreach (Migration move in request.Config.Migrations)
            yield return move.From;
        if (request.Config.Docs is { Mode: DocsMode.Reduce } docs)
            yield return docs.Path;
        if (request.Config.Runs is { } runs)
            yield return runs.Path;
        if (request.Config.Archive is { Deduplicate: true } or { Retention.Action: RetentionAction.Compress })
            yield return request.Config.Archive.Path;
    }

}
