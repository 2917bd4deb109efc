using Tidy.Core.Platform;

namespace Tidy.Core.Workspaces;

/// <summary>
/// Resolves the links in a path of an existing folder, so that one workspace has one name (its lock, its mutex)
/// however it is reached.
/// </summary>
internal static class RealPath
{
    public static string Of(string fullPath) => OperatingSystem.IsWindows() && WindowsPath.FinalOf(fullPath) is { } final
        ? Path.TrimEndingDirectorySeparator(final)
        : WithoutLinks(fullPath);

    private static string WithoutLinks(string fullPath)
    {
        string root = Path.GetPathRoot(fullPath)!;
        string real = root;
        foreach (string segment in fullPath[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            string next = Path.Combine(real, segment);
            // returnFinalTarget follows a chain of links; null means that this is no link.
            real = Directory.ResolveLinkTarget(next, returnFinalTarget: true)?.FullName is { } target ? Of(target) : next;
        }

        return Path.TrimEndingDirectorySeparator(real);
    }
}
