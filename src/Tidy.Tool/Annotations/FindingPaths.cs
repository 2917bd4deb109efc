namespace Tidy.Tool.Annotations;

/// <summary>Where a finding's file is, for readers who do not know the workspace.</summary>
internal static class FindingPaths
{
    /// <param name="root">The workspace; null: the current folder.</param>
    public static string Absolute(string? root, string path) => Path.GetFullPath(path, root ?? Directory.GetCurrentDirectory());

    /// <summary>As seen from a folder, with <c>/</c>; null when it is not in there, or there is no such folder.</summary>
    public static string? Inside(string? folder, string absolute)
    {
        if (string.IsNullOrEmpty(folder))
            return null;
        string path = Path.GetRelativePath(folder, absolute);
        bool isOutside = path == ".." || path.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) || Path.IsPathRooted(path);
        return isOutside ? null : path.Replace(Path.DirectorySeparatorChar, '/');
    }
}
