using Tidy.Core.Journal;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Moving;

/// <summary>
/// Carries one entry out. A move is a probe, the destination folder, a no-replace rename; across volumes, or compressed, a staged copy.
/// </summary>
internal sealed class Mover
{
    private const int MaxNames = 1000;

    private readonly RunRequest request;
    private readonly IOsFiles files;
    private readonly LinkGuard guard;
    private readonly Destinations destinations;
    private readonly StagedCopy stagedCopy;
    private readonly FolderMaking folderMaking;
    private readonly FileWriting fileWriting;

    public Mover(RunRequest request, IOsFiles files, RunJournal journal)
    {
        this.request = request;
        this.files = files;
        guard = new LinkGuard(request.Root, files);
        destinations = new Destinations(request.Root, files, guard);
        stagedCopy = new StagedCopy(request, files, journal);
        Folders = new DestinationFolders(request, files, guard, journal);
        folderMaking = new FolderMaking(request, files, guard, Folders);
        fileWriting = new FileWriting(request, files, Folders, new FileSwap(request.Root, files, journal));
    }

    public DestinationFolders Folders { get; }

    /// <summary>Why the entry must not be touched now, or null.</summary>
    public Failure? Obstacle(PlanEntry entry)
    {
        if (guard.ProblemOf(entry.Source) is { } problem)
            return new Failure(FailureReason.Unknown, OsCode.Ok, "lstat", problem);
        return entry.Action.HasSourceFile() && Probe.Use(files, request, entry.Source, entry.Stat) == FileUse.InUse
            ? Failures.InUse(files, "another process has it open")
            : null;
    }

    /// <param name="number">Number of the entry's intent in the journal.</param>
    /// <param name="carriedOut">What the run has done so far, for a content that tells of it.</param>
    public MoveResult Carry(int number, PlanEntry entry, IReadOnlyList<CarriedOut> carriedOut)
    {
        MoveResult result = entry.Action switch
        {
            PlanAction.RemoveDuplicate => RemoveDuplicate(entry),
            PlanAction.RestoreDuplicate => RestoreDuplicate(number, entry),
            PlanAction.RemoveEmptyDir => folderMaking.Remove(entry),
            PlanAction.CreateDir => folderMaking.Create(entry),
            PlanAction.WriteIndex or PlanAction.CreateFile or PlanAction.RestoreFile => WriteFile(number, entry, carriedOut),
            _ => Move(number, entry),
        };
        if (result.IsDone)
        {
            Folders.Touch(entry.Source);
            Folders.Touch(result.Destination ?? entry.Source);
        }

        return result;
    }

    /// <summary>Puts a moved file back, because another file of its unit could not follow.</summary>
    public OsCode TakeBack(PlanEntry entry, WorkspacePath destination) =>
        files.RenameNoReplace(request.Root.Resolve(destination), request.Root.Resolve(entry.Source));

    private MoveResult Move(int number, PlanEntry entry)
    {
        WorkspacePath destination = entry.Destination!;
        for (int tries = 0; ; tries++)
        {
            if (Folders.EnsureParentOf(destination) is { } noFolder)
                return MoveResult.Failed(noFolder);
            Failure? failure = MoveTo(number, entry, destination);
            if (failure is null)
                return MoveResult.Done(destination);
            bool takesNextName = failure.Reason == FailureReason.DestExists && entry.Conflict != ConflictMode.Fail && entry.UnitOf is null;
            if (!takesNextName || tries == MaxNames)
                return MoveResult.Failed(failure);
            destination = destinations.NextFree(entry.Destination!, entry.Stat.ModifiedAt);
        }
    }

    private Failure? MoveTo(int number, PlanEntry entry, WorkspacePath destination) => entry.Action switch
    {
        PlanAction.Compress => stagedCopy.Move(number, (entry.Source, destination), entry.Stat, CopyForm.Compressing),
        PlanAction.Decompress => stagedCopy.Move(number, (entry.Source, destination), entry.Stat, CopyForm.Decompressing),
        _ => Rename(number, entry, destination),
    };

    private Failure? Rename(int number, PlanEntry entry, WorkspacePath destination)
    {
        string from = request.Root.Resolve(entry.Source);
        string to = request.Root.Resolve(destination);
        OsCode code = files.RenameNoReplace(from, to);
        if (code.IsOk)
        {
            if (entry.Stat.Kind == FileKind.Directory)
                guard.Forget(entry.Source);
            return null;
        }

        Failure failure = Failures.Of(files, code, from, to, "rename");
        return failure.Reason == FailureReason.CrossDevice
            ? stagedCopy.Move(number, (entry.Source, destination), entry.Stat, CopyForm.Plain)
            : failure;
    }

    /// <summary>
    /// The plan compared the contents; between plan and now both may have changed, so they are compared again, and the source must
    /// not change while that goes on.
    /// </summary>
    private MoveResult RemoveDuplicate(PlanEntry entry)
    {
        string source = request.Root.Resolve(entry.Source);
        string kept = request.Root.Resolve(entry.Destination!);
        OsCode code = files.Stat(source, out FileStat before);
        if (!code.IsOk)
            return MoveResult.Failed(Failures.Of(files, code, source, kept, "stat"));
        bool isSame = ContentHash.AreEqual(source, kept) && files.Stat(source, out FileStat after).IsOk && after.IsUnchanged(before);
        if (!isSame)
            return MoveResult.Failed(new Failure(FailureReason.DestExists, OsCode.Ok, "compare", $"it no longer has the same content as '{entry.Destination}'"));
        code = files.Remove(source);
        return code.IsOk ? MoveResult.Done(entry.Destination) : MoveResult.Failed(Failures.Of(files, code, source, kept, "unlink"));
    }

    private MoveResult RestoreDuplicate(int number, PlanEntry entry)
    {
        string to = request.Root.Resolve(entry.Destination!);
        if (Folders.EnsureParentOf(entry.Destination!) is { } noFolder)
            return MoveResult.Failed(noFolder);
        if (stagedCopy.Copy(number, request.Root.Resolve(entry.Source), entry.Destination!, CopyForm.Plain) is { } failure)
            return MoveResult.Failed(failure);
        try
        {
            File.SetLastWriteTimeUtc(to, new DateTime(entry.Stat.ModifiedTicks, DateTimeKind.Utc));
            ModeBits.Give(to, entry.Stat.Mode);
            return MoveResult.Done(entry.Destination);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return MoveResult.Failed(Failures.Of(files, e, to, "utimensat")); // the content is back; its time or mode is not
        }
    }

    private MoveResult WriteFile(int number, PlanEntry entry, IReadOnlyList<CarriedOut> carriedOut)
    {
        try
        {
            return entry.Action == PlanAction.RestoreFile ? fileWriting.Restore(number, entry) : fileWriting.Write(number, entry, carriedOut);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return MoveResult.Failed(Failures.Of(files, e, request.Root.Resolve(entry.Source), "read"));
        }
    }
}
