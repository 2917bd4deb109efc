using Microsoft.Win32.SafeHandles;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Moving;

/// <summary>Removes a file whose content is at the destination already, and brings such a one back.</summary>
internal sealed class Duplicates(RunRequest request, IOsFiles files, DestinationFolders folders, StagedCopy stagedCopy, Removal removal)
{
    private readonly WorkspaceRoot root = request.Root;

    /// <summary>
    /// The plan compared the contents; between plan and now both may have changed, so they are compared again, and the source must
    /// not change while that goes on. A link, or a second name of the source, has the same content too, and is no copy that stays.
    /// </summary>
    /// <param name="number">Number of the entry's intent in the journal.</param>
    public MoveResult Remove(int number, PlanEntry entry)
    {
        string source = root.Resolve(entry.Source);
        string kept = root.Resolve(entry.Destination!);
        OsCode code = files.Stat(source, out FileStat before);
        if (!code.IsOk)
            return MoveResult.Failed(Failures.Of(files, code, source, kept, "stat"));
        if (files.Stat(kept, out FileStat copy).IsOk && (copy.Kind != FileKind.File || copy.IsSameFile(before)))
            return MoveResult.Failed(new Failure(FailureReason.DestExists, OsCode.Ok, "compare", $"'{entry.Destination}' is no file of its own any more"));
        if (!ContentHash.AreEqual(source, kept))
            return MoveResult.Failed(new Failure(FailureReason.DestExists, OsCode.Ok, "compare", $"it no longer has the same content as '{entry.Destination}'"));
        if (FlushFailure(kept) is { } notDurable)
            return MoveResult.Failed(notDurable);
        return removal.Remove(number, entry.Source, before) is { } failure ? MoveResult.Failed(failure) : MoveResult.Done(entry.Destination);
    }

    /// <summary>
    /// Whoever wrote the copy that stays may have left it in memory, and then a power cut would take both. Windows flushes only what is open for
    /// writing, and refuses that of a read-only file: there is nothing else to be done.
    /// </summary>
    private Failure? FlushFailure(string kept)
    {
        FileAccess access = files.Family == OsFamily.Windows ? FileAccess.ReadWrite : FileAccess.Read;
        try
        {
            using SafeFileHandle handle = File.OpenHandle(kept, FileMode.Open, access, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(handle);
            return null;
        }
        catch (UnauthorizedAccessException) when (files.Family == OsFamily.Windows)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failures.Of(files, e, kept, "fsync");
        }
    }

    /// <summary>A copy of the content that is kept, with the time and mode that the removed file had.</summary>
    /// <param name="number">Number of the entry's intent in the journal.</param>
    public MoveResult Restore(int number, PlanEntry entry)
    {
        Failure? failure = folders.EnsureParentOf(entry.Destination!)
            ?? stagedCopy.Copy(number, root.Resolve(entry.Source), entry.Destination!, CopyForm.Plain, entry.Stat);
        return failure is null ? MoveResult.Done(entry.Destination) : MoveResult.Failed(failure);
    }
}
