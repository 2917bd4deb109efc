using System.Text;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>
/// Files that the build which started the run compiles, embeds or copies: they stay, and so does every folder that has one in it. They
/// are sorted out at the first question, so a run without candidates pays only for reading their names.
/// </summary>
public sealed class ProtectedPaths
{
    private readonly Lazy<HashSet<string>> inside;

    private ProtectedPaths(WorkspaceRoot? root, IReadOnlyList<string> paths) => inside = new(() => Collect(root, paths));

    public static ProtectedPaths None { get; } = new(root: null, []);

    /// <summary>Reads a text file in UTF-8 with one absolute path a line; empty lines do not count, nor do paths outside of the workspace.</summary>
    /// <exception cref="TidyException">It cannot be read, or has a line that is no absolute path.</exception>
    public static ProtectedPaths Read(string file, WorkspaceRoot root)
    {
        try
        {
            string[] lines = File.ReadAllLines(file, Encoding.UTF8);
            for (int i = 0; i < lines.Length; i++)
            {
                if (!string.IsNullOrWhiteSpace(lines[i]) && (!Path.IsPathFullyQualified(lines[i]) || lines[i].Contains('\0')))
                    throw Bad($"line {i + 1} of '{file}' is no absolute path: '{lines[i]}'");
            }

            return new ProtectedPaths(root, lines);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Bad($"the list of protected files '{file}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The path is one of them, or a folder around one.</summary>
    public bool Covers(WorkspacePath path) => inside.Value.Contains(path.Value);

    private static HashSet<string> Collect(WorkspaceRoot? root, IReadOnlyList<string> paths)
    {
        var found = new HashSet<string>(WorkspacePath.Comparer);
        var folders = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            if (string.IsNullOrWhiteSpace(path) || root is null)
                continue;
            string full = Path.GetFullPath(path);
            string folder = Path.GetDirectoryName(full) ?? full;
            // Thousands of files lie in a few folders, and to look for links costs a call for each part of a path.
            if (!folders.TryGetValue(folder, out string? relative))
                folders[folder] = relative = root.RelativeFolder(folder);
            if (relative is not null)
                AddWithFolders(found, relative.Length == 0 ? Path.GetFileName(full) : $"{relative}/{Path.GetFileName(full)}");
        }

        return found;
    }

    private static void AddWithFolders(HashSet<string> found, string path)
    {
        int end = path.Length;
        while (end > 0 && found.Add(path[..end]))
            end = path.LastIndexOf('/', end - 1);
    }

    private static TidyException Bad(string what, Exception? inner = null) =>
        new(Codes.Usage, ExitCode.Usage, $"--protect-from: {what}.", inner);
}
