using Tidy.Core.Git;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>
/// Which places git will ignore once the plan so far is carried out. Ignore files are read where they lie now: a folder that moves brings its own along.
/// </summary>
internal sealed class HiddenPlaces
{
    private readonly PlanBuilder plan;
    private readonly string prefix;
    private readonly string top;
    private readonly IgnoreFiles files;

    public HiddenPlaces(PlanBuilder plan)
    {
        this.plan = plan;
        WorkspaceRoot root = plan.Request.Root;
        prefix = GitFolder.Prefix(root);
        top = Path.GetDirectoryName(GitFolder.DotGit(root)) ?? root.FullPath;
        files = new IgnoreFiles(RulesIn, GitFolder.Excludes(root) is { } path ? IgnoreRules.Read(path) : null);
    }

    /// <summary>Git will not show the file there.</summary>
    public bool HasFile(WorkspacePath path) => IsInOwnFolder(path.Parent) || files.HidesFile(prefix + path.Value);

    /// <summary>Git will show nothing that is in the folder there.</summary>
    public bool HasFolder(WorkspacePath path) => IsInOwnFolder(path) || files.HidesFolder(prefix + path.Value);

    /// <summary>Tidy's own ignore file hides all in the folder around it, whether it is there or will be written with the folder.</summary>
    private bool IsInOwnFolder(WorkspacePath? path)
    {
        for (WorkspacePath? folder = path; folder is not null; folder = folder.Parent)
        {
            WorkspacePath now = plan.Destinations.Now(folder);
            if (IgnoreFile.IsOurs(plan.Request.Root.Resolve(now.Child(IgnoreFile.Name))) || (now.Equals(folder) && WillBeOurs(folder)))
                return true;
        }

        return false;
    }

    private bool WillBeOurs(WorkspacePath folder)
    {
        bool isMadeHidden = WorkspacePath.Comparer.Equals(folder.Value, WorkspacePath.StateFolder.Split('/')[0])
            || (!plan.Request.Config.Archive.Commit && WorkspacePath.Comparer.Equals(folder.Value, plan.Request.Config.Archive.Path));
        return isMadeHidden && !Path.Exists(plan.Request.Root.Resolve(folder));
    }

    private IgnoreRules? RulesIn(string folder)
    {
        string path = folder.Length == 0 ? IgnoreFile.Name : $"{folder}/{IgnoreFile.Name}";
        bool isInside = path.Length > prefix.Length && path.StartsWith(prefix, StringComparison.Ordinal);
        return IgnoreRules.Read(isInside
            ? plan.Request.Root.Resolve(plan.Destinations.Now(WorkspacePath.Parse(path[prefix.Length..])))
            : Path.Combine(top, path));
    }
}
