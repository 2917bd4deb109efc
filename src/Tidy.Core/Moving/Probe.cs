using System.IO.Enumeration;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Moving;

/// <summary>Is it free? Of a folder: is everything inside?</summary>
internal static class Probe
{
    private static readonly EnumerationOptions Inside = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true };

    public static FileUse Use(IOsFiles files, RunRequest request, WorkspacePath path, in FileStat stat) =>
        Use(files, request.Root.Resolve(path), stat.Kind, request.Config.InUse);

    public static FileUse Use(IOsFiles files, string path, FileKind kind, InUsePolicy policy) => kind switch
    {
        FileKind.File => files.ProbeUse(path, policy),
        FileKind.Directory when policy != InUsePolicy.Off => UseInside(files, path, policy),
        _ => FileUse.Free,
    };

    private static FileUse UseInside(IOsFiles files, string folder, InUsePolicy policy)
    {
        // Windows alone knows folders in use: somebody's current folder, which cannot move, nor can the folders around it.
        bool folders = files.Family == OsFamily.Windows;
        if (folders && files.ProbeUse(folder, policy) == FileUse.InUse)
            return FileUse.InUse;
        foreach (string entry in Entries(folder, folders))
        {
            if (files.ProbeUse(entry, policy) == FileUse.InUse)
                return FileUse.InUse;
        }

        return FileUse.Free;
    }

    /// <summary>.NET follows links to folders unless told not to; what they lead to does not move.</summary>
    private static FileSystemEnumerable<string> Entries(string folder, bool withFolders) =>
        new(folder, static (ref FileSystemEntry entry) => entry.ToFullPath(), Inside)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => withFolders || !entry.IsDirectory,
            ShouldRecursePredicate = static (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
}
