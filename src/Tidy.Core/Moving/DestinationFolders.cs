using Tidy.Core.Configuration;
using Tidy.Core.Journal;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Moving;

/// <summary>Creates destination folders as they are needed, each journalled before it is made, so that undo can take it away again.</summary>
internal sealed class DestinationFolders(RunRequest request, IOsFiles files, LinkGuard guard, RunJournal journal)
{
    private readonly WorkspaceRoot root = request.Root;
    private readonly TidyConfig config = request.Config;

    private readonly HashSet<string> changed = new(WorkspacePath.Comparer);

    /// <summary>Something came, went or was made.</summary>
    public bool HasChanges => changed.Count > 0;

    /// <summary>An entry of the folder of <paramref name="path"/> came or went.</summary>
    public void Touch(WorkspacePath path) => changed.Add(path.Parent is { } parent ? root.Resolve(parent) : root.FullPath);

    /// <summary>Makes what changed durable: once a folder, at the end of the run.</summary>
    /// <exception cref="TidyException">The disk did not: what moved may be back after a power cut, so nothing may be said to be done.</exception>
    public void Flush()
    {
        foreach (string folder in changed)
        {
            if (FolderFlush.ProblemOf(files, folder) is { } problem)
            {
                throw new TidyException(Codes.StateDamaged, ExitCode.Unexpected,
                    $"What was moved in '{folder}' could not be made durable: {problem.Message}. Nothing is lost: the next run looks where each file is.");
            }
        }
    }

    /// <summary>Makes sure that the folder of <paramref name="path"/> exists and is a real one.</summary>
    public Failure? EnsureParentOf(WorkspacePath path) => path.Parent is { } parent ? Ensure(parent) : null;

    /// <summary>Makes sure that <paramref name="folder"/> exists and is a real one, and all above it.</summary>
    public Failure? Ensure(WorkspacePath folder)
    {
        if (guard.Exists(folder))
            return null;
        if (guard.ProblemOf(folder.Child("x")) is not null)
            return new Failure(FailureReason.Unknown, OsCode.Ok, "lstat", $"'{folder}' is a link or not a folder: nothing is moved through it");
        return EnsureParentOf(folder) ?? Create(folder);
    }

    private Failure? Create(WorkspacePath folder)
    {
        string path = root.Resolve(folder);
        journal.Append(new JournalRecord { Type = JournalTypes.MakeFolder, Path = folder.Value });
        if (IsArchive(folder))
            AnnounceIgnoreFile(folder);
        OsCode code = files.CreateDirectory(path);
        if (!code.IsOk)
        {
            // Somebody else may have made it between our look and our call; what it is decides.
            bool isThere = files.Stat(path, out FileStat stat).IsOk && stat.Kind == FileKind.Directory;
            return isThere ? null : CannotBeMade(code, path);
        }

        guard.Created(folder);
        Touch(folder);
        return IsArchive(folder) ? WriteIgnoreFile(folder.Child(IgnoreFile.Name)) : null;
    }

    /// <summary>"Not found" is about the folder: it must not be taken for a source that went away, which would end a pending move.</summary>
    private Failure CannotBeMade(OsCode code, string path)
    {
        Failure failure = Failures.Of(files, code, path, path, "mkdir");
        return failure.Reason == FailureReason.MissingSource
            ? failure with { Reason = FailureReason.Unknown, Message = $"the destination folder '{path}' cannot be made: {failure.Message}" }
            : failure;
    }

    private bool IsArchive(WorkspacePath folder) =>
        !config.Archive.Commit && WorkspacePath.Comparer.Equals(folder.Value, config.Archive.Path);

    /// <summary>On disk before the folder is, so that recovery writes the file where a crash came between the two.</summary>
    private void AnnounceIgnoreFile(WorkspacePath folder)
    {
        journal.Append(new JournalRecord { Type = JournalTypes.Ignore, Path = folder.Child(IgnoreFile.Name).Value });
        journal.Flush();
    }

    /// <summary>A file that git ignored at the root must not become visible by being moved.</summary>
    private Failure? WriteIgnoreFile(WorkspacePath ignore)
    {
        try
        {
            IgnoreFile.Ensure(root.Resolve(ignore), files);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return File.Exists(root.Resolve(ignore)) ? null : Failures.Of(files, e, root.Resolve(ignore), "open");
        }
    }
}
