using Tidy.Core.Planning;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Docs;

/// <summary>The files of <c>docs.truthSources</c>, held against the workspace and the plan so far.</summary>
internal static class TruthSources
{
    /// <summary>All, in the order of their names; none where the folder itself is a link or cannot be looked at.</summary>
    public static List<TruthSource> In(PlanBuilder plan)
    {
        if (plan.Request.Config.Docs is not { TruthSources.Count: > 0 } docs)
            return [];
        WorkspacePath folder = WorkspacePath.Parse(docs.Path);
        if (plan.Guard.ProblemOf(folder.Child(docs.TruthSources[0])) is not null)
            return [];
        Dictionary<string, WorkspacePath> atRoot = AtRoot(plan);
        return
        [
            .. docs.TruthSources.Distinct(WorkspacePath.Comparer)
                .Order(StringComparer.Ordinal)
                .Select(name => Look(plan, folder.Child(name), atRoot.GetValueOrDefault(name))),
        ];
    }

    private static TruthSource Look(PlanBuilder plan, WorkspacePath path, WorkspacePath? atRoot)
    {
        bool isLeaving = plan.IsLeaving(path) && plan.Destinations.Now(path).Equals(path);
        return new TruthSource(path, isLeaving ? null : plan.Destinations.KindAt(path), atRoot);
    }

    private static Dictionary<string, WorkspacePath> AtRoot(PlanBuilder plan)
    {
        Dictionary<string, WorkspacePath> found = new(WorkspacePath.Comparer);
        foreach (RootEntry entry in plan.Root.Entries)
        {
            if (plan.RootRules.IsTruthSource(entry) && WorkspacePath.TryParse(entry.Name, out WorkspacePath? path, out _) && !plan.IsLeaving(path))
                found.Add(entry.Name, path);
        }

        return found;
    }
}
