using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Moving;

/// <summary>Carries out the entries that are about a folder itself: an empty one goes, a missing one is made.</summary>
internal sealed class FolderMaking(RunRequest request, IOsFiles files, LinkGuard guard, DestinationFolders folders)
{
    private readonly WorkspaceRoot root = request.Root;

    /// <summary>Only while it is empty: the system call sees to that.</summary>
    public MoveResult Remove(PlanEntry entry)
    {
        string path = root.Resolve(entry.Source);
        OsCode code = files.Stat(path, out FileStat stat);
        if (code.IsOk && stat.Kind != FileKind.Directory)
            return MoveResult.Left("it is not a folder any more");
        if (code.IsOk && request.Command == RunCommand.Undo && IgnoreFile.IsAllOf(path))
            files.Remove(Path.Combine(path, IgnoreFile.Name)); // the run that made the folder made it too
        code = code.IsOk ? files.RemoveEmptyDirectory(path) : code;
        if (code.IsOk)
        {
            guard.Forget();
            return MoveResult.Done(null);
        }

        Failure failure = Failures.Of(files, code, path, path, "rmdir");
        return failure.Reason switch
        {
            FailureReason.DestExists => MoveResult.Left("it is not empty any more"), // ENOTEMPTY is also what a rename onto a full folder says
            FailureReason.MissingSource => MoveResult.Left("it is gone already"),
            _ => MoveResult.Failed(failure),
        };
    }

    /// <summary>With the mode that the entry's <see cref="PlanEntry.Stat"/> has, if that is one of a folder.</summary>
    public MoveResult Create(PlanEntry entry)
    {
        string path = root.Resolve(entry.Source);
        if (files.Stat(path, out FileStat there).IsOk && there.Kind == FileKind.Directory)
            return MoveResult.Left("it exists already");
        guard.Forget(); // what an earlier entry saw there is gone
        if (folders.Ensure(entry.Source) is { } failure)
            return MoveResult.Failed(failure);
        try
        {
            if (entry.Stat.Kind == FileKind.Directory)
                ModeBits.Give(path, entry.Stat.Mode);
            return MoveResult.Done(entry.Source);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return MoveResult.Failed(Failures.Of(files, e, path, "chmod"));
        }
    }
}
