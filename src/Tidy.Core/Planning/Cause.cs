using System.Globalization;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>
/// A fingerprint of what can make a move fail: the source, the destination name, and the modes of the folders they lie in. When it
/// differs from the one remembered, somebody changed something, and an item that had ended is worth another try.
/// </summary>
internal static class Cause
{
    public static string Of(WorkspaceRoot root, IOsFiles files, WorkspacePath source, WorkspacePath destination) =>
        string.Join('|', Entry(root, files, source), Entry(root, files, destination), Folder(root, files, source), Folder(root, files, destination));

    /// <summary>Only the source's part: what <c>held</c> waits for.</summary>
    public static string OfSource(WorkspaceRoot root, IOsFiles files, WorkspacePath source) => Entry(root, files, source);

    private static string Entry(WorkspaceRoot root, IOsFiles files, WorkspacePath path)
    {
        OsCode code = files.Stat(root.Resolve(path), out FileStat stat);
        return code.IsOk
            ? string.Create(CultureInfo.InvariantCulture, $"{stat.Size}:{stat.ModifiedTicks}:{stat.Mode}")
            : "-";
    }

    /// <summary>Mode only: a folder's time changes with every neighbour.</summary>
    private static string Folder(WorkspaceRoot root, IOsFiles files, WorkspacePath path)
    {
        string folder = path.Parent is { } parent ? root.Resolve(parent) : root.FullPath;
        return files.Stat(folder, out FileStat stat).IsOk ? string.Create(CultureInfo.InvariantCulture, $"{stat.Mode}") : "-";
    }
}
