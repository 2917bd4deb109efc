namespace Tidy.Core.Platform;

/// <summary>
/// The few system calls that Tidy moves files with, each returning the raw code. Paths are absolute. Implementations hold
/// no state and are safe on any thread; tests play faults through this interface.
/// </summary>
public interface IOsFiles
{
    OsFamily Family { get; }

    /// <summary>lstat: what is at <paramref name="path"/> itself.</summary>
    OsCode Stat(string path, out FileStat stat);

    /// <summary>
    /// Renames a file, folder or link within one volume; fails with "exists" when anything has the destination's name.
    /// Linux <c>renameat2(RENAME_NOREPLACE)</c>, macOS <c>renamex_np(RENAME_EXCL)</c>, Windows <c>MoveFileExW</c> without flags.
    /// </summary>
    OsCode RenameNoReplace(string source, string destination);

    /// <summary>
    /// Renames over the destination, atomically. For files that Tidy writes itself (its state, an index), never for payload. Windows refuses while somebody has
    /// the destination (5) or the source (32) open, were it a virus scanner: the caller tries again.
    /// </summary>
    OsCode Replace(string source, string destination);

    /// <summary>Removes one file or link.</summary>
    OsCode Remove(string path);

    /// <summary>Removes a folder if it is empty.</summary>
    OsCode RemoveEmptyDirectory(string path);

    /// <summary>Creates one folder; its parent must exist. "Exists" is reported, not swallowed.</summary>
    OsCode CreateDirectory(string path);

    /// <summary>Makes renames in a folder durable. Where the system has no such call (Windows) this does what comes nearest.</summary>
    OsCode FlushDirectory(string path);

    /// <summary>Gives <paramref name="destination"/> the times, mode and attributes of <paramref name="source"/>.</summary>
    OsCode CopyAttributes(string source, string destination);

    /// <summary>Would a move harm somebody? Regular files, on Windows folders too; counts for nothing and leaves no trace.</summary>
    FileUse ProbeUse(string path, InUsePolicy policy);
}
