using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Tidy.Core.Tests;

/// <summary>Names, content, times and modes of everything below a folder, as lines that a failing test can show.</summary>
public static partial class TreeSnapshot
{
    /// <param name="withState">Include what Tidy keeps for itself in <c>.autonomous_runs</c>.</param>
    public static IReadOnlyList<string> Of(string folder, bool withState = true)
    {
        List<string> lines = [];
        foreach (FileSystemInfo info in Below(folder))
        {
            string path = Path.GetRelativePath(folder, info.FullName);
            if (withState || !IsState(path))
                lines.Add($"{path}  {Describe(info)}");
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>Times of folders change with every entry that comes and goes, so they only count while nothing may change at all.</summary>
    public static IReadOnlyList<string> OfFiles(string folder) =>
        [.. Of(folder, withState: false).Where(l => !l.Contains("  folder ", StringComparison.Ordinal))];

    /// <summary>As after an undo: files with bytes, time and mode, folders with their modes.</summary>
    public static IReadOnlyList<string> OfTree(string folder) =>
        [.. Of(folder, withState: false).Select(l => FolderTime().Replace(l, "  folder ")).Where(l => !l.StartsWith(".autonomous_runs ", StringComparison.Ordinal))];

    [GeneratedRegex(@"  folder \S+")]
    private static partial Regex FolderTime();

    /// <summary>.NET follows links to folders unless told not to.</summary>
    private static FileSystemEnumerable<FileSystemInfo> Below(string folder) =>
        new(folder, static (ref FileSystemEntry entry) => entry.ToFileSystemInfo(), new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        {
            ShouldRecursePredicate = static (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };

    private static bool IsState(string path) =>
        path.StartsWith(".autonomous_runs/tidy", StringComparison.Ordinal) || path == ".autonomous_runs/.gitignore";

    private static string Describe(FileSystemInfo info)
    {
        string mode = OperatingSystem.IsWindows() ? "" : info.UnixFileMode.ToString();
        if (info.LinkTarget is { } target)
            return $"link to {target}";
        return info is FileInfo file
            ? $"{file.Length} {file.LastWriteTimeUtc:O} {mode} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file.FullName)))[..16]}"
            : $"folder {info.LastWriteTimeUtc:O} {mode}";
    }
}
