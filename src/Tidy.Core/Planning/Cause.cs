using System.Globalization;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>
/// A fingerprint of what can make a move fail: the source, the destination name, and the modes of the folders they lie in. When it
/// differs from the one an item remembers, somebody changed something, and an item that had ended is worth another try.
/// </summary>
internal sealed class Cause(WorkspaceRoot root, IOsFiles files)
{
    private const char Separator = '|';

    /// <summary>As in <see cref="PendingMove.Cause"/>.</summary>
    public string Of(WorkspacePath source, WorkspacePath destination) =>
        string.Join(Separator, Entry(source), Entry(destination), Folder(source), Folder(destination));

    public bool HasChanged(PendingMove item) => item.Cause is not null && item.Cause != Of(item.Source, item.Destination);

    /// <summary>Only the source counts: what an item on hold waits for.</summary>
    public bool HasSourceChanged(PendingMove item) => item.Cause is not null && item.Cause.Split(Separator)[0] != Entry(item.Source);

    private string Entry(WorkspacePath path) => files.Stat(root.Resolve(path), out FileStat stat).IsOk
        ? string.Create(CultureInfo.InvariantCulture, $"{stat.Size}:{stat.ModifiedTicks}:{stat.Mode}")
        : "-";

    /// <summary>Mode only: a folder's time changes with every neighbour.</summary>
    private string Folder(WorkspacePath path)
    {
        string folder = path.Parent is { } parent ? root.Resolve(parent) : root.FullPath;
        return files.Stat(folder, out FileStat stat).IsOk ? string.Create(CultureInfo.InvariantCulture, $"{stat.Mode}") : "-";
    }
}
