using Tidy.Core.Workspaces;

namespace Tidy.Core.Runs;

/// <summary>The links in a folder move with it as they are. Does each of them still lead where it led?</summary>
internal static class MovedLinks
{
    /// <summary>Why the run stays, as a clause, or null. Reads the links, not what they lead to.</summary>
    public static string? ProblemOf(WorkspaceRoot root, ToolRun run)
    {
        foreach (WorkspacePath link in run.Links)
        {
            if (!Endures(root.Resolve(run.Path), root.Resolve(link)))
                return $"the link '{link}' in it would lead elsewhere";
        }

        return null;
    }

    /// <summary>A relative target must be in the folder that moves, an absolute one must not.</summary>
    private static bool Endures(string folder, string link)
    {
        if (TargetOf(link) is not { } target)
            return false;
        string full = Path.GetFullPath(target, Path.GetDirectoryName(link)!);
        bool isInside = WorkspacePath.Comparer.Equals(full, folder)
            || (full.Length > folder.Length && full[folder.Length] == Path.DirectorySeparatorChar && WorkspacePath.Comparer.Equals(full[..folder.Length], folder));
        return Path.IsPathRooted(target) != isInside;
    }

    private static string? TargetOf(string link)
    {
        try
        {
            return new FileInfo(link).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // it went away, or cannot be read: nobody knows
        }
    }
}
