using Tidy.Core.Journal;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Moving;

/// <summary>
/// A move that a rename cannot do, across volumes or into another form: copy to a staging file beside the destination, flush, verify by hash,
/// no-replace rename, flush the folder, look at the source again, and remove it last. At every moment one complete file exists; .NET's own
/// cross-volume move loses it in a power cut.
/// </summary>
internal sealed class StagedCopy(RunRequest request, IOsFiles files, RunJournal journal, Removal removal)
{
    private readonly WorkspaceRoot root = request.Root;

    /// <summary>Moves a file; on failure the source is as it was and nothing of ours is left at the destination.</summary>
    /// <param name="planned">The source as it was planned: one that was written to since is left.</param>
    public Failure? Move(int number, (WorkspacePath Source, WorkspacePath Destination) path, FileStat planned, CopyForm form)
    {
        string from = root.Resolve(path.Source);
        string to = root.Resolve(path.Destination);
        OsCode code = files.Stat(from, out FileStat before); // what an earlier entry of the run brought here has an identity that no plan knows
        if (!code.IsOk)
            return Failures.Of(files, code, from, to, "stat");
        if (before.Kind != FileKind.File)
            return OnlyFiles(form);
        if (!before.IsUnchanged(planned))
            return Changed(form);
        if (Copy(number, from, path.Destination, form) is { } failure)
            return failure;
        if (!files.Stat(to, out FileStat copy).IsOk)
            return new Failure(FailureReason.Unknown, OsCode.Ok, "lstat", $"the copy '{path.Destination}' is gone");
        if (removal.Remove(number, path.Source, before, request.Config.InUse) is { } why)
            return TakeBack(to, copy, why);
        files.FlushDirectory(Path.GetDirectoryName(from)!);
        return null;
    }

    /// <summary>Copies a file that stays, e.g. to bring back a removed duplicate; the copy has its times and mode.</summary>
    public Failure? Copy(int number, string from, WorkspacePath destination, CopyForm form)
    {
        string to = root.Resolve(destination);
        using StagedFile staged = new(number, root, destination, files, journal);
        try
        {
            byte[] hash = FileCopy.Write(from, staged.FullPath, form);
            if (!new PackedFile(staged.FullPath, form.Destination).Hash().AsSpan().SequenceEqual(hash))
                return new Failure(FailureReason.Unknown, OsCode.Ok, "copy", "the copy differs from the source: not trusted");
            files.CopyAttributes(from, staged.FullPath);
            JournalVerified(number, staged.FullPath);
            OsCode code = files.RenameNoReplace(staged.FullPath, to);
            if (!code.IsOk)
                return Failures.Of(files, code, staged.FullPath, to, "rename");
            files.FlushDirectory(Path.GetDirectoryName(to)!);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failures.Of(files, e, from, "copy");
        }
        catch (InvalidDataException e)
        {
            return new Failure(FailureReason.Unknown, OsCode.Ok, "copy", $"its packed content is damaged: {e.Message}");
        }
    }

    /// <summary>From here on a file with this identity at the destination is our whole copy, whatever the journal says next.</summary>
    private void JournalVerified(int number, string part)
    {
        files.Stat(part, out FileStat copy);
        journal.Append(new JournalRecord
        {
            Type = JournalTypes.Copied,
            Number = number,
            Device = copy.Device,
            Inode = copy.Inode,
            Size = copy.Size,
            Modified = copy.ModifiedTicks,
        });
    }

    private static Failure Changed(CopyForm form) => new(FailureReason.Locked, OsCode.Ok, "copy", $"it changed before it was {What(form)}");

    private static Failure OnlyFiles(CopyForm form) => form == CopyForm.Plain
        ? new(FailureReason.CrossDevice, OsCode.Ok, "rename", "the destination is on another volume, and only files are copied across volumes")
        : new(FailureReason.Unknown, OsCode.Ok, "copy", $"it is not a file, and only files are {What(form)}");

    private static string What(CopyForm form) =>
        form == CopyForm.Plain ? "copied to another volume" : form == CopyForm.Compressing ? "compressed" : "unpacked";

    /// <summary>Removes our copy, if it is still ours and as we made it: a move that failed leaves no duplicate.</summary>
    private Failure TakeBack(string to, FileStat copy, Failure why)
    {
        if (files.Stat(to, out FileStat now).IsOk && now.IsSameFile(copy) && now.IsUnchanged(copy))
            files.Remove(to);
        return why;
    }
}
