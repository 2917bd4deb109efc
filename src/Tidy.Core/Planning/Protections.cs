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
    private TrackedFiles? tracked = request.Tracked;
    private ProjectMentions? mentions;
    private Visibility? visibility;
    private Dictionary<WorkspacePath, bool>? repositories;
    private bool? hasNamedWorkTree;

    /// <summary>What git said; null when nothing had to be asked.</summary>
    public TrackedFiles? Answer => tracked;

    private TrackedFiles Tracked => tracked ??= TrackedFiles.Ask(request.Root, new GitQuestion(request.Config, queue, plan).Folders(), services.Git, GitProgram.DefaultTimeout);

    private bool MayMoveTracked => request.Config.Tracked == TrackedFilesPolicy.Move;

    /// <summary>Why <paramref name="path"/> stays, as a clause, or null.</summary>
    public string? Of(WorkspacePath path, bool isFolder) => All(path, isFolder).FirstOrDefault();

    /// <summary>Every reason why <paramref name="path"/> stays, the cheapest question first; none is asked before it is read.</summary>
    public IEnumerable<string> All(WorkspacePath path, bool isFolder)
    {
        if (OfPlace(path, isFolder) is { } whole)
            yield return whole;
        if (request.ProtectedPaths.Covers(path))
            yield return "compiled, embedded or copied by the project that builds";
        if ((OfGit(path, isFolder) ?? (isFolder ? WholeFolder.ObstacleIn(plan, path) : null)) is { } why)
            yield return why;
        if ((path.Parent is null || !isFolder) && OfProjects(path) is { } named)
            yield return named;
    }

    /// <summary>Why what git tracks is neither removed nor compressed, as a clause, or null: its index follows moves only.</summary>
    /// <param name="now">Where the file lies before the plan is carried out.</param>
    public string? OfRemoval(WorkspacePath now) => MayMoveTracked ? Tracked.IsTracked(now) switch
    {
        true => "tracked by git, so it may move but not go",
        false => null,
        null => "git could not tell whether it is tracked",
    } : null;

    /// <summary>Git tracks it, or files in it, and they may move.</summary>
    public bool IsTracked(WorkspacePath path, bool isFolder) => MayMoveTracked && Tracked.IsTracked(path, isFolder) == true;

    /// <summary>Why it does not go to <paramref name="destination"/>, whatever the way there is, as a clause, or null.</summary>
    public string? OfArrival(WorkspacePath path, bool isFolder, WorkspacePath destination)
    {
        if (Tracked.IsOutside)
            return null;
        if (IsTracked(path, isFolder) && Tracked.Index.In(destination).Any())
            return $"git still tracks a '{destination}' that is gone: commit that first";
        return (visibility ??= new Visibility(plan, Tracked)).ProblemOf(path, isFolder, destination);
    }

    /// <summary>How git sees it; null when git could not tell.</summary>
    public GitState? StateOf(WorkspacePath path, bool isFolder) => Tracked.StateOf(path, isFolder);

    /// <summary>
    /// Why nothing in <paramref name="folder"/> moves, whatever is known of each file, as a clause, or null. Asks neither git nor the
    /// project files.
    /// </summary>
    public string? OfAllIn(WorkspacePath folder) => OfPlace(folder, isFolder: true);

    /// <summary>A rule cannot name such a folder, but an item that another program queued can.</summary>
    public static bool IsAroundOwnState(WorkspacePath path) =>
        WorkspacePath.StateFolder.Length > path.Value.Length
        && WorkspacePath.StateFolder[path.Value.Length] == '/'
        && WorkspacePath.Comparer.Equals(WorkspacePath.StateFolder[..path.Value.Length], path.Value);

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
            repositories[folder] = known = RepositoryMarks.AreAt(request.Root.Resolve(folder));
        return known;
    }

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

    private string? OfGit(WorkspacePath path, bool isFolder) => Tracked.IsTracked(path, isFolder) switch
    {
        true when MayMoveTracked => OfIndex(path, isFolder),
        true => isFolder ? "git tracks files in it" : "tracked by git",
        false => null,
        null => "git could not tell whether it is tracked",
    };

    /// <summary>Why git's index could not follow.</summary>
    private string? OfIndex(WorkspacePath path, bool isFolder)
    {
        if (hasNamedWorkTree ??= GitFolder.HasNamedWorkTree(request.Root))
            return "tracked by git in a work tree that core.worktree names";
        foreach (IndexEntry entry in Tracked.Index.In(path))
        {
            if ((entry.Hold ?? OfUnstaged(entry)) is { } why)
                return isFolder && entry.Path != path.Value ? $"'{entry.Path}' in it stays: {why}" : why;
        }

        return null;
    }

    /// <summary>After <c>git add --intent-to-add</c> the index has no content, and would have an empty one at another path.</summary>
    private string? OfUnstaged(IndexEntry entry) =>
        entry.IsEmpty && new FileInfo(Path.Combine(request.Root.FullPath, entry.Path)) is { Exists: true, Length: > 0 }
            ? "git knows of it, and nothing of its content is staged"
            : null;
}
