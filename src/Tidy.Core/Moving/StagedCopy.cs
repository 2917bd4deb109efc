using System.Security.Cryptography;
using Tidy.Core.Journal;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Moving;

/// <summary>
/// A move across volumes: copy to a staging file beside the destination, flush, verify by hash, no-replace rename, flush the folder,
/// look at the source again, and remove it last. At every moment one complete file exists; .NET's own cross-volume move loses
/// it in a power cut.
/// </summary>
internal sealed class StagedCopy(RunRequest request, IOsFiles files, RunJournal journal)
{
    private const int BufferSize = 1 << 17;

    private readonly WorkspaceRoot root = request.Root;

    /// <summary>Moves a file; on failure the source is as it was and nothing of ours is left at the destination.</summary>
    public Failure? Move(int number, WorkspacePath source, WorkspacePath destination, FileStat stat)
    {
        if (stat.Kind != FileKind.File)
            return new Failure(FailureReason.CrossDevice, OsCode.Ok, "rename", "the destination is on another volume, and only files are copied across volumes");
        string from = root.Resolve(source);
        string to = root.Resolve(destination);
        if (Copy(number, from, to, destination) is { } failure)
            return failure;
        if (!files.Stat(to, out FileStat copy).IsOk)
            return new Failure(FailureReason.Unknown, OsCode.Ok, "lstat", $"the copy '{destination}' is gone");
        return SourceFailure(from, stat) is { } why ? TakeBack(to, copy, why) : RemoveSource(from, to, copy);
    }

    /// <summary>Copies a file that stays, e.g. to bring back a removed duplicate, and gives the copy these times and mode.</summary>
    public Failure? Copy(int number, string from, string to, WorkspacePath destination)
    {
        string part = Path.Combine(Path.GetDirectoryName(to)!, $".tidy-{Guid.NewGuid():N}.part");
        journal.Append(new JournalRecord { Type = JournalTypes.Stage, Number = number, Path = PartPath(destination, part) });
        try
        {
            byte[] hash = CopyBytes(from, part);
            if (!ContentHash.Of(part).AsSpan().SequenceEqual(hash))
                return new Failure(FailureReason.Unknown, OsCode.Ok, "copy", "the copy differs from the source: not trusted");
            files.CopyAttributes(from, part);
            JournalVerified(number, part);
            OsCode code = files.RenameNoReplace(part, to);
            if (!code.IsOk)
                return Failures.Of(files, code, part, to, "rename");
            files.FlushDirectory(Path.GetDirectoryName(to)!);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failures.Of(files, e, from, "copy");
        }
        finally
        {
            files.Remove(part); // already renamed after success: then there is nothing to remove
        }
    }

    /// <summary>From here on a file with this identity at the destination is our whole copy, whatever the journal says next.</summary>
    private void JournalVerified(int number, string part)
    {
        files.Stat(part, out FileStat copy);
        journal.Append(new JournalRecord { Type = JournalTypes.Copied, Number = number, Device = copy.Device, Inode = copy.Inode });
    }

    private static byte[] CopyBytes(string from, string part)
    {
        // FileShare.Read: a writer that locks makes the open fail instead of giving us half a file.
        using FileStream source = new(from, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        using FileStream target = new(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[BufferSize];
        while (source.Read(buffer) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            target.Write(buffer, 0, read);
        }

        target.Flush(flushToDisk: true);
        return hash.GetHashAndReset();
    }

    /// <summary>Why the source must not be removed: somebody changed it, or opened it, while it was copied.</summary>
    private Failure? SourceFailure(string from, FileStat before)
    {
        if (!files.Stat(from, out FileStat now).IsOk || !now.IsSameFile(before) || !now.IsUnchanged(before))
            return new Failure(FailureReason.Locked, OsCode.Ok, "copy", "it changed while it was copied to another volume");
        return files.ProbeUse(from, request.Config.InUse) == FileUse.InUse ? Failures.InUse(files, "it was opened while it was copied to another volume") : null;
    }

    private Failure? RemoveSource(string from, string to, FileStat copy)
    {
        OsCode code = files.Remove(from);
        if (!code.IsOk)
            return TakeBack(to, copy, Failures.Of(files, code, from, to, "unlink"));
        files.FlushDirectory(Path.GetDirectoryName(from)!);
        return null;
    }

    /// <summary>Removes our copy, if it is still ours: a move that failed leaves no duplicate.</summary>
    private Failure TakeBack(string to, FileStat copy, Failure why)
    {
        if (files.Stat(to, out FileStat now).IsOk && now.IsSameFile(copy))
            files.Remove(to);
        return why;
    }

    private static string PartPath(WorkspacePath destination, string part) =>
        destination.Parent is { } folder ? $"{folder}/{Path.GetFileName(part)}" : Path.GetFileName(part);
}
