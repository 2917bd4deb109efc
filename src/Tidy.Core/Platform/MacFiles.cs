using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using static Tidy.Core.Platform.MacNative;

namespace Tidy.Core.Platform;

/// <summary>macOS system calls. Written from documentation (man pages, Darwin headers), not run.</summary>
[SupportedOSPlatform("macos")]
internal sealed unsafe class MacFiles : IOsFiles, IRefusalFacts
{
    public OsFamily Family => OsFamily.MacOS;

    public OsCode Stat(string path, out FileStat stat)
    {
        MacStat raw;
        OsCode code = Code(Lstat(path, &raw));
        stat = code.IsOk ? raw.ToFileStat() : default;
        return code;
    }

    public OsCode RenameNoReplace(string source, string destination)
    {
        OsCode code = Code(renamex_np(source, destination, RenameExclusive));
        // Volumes without VOL_CAP_INT_RENAME_EXCL (HFS+, network mounts) answer ENOTSUP.
        return code.Value is ENOTSUP or ENOSYS ? LinkAndUnlink(source, destination, code) : code;
    }

    /// <summary>As on Linux, but for files only: link(2) follows a symbolic link here.</summary>
    private OsCode LinkAndUnlink(string source, string destination, OsCode refused)
    {
        if (!Stat(source, out FileStat stat).IsOk || stat.Kind != FileKind.File)
            return refused;
        OsCode linked = Code(link(source, destination));
        if (!linked.IsOk)
            return linked.Value is EPERM or ENOTSUP or ENOSYS ? refused : linked;
        OsCode unlinked = Code(unlink(source));
        if (!unlinked.IsOk && Stat(destination, out FileStat made).IsOk && made.IsSameFile(stat))
            _ = unlink(destination);
        return unlinked;
    }

    public OsCode Replace(string source, string destination) => Code(rename(source, destination));

    public OsCode Remove(string path) => Code(unlink(path));

    public OsCode RemoveEmptyDirectory(string path) => Code(rmdir(path));

    public OsCode CreateDirectory(string path) => Code(mkdir(path, 0x1FF));

    /// <summary>fsync alone leaves the data in the drive's cache (fsync(2) of macOS); F_FULLFSYNC does not, where the volume has it.</summary>
    public OsCode FlushDirectory(string path)
    {
        int descriptor = Open(path, OpenReadOnly | OpenDirectory | OpenCloseOnExec);
        if (descriptor < 0)
            return Code(descriptor);
        OsCode code = fcntl(descriptor, FullFsync) >= 0 ? OsCode.Ok : Code(fsync(descriptor));
        _ = close(descriptor);
        return code.Value is EINVAL or ENOTSUP ? OsCode.Ok : code;
    }

    /// <summary>Times, owner, mode, flags, access control list and extended attributes in one call.</summary>
    public OsCode CopyAttributes(string source, string destination) => Code(copyfile(source, destination, 0, CloneMetadata));

    /// <summary>
    /// Locks are asked first. Who merely has the file open is known to libproc only, which looks at every process: milliseconds
    /// a file, and it cannot tell readers from writers, so only <see cref="InUsePolicy.Any"/> asks it.
    /// </summary>
    public FileUse ProbeUse(string path, InUsePolicy policy)
    {
        if (policy == InUsePolicy.Off)
            return FileUse.Free;
        FileUse locks = ProbeLocks(path);
        if (locks != FileUse.Free || policy == InUsePolicy.Locked)
            return locks;
        if (policy == InUsePolicy.Write)
            return FileUse.Unknown;
        int* someone = stackalloc int[16];
        int bytes = proc_listpidspath(AllProcesses, 0, path, ExcludeEventOnly, someone, 16 * sizeof(int));
        return bytes switch { > 0 => FileUse.InUse, 0 => FileUse.Free, _ => FileUse.Unknown };
    }

    public string? Protection(string path)
    {
        const uint Immutable = 0x2 | 0x20000, AppendOnly = 0x4 | 0x40000; // UF_ and SF_ flags of chflags(2)
        MacStat stat;
        if (Lstat(path, &stat) < 0)
            return null;
        return (stat.Flags & Immutable) != 0 ? "immutable" : (stat.Flags & AppendOnly) != 0 ? "append only" : null;
    }

    public bool IsOnReadOnlyMount(string path) => Code(access(path, WriteAccess)).Value == EROFS;

    /// <summary>Another volume than the folder around it.</summary>
    public bool IsMountPoint(string path) =>
        Path.GetDirectoryName(path) is { } around && Stat(path, out FileStat stat).IsOk && Stat(around, out FileStat parent).IsOk && stat.Device != parent.Device;

    public bool MayChange(string folder) => access(folder, WriteAccess | SearchAccess) == 0;

    private const uint AllProcesses = 1, ExcludeEventOnly = 2; // PROC_ALL_PIDS, PROC_LISTPIDSPATH_EXCLUDE_EVTONLY

    private static FileUse ProbeLocks(string path)
    {
        int descriptor = Open(path, OpenReadOnly | OpenNonBlock | OpenCloseOnExec | OpenNoFollow);
        if (descriptor < 0)
            return Marshal.GetLastPInvokeError() is ENOENT or ENOTDIR ? FileUse.Free : FileUse.Unknown;
        FileUse use = FileUse.Free;
        if (flock(descriptor, FlockExclusive | FlockNonBlock) < 0)
            use = Marshal.GetLastPInvokeError() == EAGAIN ? FileUse.InUse : FileUse.Unknown;
        else
            _ = flock(descriptor, FlockUnlock);
        if (use == FileUse.Free && lockf(descriptor, LockTest, 0) < 0)
            use = FileUse.InUse;
        _ = close(descriptor);
        return use;
    }
}
