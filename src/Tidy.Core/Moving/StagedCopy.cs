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
        if (!before.IsUnchanged(planned))
            return Changed(form);
        if (before.Kind != FileKind.File)
            return new Failure(FailureReason.Unknown, OsCode.Ok, "copy", $"it is not a file, and only files are {What(form)}");
        if (Copy(number, from, path.Destination, form) is { } failure)
            return failure;
        if (!files.Stat(to, out FileStat copy).IsOk)
            return new Failure(FailureReason.Unknown, OsCode.Ok, "lstat", $"the copy '{path.Destination}' is gone");
        if (removal.Remove(number, path.Source, before) is { } why)
            return TakeBack(to, copy, why);
        files.FlushDirectory(Path.GetDirectoryName(from)!);
        return null;
    }

    /// <summary>Copies a file that stays, e.g. to bring back a removed duplicate.</summary>
    /// <param name="number">Number of the intent in the journal.</param>
    /// <param name="looks">Whose time and mode the copy has from its first moment; null for those of the file itself.</param>
    public Failure? Copy(int number, string from, WorkspacePath destination, CopyForm form, FileStat? looks = null)
    {
        string to = root.Resolve(destination);
        using StagedFile staged = new(number, root, destination, files, journal);
        try
        {
            byte[] hash = FileCopy.Write(from, staged.FullPath, form);
            if (!new PackedFile(staged.FullPath, form.Destination).Hash().AsSpan().SequenceEqual(hash))
                return new Failure(FailureReason.Unknown, OsCode.Ok, "copy", "the copy differs from the source: not trusted");
            files.CopyAttributes(from, staged.FullPath);
            if (looks is { } wanted)
                Give(staged.FullPath, wanted);
            files.Stat(staged.FullPath, out FileStat copy);
            JournalVerified(number, copy);
            OsCode code = files.RenameNoReplace(staged.FullPath, to);
            if (!code.IsOk)
                return Failures.Of(files, code, staged.FullPath, to, "rename");
            return FolderFlush.ProblemOf(files, Path.GetDirectoryName(to)!) is { } notDurable ? TakeBack(to, copy, notDurable) : null;
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

    private static void Give(string path, in FileStat looks)
    {
        File.SetLastWriteTimeUtc(path, new DateTime(looks.ModifiedTicks, DateTimeKind.Utc));
        ModeBits.Give(path, looks.Mode);
    }

    /// <summary>
    /// From here on a file with this identity at the destination is our whole copy, whatever the journal says next. Flushed, or a power cut could
    /// leave the copy under its name and nobody would know whose it is.
    /// </summary>
    private void JournalVerified(int number, in FileStat copy)
    {
        journal.Append(new JournalRecord
        {
            Type = JournalTypes.Copied,
            Number = number,
            Device = copy.Device,
            Inode = copy.Inode,
            Size = copy.Size,
            Modified = copy.ModifiedTicks,
        });
        journal.Flush();
    }

    private static Failure Changed(CopyForm form) => new(FailureReason.Locked, OsCode.Ok, "copy", $"it changed before it was {What(form)}");

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
