using Tidy.Core.Journal;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Moving;

/// <summary>
/// Puts one content of a file in the place of another, or of nothing, in one rename. Before it the earlier bytes are in the run's folder, the
/// new ones in a temporary file, and the hashes of both in the journal, all on the disk: a crash leaves the one or the other, recovery can
/// tell which, and undo has what it needs.
/// </summary>
internal sealed class FileSwap(WorkspaceRoot root, IOsFiles files, RunJournal journal)
{
    /// <param name="now">The file that is there, as it was looked at before the caller decided; null for none.</param>
    /// <param name="target">Null when the file shall go.</param>
    public Failure? Carry(int number, WorkspacePath path, FileStat? now, FileTarget? target)
    {
        string before = Path.Combine(journal.Folder, RunFolder.BeforeName(number));
        try
        {
            string? earlier = now is null ? null : Keep(root.Resolve(path), before);
            using StagedFile? staged = target is null ? null : new StagedFile(number, root, path, files, journal);
            target?.Make(staged!.FullPath);
            if (target is not null && ContentHash.TextOf(staged!.FullPath) != target.Sha256)
                return new Failure(FailureReason.Unknown, OsCode.Ok, "write", "what was written differs from what should be there: not trusted");
            journal.Append(new JournalRecord { Type = JournalTypes.Write, Number = number, Sha256 = target?.Sha256, EarlierSha256 = earlier });
            journal.Flush();
            return Rename(staged?.FullPath, root.Resolve(path), now);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failures.Of(files, e, root.Resolve(path), "write");
        }
    }

    /// <summary>
    /// A durable copy with times and mode. It stays as long as the run's folder, also when nothing comes of the write: nobody takes it away by
    /// mistake after a rename that did happen.
    /// </summary>
    private string Keep(string path, string before)
    {
        files.Remove(before); // of a first try
        byte[] hash = FileCopy.Write(path, before, CopyForm.Plain);
        if (!ContentHash.Of(before).AsSpan().SequenceEqual(hash))
            throw new IOException($"the earlier content, kept in '{before}', differs from what was read: not trusted");
        files.CopyAttributes(path, before);
        files.FlushDirectory(journal.Folder);
        return Convert.ToHexStringLower(hash);
    }

    private Failure? Rename(string? staged, string path, FileStat? now)
    {
        if (now is { } seen && !(files.Stat(path, out FileStat there).IsOk && there.IsSameFile(seen) && there.IsUnchanged(seen)))
            return new Failure(FailureReason.Locked, OsCode.Ok, "write", "somebody writes to it");
        OsCode code = staged is null ? files.Remove(path) : now is null ? files.RenameNoReplace(staged, path) : files.Replace(staged, path);
        if (!code.IsOk)
            return Failures.Of(files, code, staged ?? path, path, staged is null ? "unlink" : "rename");
        files.FlushDirectory(Path.GetDirectoryName(path)!); // an index is one file a run: the journal need not wait for the end of the pass
        return null;
    }
}
