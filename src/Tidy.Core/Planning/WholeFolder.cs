using Tidy.Core.Git;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>
/// What in a folder speaks against moving it as a whole: work trees of git are known elsewhere by their place, and what cannot be seen may be one.
/// </summary>
internal static class WholeFolder
{
    /// <summary>Why it stays, as a clause, or null. Looks into every folder in it.</summary>
    public static string? ObstacleIn(PlanBuilder plan, WorkspacePath folder)
    {
        foreach (FolderListing listing in plan.Walk(folder))
        {
            if (ObstacleIn(listing) is { } why)
                return why;
        }

        return null;
    }

    /// <summary>The same for one folder of those that move.</summary>
    public static string? ObstacleIn(FolderListing listing)
    {
        if (listing.Problem is not null)
            return $"'{listing.Path}' in it could not be read";
        if (RepositoryMarks.AreIn(listing))
            return $"'{listing.Path}' in it is a repository of its own";
        for (int i = 0; i < listing.Count; i++)
        {
            if (!listing[i].IsText)
                return $"a name in '{listing.Path}' is not valid text";
        }

        return null;
    }
}
