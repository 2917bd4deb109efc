using Tidy.Core.Workspaces;

namespace Tidy.Core.Git;

/// <summary>Finds the repository a workspace lies in, from the files alone.</summary>
internal static class GitFolder
{
    /// <summary>A <c>.git</c> file or a small ref is one line; anything longer is not what it says.</summary>
    private const int MaxLine = 4096;

    /// <summary>The nearest <c>.git</c> (folder, or file of a worktree or submodule) going up from the root, or null.</summary>
    public static string? DotGit(WorkspaceRoot root)
    {
        for (string? at = root.FullPath; at is not null; at = Path.GetDirectoryName(at))
        {
            string candidate = Path.Combine(at, ".git");
            if (Path.Exists(candidate))
                return candidate;
        }

        return null;
    }

    /// <summary>The folder with <c>HEAD</c> in it, which a <c>.git</c> file names in a line <c>gitdir: PATH</c> (gitrepository-layout(5)).</summary>
    public static string? WithHead(string dotGit)
    {
        if (Directory.Exists(dotGit))
            return dotGit;
        const string Key = "gitdir: ";
        return Line(dotGit) is { } line && line.StartsWith(Key, StringComparison.Ordinal)
            ? Path.GetFullPath(line[Key.Length..], Path.GetDirectoryName(dotGit)!)
            : null;
    }

    /// <summary>Where the branches are: a worktree shares those of its main repository, named in <c>commondir</c>.</summary>
    public static string WithBranches(string gitFolder) =>
        Line(Path.Combine(gitFolder, "commondir")) is { } common ? Path.GetFullPath(common, gitFolder) : gitFolder;

    /// <summary>The index of the repository, or of this worktree of it; null outside one.</summary>
    public static string? Index(WorkspaceRoot root) => DotGit(root) is { } dotGit && WithHead(dotGit) is { } folder ? Path.Combine(folder, "index") : null;

    /// <summary>The ignore rules of this clone alone; worktrees share them. Null outside a repository.</summary>
    public static string? Excludes(WorkspaceRoot root) =>
        DotGit(root) is { } dotGit && WithHead(dotGit) is { } folder ? Path.Combine(WithBranches(folder), "info", "exclude") : null;

    /// <summary>From the top of the repository to the workspace, with <c>/</c> at its end: empty where they are the same folder, or where there is no repository.</summary>
    public static string Prefix(WorkspaceRoot root)
    {
        string? top = Path.GetDirectoryName(DotGit(root));
        string below = top is null ? "." : Path.GetRelativePath(top, root.FullPath).Replace(Path.DirectorySeparatorChar, '/');
        return below == "." ? "" : below + "/";
    }

    /// <summary>
    /// The repository says itself where its work tree begins (<c>core.worktree</c>), which need not be the folder around <c>.git</c>. Of a submodule, which has a
    /// <c>.git</c> file, it is.
    /// </summary>
    public static bool HasNamedWorkTree(WorkspaceRoot root)
    {
        const string Key = "worktree";
        if (DotGit(root) is not { } dotGit || !Directory.Exists(dotGit))
            return false;
        try
        {
            return File.ReadLines(Path.Combine(dotGit, "config")).Select(line => line.Trim())
                .Any(line => line.StartsWith(Key, StringComparison.OrdinalIgnoreCase) && line.AsSpan(Key.Length).TrimStart() is ['=', ..]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true; // nobody knows
        }
    }

    /// <summary>The first line of a small file without its line end, or null when there is none that can be read.</summary>
    public static string? Line(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using FileStream stream = RegularFile.Open(path);
            Span<byte> bytes = stackalloc byte[MaxLine];
            int length = stream.ReadAtLeast(bytes, MaxLine, throwOnEndOfStream: false);
            int end = bytes[..length].IndexOfAny((byte)'\n', (byte)'\r');
            string line = System.Text.Encoding.UTF8.GetString(bytes[..(end < 0 ? length : end)]);
            return line.Contains('\0') ? null : line; // no path, no reference and no hash has one
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // what git cannot read either is git's to say
        }
    }
}
