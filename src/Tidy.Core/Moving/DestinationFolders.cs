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

    /// <summary>Folders whose entries changed: flushed once, at the end of the run.</summary>
    public HashSet<string> Changed { get; } = new(WorkspacePath.Comparer);

    /// <summary>Makes sure that the folder of <paramref name="path"/> exists and is a real one.</summary>
    public Failure? EnsureParentOf(WorkspacePath path) => path.Parent is { } parent ? Ensure(parent) : null;

    private Failure? Ensure(WorkspacePath folder)
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
        OsCode code = files.CreateDirectory(path);
        if (!code.IsOk)
        {
            // Somebody else may have made it between our look and our call; what it is decides.
            bool isThere = files.Stat(path, out FileStat stat).IsOk && stat.Kind == FileKind.Directory;
            return isThere ? null : Failures.Of(files, code, path, path, "mkdir");
        }

        guard.Created(folder);
        Changed.Add(Path.GetDirectoryName(path)!);
        return IsArchive(folder) ? WriteIgnoreFile(folder) : null;
    }

    private bool IsArchive(WorkspacePath folder) =>
        !config.CommitArchive && WorkspacePath.Comparer.Equals(folder.Value, config.ArchivePath.TrimEnd('/'));

    /// <summary>A file that git ignored at the root must not become visible by being moved.</summary>
    private Failure? WriteIgnoreFile(WorkspacePath folder)
    {
        WorkspacePath ignore = folder.Child(IgnoreFile.Name);
        journal.Append(new JournalRecord { Type = JournalTypes.Ignore, Path = ignore.Value });
        try
        {
            IgnoreFile.Write(root.Resolve(ignore));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return File.Exists(root.Resolve(ignore)) ? null : Failures.Of(files, e, root.Resolve(ignore), "open");
        }
    }
}
