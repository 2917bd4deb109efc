namespace Tidy.Core.Git;

/// <summary>
/// Whether git would ignore a path that it does not track, from the files that it reads: the <c>.gitignore</c> of each folder from the top of the
/// repository down, and <c>info/exclude</c>. The excludes of a person or a machine (<c>core.excludesFile</c>) are not read, so what only they
/// hide counts as visible.
/// </summary>
/// <param name="rulesOf">The rules in a folder, by its path from the top, empty for the top itself.</param>
/// <param name="excludes">Of <c>info/exclude</c>.</param>
internal sealed class IgnoreFiles(Func<string, IgnoreRules?> rulesOf, IgnoreRules? excludes)
{
    private readonly Dictionary<string, IgnoreRules?> rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> folders = new(StringComparer.Ordinal);

    /// <param name="path">From the top of the repository, with <c>/</c>.</param>
    public bool HidesFile(string path) => HidesFolder(FolderOf(path)) || Verdict(path, isFolder: false);

    /// <summary>Git looks at nothing in it, so no pattern further down can show it again.</summary>
    public bool HidesFolder(string folder)
    {
        if (folder.Length == 0)
            return false;
        if (!folders.TryGetValue(folder, out bool hidden))
            folders[folder] = hidden = HidesFolder(FolderOf(folder)) || Verdict(folder, isFolder: true);
        return hidden;
    }

    /// <summary>The nearest file that says anything about it decides.</summary>
    private bool Verdict(string path, bool isFolder)
    {
        for (string? folder = FolderOf(path); folder is not null; folder = folder.Length == 0 ? null : FolderOf(folder))
        {
            if (RulesOf(folder)?.Ignores(folder.Length == 0 ? path : path[(folder.Length + 1)..], isFolder) is { } verdict)
                return verdict;
        }

        return excludes?.Ignores(path, isFolder) ?? false;
    }

    private IgnoreRules? RulesOf(string folder)
    {
        if (!rules.TryGetValue(folder, out IgnoreRules? known))
            rules[folder] = known = rulesOf(folder);
        return known;
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "";
}
