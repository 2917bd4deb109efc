using Tidy.Core.Workspaces;

namespace Tidy.Core.Git;

/// <summary>
/// What tells a repository of its own from a plain folder: a <c>.git</c>, which is a file in submodules and worktrees; or the three entries without
/// which git takes no folder for a bare repository (gitrepository-layout(5)).
/// </summary>
internal static class RepositoryMarks
{
    private const string Head = "HEAD", Objects = "objects", References = "refs";

    public static bool AreAt(string folder) => Path.Exists(Path.Combine(folder, ".git"))
        || (File.Exists(Path.Combine(folder, Head)) && Directory.Exists(Path.Combine(folder, Objects)) && Directory.Exists(Path.Combine(folder, References)));

    public static bool AreIn(FolderListing listing)
    {
        int bare = 0;
        for (int i = 0; i < listing.Count; i++)
        {
            ReadOnlySpan<char> name = listing[i].Name;
            if (name.Equals(".git", StringComparison.OrdinalIgnoreCase))
                return true;
            if (name is Head or Objects or References)
                bare++;
        }

        return bare == 3;
    }
}
