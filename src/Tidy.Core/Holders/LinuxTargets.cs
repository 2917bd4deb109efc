using System.Runtime.Versioning;
using System.Text;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Holders;

/// <summary>The paths of one search, so that what a process has open can be looked up in one step.</summary>
[SupportedOSPlatform("linux")]
internal sealed class LinuxTargets
{
    private readonly Dictionary<(ulong Device, ulong Inode), List<string>> files = [];
    private readonly HashSet<ulong> inodes = [];
    private readonly List<(string Path, string Real, byte[] Utf8)> folders = [];
    private readonly Dictionary<string, List<string>> byRealPath = new(StringComparer.Ordinal);

    /// <summary>Most paths of a run are in few folders: the links in each folder's path are resolved once.</summary>
    private readonly Dictionary<string, string> realFolders = new(StringComparer.Ordinal);

    public LinuxTargets(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            try
            {
                Add(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Gone between two looks: nobody holds it under this name.
            }
        }
    }

    public bool HasFolders => folders.Count > 0;

    public bool IsEmpty => files.Count == 0 && folders.Count == 0;

    public IReadOnlyList<string> WithIdentity(in LinuxStatx stat) => files.GetValueOrDefault((stat.Device, stat.Inode)) ?? [];

    /// <summary>
    /// A mapping names device and inode, but on btrfs and overlayfs another device than stat does: there its path has to decide.
    /// </summary>
    public IReadOnlyList<string> Mapped(ulong device, ulong inode, ReadOnlySpan<byte> path)
    {
        if (!inodes.Contains(inode))
            return [];
        return files.GetValueOrDefault((device, inode)) ?? byRealPath.GetValueOrDefault(Encoding.UTF8.GetString(path)) ?? (IReadOnlyList<string>)[];
    }

    /// <summary>The folders that a path (as the kernel writes it) is, or is in.</summary>
    public IEnumerable<string> FoldersWith(string path)
    {
        foreach ((string folder, string real, _) in folders)
        {
            if (path.StartsWith(real, StringComparison.Ordinal) && (path.Length == real.Length || path[real.Length] == '/' || real.Length == 1))
                yield return folder;
        }
    }

    /// <summary>Cheap first look at the many mappings of a process: is one in any of the folders?</summary>
    public bool IsInFolder(ReadOnlySpan<byte> path)
    {
        foreach ((_, _, byte[] folder) in folders)
        {
            if (path.StartsWith(folder))
                return true;
        }

        return false;
    }

    private void Add(string path)
    {
        if (!LinuxFiles.Statx(path, out LinuxStatx stat).IsOk)
            return;
        if (stat.Kind == FileKind.Directory)
        {
            string real = RealPath.Of(path);
            folders.Add((path, real, Encoding.UTF8.GetBytes(real)));
            return;
        }

        string folder = Path.GetDirectoryName(path)!;
        if (!realFolders.TryGetValue(folder, out string? realFolder))
            realFolders.Add(folder, realFolder = RealPath.Of(folder));
        inodes.Add(stat.Inode);
        AddTo(files, (stat.Device, stat.Inode), path);
        AddTo(byRealPath, Path.Combine(realFolder, Path.GetFileName(path)), path);
    }

    private static void AddTo<TKey>(Dictionary<TKey, List<string>> lists, TKey key, string path)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out List<string>? list))
            lists.Add(key, list = []);
        list.Add(path);
    }
}
