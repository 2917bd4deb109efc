using System.Diagnostics.CodeAnalysis;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Runs;

/// <summary>Of each group of runs the newest stay; the others move to the archive once they are old enough.</summary>
internal sealed class OldRuns(PlanBuilder plan, RunsFolder folder)
{
    public const string Rule = "runs";

    private readonly PatternTable match = RunsFolder.Table(folder.Config.Match, ofFolders: true);

    /// <returns>The runs that are too young for anything in them to go.</returns>
    public HashSet<WorkspacePath> Plan()
    {
        List<ToolRun> runs = Find();
        if (folder.IsElsewhere(folder.ArchiveTo))
            Surplus(runs).ForEach(PlanMove);
        return [.. runs.Where(run => folder.IsYoung(run.NewestTicks)).Select(run => run.Path)];
    }

    private List<ToolRun> Find()
    {
        List<ToolRun> runs = [];
        for (int i = 0; i < folder.Listing.Count; i++)
        {
            FolderEntry entry = folder.Listing[i];
            if (IsNamedAsRun(entry, out WorkspacePath? path)
                && !folder.IsNeeded(path)
                && !plan.IsLeaving(path)
                && !ProjectMarks.AreIn(plan.List(path))
                && ToolRun.Look(plan, path, entry.ModifiedTicks) is { } run)
            {
                runs.Add(run);
            }
        }

        return runs;
    }

    private bool IsNamedAsRun(FolderEntry entry, [NotNullWhen(true)] out WorkspacePath? path)
    {
        path = null;
        return entry.Kind == FileKind.Directory
            && !folder.IsLeftAlone(entry.Name)
            && (folder.Config.Match.Count == 0 ? RunName.Of(entry.Name.ToString()).IsStamped : match.FirstMatch(entry.Name) >= 0)
            && WorkspacePath.TryParse($"{folder.Listing.Path}/{entry.Name}", out path, out _);
    }

    /// <summary>What is beyond the newest of its group, in the order of the names.</summary>
    private List<Ranked> Surplus(List<ToolRun> runs)
    {
        List<Ranked> surplus = [];
        foreach (IGrouping<string, ToolRun> group in runs.GroupBy(run => run.Group, WorkspacePath.Comparer))
        {
            List<ToolRun> newest = [.. group];
            newest.Sort(ToolRun.NewestFirst);
            for (int i = folder.Config.KeepLast; i < newest.Count; i++)
                surplus.Add(new Ranked(newest[i], i + 1));
        }

        surplus.Sort(static (a, b) => string.CompareOrdinal(a.Run.Path.Value, b.Run.Path.Value));
        return surplus;
    }

    private void PlanMove(Ranked ranked)
    {
        ToolRun run = ranked.Run;
        if (plan.IsDecided(run.Path) || folder.IsYoung(run.NewestTicks))
            return;
        string group = run.Group.Length == 0 ? "of those that are named by number or time only" : $"of group '{run.Group}'";
        string kept = folder.Config.KeepLast == 0 ? "none is kept" : $"{folder.Config.KeepLast} newer {(folder.Config.KeepLast == 1 ? "one stays" : "ones stay")}";
        string? obstacle = run.Obstacle ?? MovedLinks.ProblemOf(plan.Request.Root, run);
        folder.Move(run.Path, folder.ArchiveTo, Rule, $"run {ranked.Place} {group}: {kept}", obstacle);
    }

    /// <param name="Place">1 for the newest of its group.</param>
    private sealed record Ranked(ToolRun Run, int Place);
}
