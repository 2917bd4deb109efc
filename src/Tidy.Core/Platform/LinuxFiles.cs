using System.Runtime.Versioning;
using static Tidy.Core.Platform.LinuxNative;

namespace Tidy.Core.Platform;

/// <summary>Linux system calls; see the man page of each for its errors.</summary>
[SupportedOSPlatform("linux")]
internal sealed unsafe class LinuxFiles : IOsFiles, IRefusalFacts
{
    public OsFamily Family => OsFamily.Linux;

    public OsCode Stat(string path, out FileStat stat)
    {
        OsCode code = Statx(path, out LinuxStatx raw);
        stat = code.IsOk ? raw.ToFileStat() : default;
        return code;
    }

    public OsCode RenameNoReplace(string source, string destination)
    {
        OsCode code = Code(renameat2(CurrentDirectory, source, CurrentDirectory, destination, RenameNoReplaceFlag));
        // EINVAL: this file system does not know the flag (some network and FUSE mounts), or a folder would go into itself.
        return code.Value is EINVAL or ENOSYS ? LinkAndUnlink(source, destination, code) : code;
    }

    /// <summary>
    /// The second way to a rename that never replaces: link(2) fails when the name exists. Both names exist for a moment; a crash
    /// between is seen by recovery as one inode at both ends. Folders cannot be linked: for them <paramref name="refused"/> stands.
    /// </summary>
    internal static OsCode LinkAndUnlink(string source, string destination, OsCode refused)
    {
        OsCode seen = Statx(source, out LinuxStatx stat);
        if (!seen.IsOk)
            return seen;
        if (stat.Kind is not (FileKind.File or FileKind.Link))
            return refused;
        OsCode linked = Code(link(source, destination));
        if (!linked.IsOk)
        {
            // EPERM here is a file system without hard links (rename would have said so first if it were about rights).
            return linked.Value is EPERM or EOPNOTSUPP or ENOSYS ? refused : linked;
        }

        OsCode unlinked = Code(unlink(source));
        bool isOurs = Statx(destination, out LinuxStatx made).IsOk && made.Inode == stat.Inode && made.Device == stat.Device;
        if (!unlinked.IsOk && isOurs)
            _ = unlink(destination);
        return unlinked;
    }

    public OsCode Replace(string source, string destination) => Code(rename(source, destination));

    public OsCode Remove(string path) => Code(unlink(path));

    public OsCode RemoveEmptyDirectory(string path) => Code(rmdir(path));

    /// <summary>Mode 0777 less the umask, as every program makes folders.</summary>
    public OsCode CreateDirectory(string path) => Code(mkdir(path, 0x1FF));

    public OsCode FlushDirectory(string path)
    {
        int descriptor = Open(path, OpenReadOnly | OpenDirectory | OpenCloseOnExec);
        if (descriptor < 0)
            return Code(descriptor);
        OsCode code = Code(fsync(descriptor));
        _ = close(descriptor);
        if (code.Value is EINVAL or EOPNOTSUPP or ENOSYS)
            return OsCode.Ok; // this file system has nothing to flush for a folder (fsync(2))
        // XFS says that a folder is flushed though its disk has gone, and the file system with it; looking at the folder then fails (Linux 6.18).
        return code.IsOk ? Statx(path, out _) : code;
    }

    public OsCode CopyAttributes(string source, string destination) => LinuxAttributes.Copy(source, destination);

    public FileUse ProbeUse(string path, InUsePolicy policy) => policy == InUsePolicy.Off ? FileUse.Free : LinuxProbe.Ask(path, policy);

    /// <summary>From statx, which needs no rights on the file itself; the ioctl that chattr(1) uses would have to open it.</summary>
    public string? Protection(string path)
    {
        const ulong Immutable = 0x10, AppendOnly = 0x20; // STATX_ATTR_*
        if (!Statx(path, out LinuxStatx stat).IsOk)
            return null;
        return (stat.Attributes & Immutable) != 0 ? "immutable" : (stat.Attributes & AppendOnly) != 0 ? "append only" : null;
    }

    /// <summary>Root too is answered EROFS.</summary>
    public bool IsOnReadOnlyMount(string path) => Code(faccessat(CurrentDirectory, path, WriteAccess, EffectiveAccess)).Value == EROFS;

    /// <summary>Told since Linux 5.8; before, the bit is never set.</summary>
    public bool IsMountPoint(string path)
    {
        const ulong MountRoot = 0x2000; // STATX_ATTR_MOUNT_ROOT
        return Statx(path, out LinuxStatx stat).IsOk && (stat.Attributes & MountRoot) != 0;
    }

    public bool MayChange(string folder) => faccessat(CurrentDirectory, folder, WriteAccess | SearchAccess, EffectiveAccess) == 0;

    internal static OsCode Statx(string path, out LinuxStatx stat)
    {
        fixed (LinuxStatx* address = &stat)
        {
            return Code(statx(CurrentDirectory, path, SymlinkNoFollow | NoAutomount, StatxBasicStats, address));
        }
    }
}
