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
    public bool HasFile(WorkspacePath path) => files.HidesFile(prefix + path.Value);

    /// <summary>Git will show nothing that is in the folder there.</summary>
    public bool HasFolder(WorkspacePath path) => files.HidesFolder(prefix + path.Value);

    private IgnoreRules? RulesIn(string folder)
    {
        bool isInside = folder.Length > prefix.Length && folder.StartsWith(prefix, StringComparison.Ordinal);
        return isInside ? RulesIn(WorkspacePath.Parse(folder[prefix.Length..])) : IgnoreRules.Read(Path.Combine(top, folder, IgnoreFile.Name));
    }

    private IgnoreRules? RulesIn(WorkspacePath folder) => IsToBeHidden(folder)
        ? IgnoreRules.Everything
        : IgnoreRules.Read(plan.Request.Root.Resolve(plan.Destinations.Now(folder.Child(IgnoreFile.Name))));

    /// <summary>Tidy will make the folder, and an ignore file in it.</summary>
    private bool IsToBeHidden(WorkspacePath folder)
    {
        bool isHiddenWhenMade = Protections.IsAroundOwnState(folder)
            || (!plan.Request.Config.Archive.Commit && WorkspacePath.Comparer.Equals(folder.Value, plan.Request.Config.Archive.Path));
        return isHiddenWhenMade && plan.Destinations.Now(folder).Equals(folder) && !Path.Exists(plan.Request.Root.Resolve(folder));
    }
}
