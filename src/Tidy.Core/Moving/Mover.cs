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
    private readonly Duplicates duplicates;
    private readonly FolderMaking folderMaking;
    private readonly FileWriting fileWriting;

    public Mover(RunRequest request, IOsFiles files, RunJournal journal)
    {
        this.request = request;
        this.files = files;
        guard = new LinkGuard(request.Root, files);
        destinations = new Destinations(request.Root, files, guard);
        Removal removal = new(request.Root, files, journal.Id, request.Config.InUse);
        stagedCopy = new StagedCopy(request, files, journal, removal);
        Folders = new DestinationFolders(request, files, guard, journal);
        duplicates = new Duplicates(request, files, Folders, stagedCopy, removal);
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
            PlanAction.RemoveDuplicate => duplicates.Remove(number, entry),
            PlanAction.RestoreDuplicate => duplicates.Restore(number, entry),
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

    private Failure? MoveTo(int number, PlanEntry entry, WorkspacePath destination) => entry.Action == PlanAction.Move
        ? Rename(number, entry, destination)
        : stagedCopy.Move(number, (entry.Source, destination), entry.Stat, entry.Action.Form());

    private Failure? Rename(int number, PlanEntry entry, WorkspacePath destination)
    {
        string from = request.Root.Resolve(entry.Source);
        string to = request.Root.Resolve(destination);
        OsCode code = files.RenameNoReplace(from, to);
        if (code.IsOk)
        {
            if (entry.Stat.Kind == FileKind.Directory)
                guard.Forget();
            return null;
        }

        Failure failure = Failures.Of(files, code, from, to, "rename");
        if (failure.Reason != FailureReason.CrossDevice)
            return failure;
        return entry.Stat.Kind == FileKind.File
            ? stagedCopy.Move(number, (entry.Source, destination), entry.Stat, CopyForm.Plain)
            : failure with { Message = $"{failure.Message} (only files are copied across volumes)" };
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
