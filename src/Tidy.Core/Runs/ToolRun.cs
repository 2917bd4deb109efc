using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Runs;

/// <summary>A folder that one run of a tool or agent left; it moves as one thing or stays.</summary>
/// <param name="Group">Runs of one group make each other old.</param>
/// <param name="NewestTicks">Last write time of the newest file in it, as UTC <see cref="DateTime.Ticks"/>.</param>
/// <param name="Links">The symbolic links in it.</param>
/// <param name="Obstacle">Why it cannot move, as a clause, or null.</param>
internal sealed record ToolRun(WorkspacePath Path, string Group, long NewestTicks, IReadOnlyList<WorkspacePath> Links, string? Obstacle)
{
    /// <summary>Null when there is nothing in it but folders: then it is no run that counts, but empty.</summary>
    /// <param name="ownTicks">Last write time of the folder, which is its age where nothing in it can be seen.</param>
    public static ToolRun? Look(PlanBuilder plan, WorkspacePath path, long ownTicks)
    {
        List<WorkspacePath> links = [];
        long newest = long.MinValue;
        string? obstacle = null;
        foreach (FolderListing listing in plan.Walk(path))
        {
            obstacle ??= WholeFolder.ObstacleIn(listing);
            for (int i = 0; i < listing.Count; i++)
            {
                FolderEntry entry = listing[i];
                if (entry.Kind == FileKind.Directory)
                    continue;
                newest = Math.Max(newest, entry.ModifiedTicks);
                if (entry.Kind == FileKind.Link && entry.IsText)
                    links.Add(listing.Path.Child(entry.Name.ToString()));
            }
        }

        bool isEmpty = newest == long.MinValue;
        return isEmpty && obstacle is null ? null : new ToolRun(path, RunName.Of(path.Name).Group, isEmpty ? ownTicks : newest, links, obstacle);
    }

    /// <summary>The newest first, and of those that are equally new the one with the higher number.</summary>
    public static int NewestFirst(ToolRun a, ToolRun b)
    {
        int order = b.NewestTicks.CompareTo(a.NewestTicks);
        if (order == 0)
            order = b.Path.Value.Length.CompareTo(a.Path.Value.Length);
        return order != 0 ? order : string.CompareOrdinal(b.Path.Value, a.Path.Value);
    }
}
