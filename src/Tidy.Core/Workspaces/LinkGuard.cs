using Tidy.Core.Platform;

namespace Tidy.Core.Workspaces;

/// <summary>
/// Refuses paths that leave the workspace on the disk though their text does not: through a link or junction in any parent.
/// Each folder is looked at once in the life of a guard, so a plan and the pass that carries it out each take their own.
/// </summary>
public sealed class LinkGuard(WorkspaceRoot root, IOsFiles files)
{
    private readonly Dictionary<string, FolderState> folders = new(WorkspacePath.Comparer);

    private enum FolderState
    {
        Real,
        Missing,
        Refused,
    }

    /// <summary>Why nothing may be moved out of or into the folder of <paramref name="path"/>, or null. A missing folder is fine.</summary>
    public string? ProblemOf(WorkspacePath path)
    {
        return path.Parent is { } parent && StateOf(parent) == FolderState.Refused
            ? $"'{path}' is reached through '{parent}', which is a link or not a folder"
            : null;
    }

    /// <summary>The folder exists and is a real one.</summary>
    public bool Exists(WorkspacePath folder) => StateOf(folder) == FolderState.Real;

    /// <summary>Tells the guard that the run itself just created <paramref name="folder"/>.</summary>
    public void Created(WorkspacePath folder) => folders[folder.Value] = FolderState.Real;

    /// <summary>
    /// Tells the guard that the run itself took a folder away, with all that was in it. Everything is looked at again when it is asked for:
    /// to find what was known below that folder would cost more than the few calls of lstat.
    /// </summary>
    public void Forget() => folders.Clear();

    private FolderState StateOf(WorkspacePath folder)
    {
        if (folders.TryGetValue(folder.Value, out FolderState known))
            return known;
        FolderState above = folder.Parent is { } parent ? StateOf(parent) : FolderState.Real;
        FolderState state = above == FolderState.Real ? Look(folder) : above;
        folders.Add(folder.Value, state);
        return state;
    }

    private FolderState Look(WorkspacePath folder)
    {
        if (!files.Stat(root.Resolve(folder), out FileStat stat).IsOk)
            return FolderState.Missing;
        return stat.Kind == FileKind.Directory ? FolderState.Real : FolderState.Refused;
    }
}
