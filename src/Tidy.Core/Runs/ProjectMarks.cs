using Tidy.Core.Git;
using Tidy.Core.Platform;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Runs;

/// <summary>
/// Tells a project from what a run left: somebody works in a project, so it is no run whatever its name is, and nothing in it goes.
/// Deliberately wide: a run that is taken for a project stays, a project that is taken for a run is lost to those who look for it.
/// </summary>
internal static class ProjectMarks
{
    private static readonly PatternTable Folders = Table("src", "docs", "archive");

    private static readonly PatternTable Files = Table(
        "README*", "*.sln", "*.slnx", "*.*proj", "package.json", "pyproject.toml", "setup.py", "Cargo.toml", "go.mod", "pom.xml", "build.gradle*",
        "CMakeLists.txt", "Makefile", "tidy.json");

    /// <summary>The folder has such an entry at its top, or is a repository.</summary>
    public static bool AreIn(FolderListing listing)
    {
        for (int i = 0; i < listing.Count; i++)
        {
            FolderEntry entry = listing[i];
            if ((entry.Kind == FileKind.Directory ? Folders : Files).FirstMatch(entry.Name) >= 0)
                return true;
        }

        return RepositoryMarks.AreIn(listing);
    }

    private static PatternTable Table(params string[] patterns)
    {
        PatternTable table = new();
        foreach (string pattern in patterns)
            table.Add(new NamePattern(pattern), rank: 0);
        return table;
    }
}
