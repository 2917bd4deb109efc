using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Tidy.Core.Platform;

/// <summary>
/// The libc calls used on Linux. Strings become UTF-8 on the stack (no garbage) up to 255 bytes. Every call that can fail keeps
/// its errno for <see cref="Code"/>.
/// </summary>
[SupportedOSPlatform("linux")]
internal static unsafe partial class LinuxNative
{
    public const int EPERM = 1, ENOENT = 2, EINTR = 4, EAGAIN = 11, EACCES = 13, EEXIST = 17, ENOTDIR = 20, EINVAL = 22, EROFS = 30,
        ENXIO = 6, ENOLCK = 37, ENOSYS = 38, ELOOP = 40, EOPNOTSUPP = 95;

    public const int CurrentDirectory = -100; // AT_FDCWD
    public const int SymlinkNoFollow = 0x100, NoAutomount = 0x800, EmptyPath = 0x1000, StatxDontSync = 0x4000; // AT_*
    public const uint StatxBasicStats = 0x7FF;
    public const uint RenameNoReplaceFlag = 1;
    public const int WriteAccess = 2, SearchAccess = 1, EffectiveAccess = 0x200; // W_OK, X_OK; AT_EACCESS

    public const int OpenReadOnly = 0, OpenNonBlock = 0x800, OpenCloseOnExec = 0x80000;

    public const int SetSignal = 10, OfdGetLock = 36, SetLease = 1024; // F_SETSIG, F_OFD_GETLK, F_SETLEASE
    public const short ReadLock = 0, WriteLock = 1, Unlock = 2; // F_RDLCK, F_WRLCK, F_UNLCK
    public const int FlockExclusive = 2, FlockNonBlock = 4, FlockUnlock = 8;
    public const int SignalUrgent = 23; // SIGURG
    public const int ClockTicksPerSecond = 2; // _SC_CLK_TCK

    /// <summary>The two open(2) flags whose value is not the same on every processor: asm-generic, but ARM and POWER have their own.</summary>
    public static readonly int OpenDirectory = HasOwnOpenFlags ? 0x4000 : 0x10000;
    public static readonly int OpenNoFollow = HasOwnOpenFlags ? 0x8000 : 0x20000;

    private static bool HasOwnOpenFlags =>
        RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm or Architecture.Armv6 or Architecture.Ppc64le;

    /// <summary>0 or the errno of the call just made on this thread.</summary>
    public static OsCode Code(int result) => result >= 0 ? OsCode.Ok : new OsCode(Marshal.GetLastPInvokeError());

    /// <summary>open(2) without O_CREAT, again when a signal came between (network and FUSE file systems).</summary>
    public static int Open(string path, int flags)
    {
        int descriptor;
        do
        {
            descriptor = open(path, flags);
        }
        while (descriptor < 0 && Marshal.GetLastPInvokeError() == EINTR);
        return descriptor;
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int close(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint read(int descriptor, byte* buffer, nuint size);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int fsync(int descriptor);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int statx(int folder, string path, int flags, uint mask, LinuxStatx* stat);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "statx")]
    public static partial int StatxBytes(int folder, byte* path, int flags, uint mask, LinuxStatx* stat);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int renameat2(int sourceFolder, string source, int destinationFolder, string destination, uint flags);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int rename(string source, string destination);

    /// <summary>On Linux link(2) does not follow a link at the source: it makes a second name of the link itself.</summary>
    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int link(string source, string destination);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int unlink(string path);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int mkdir(string path, uint mode);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int rmdir(string path);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int faccessat(int folder, string path, int mode, int flags);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int chmod(string path, uint mode);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int lchown(string path, uint owner, uint group);

    /// <param name="times">Access and modification time, two <c>timespec</c>: seconds and nanoseconds as native <c>long</c>.</param>
    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int utimensat(int folder, string path, nint* times, int flags);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint llistxattr(string path, byte* list, nuint size);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint lgetxattr(string path, byte* name, byte* value, nuint size);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int lsetxattr(string path, byte* name, byte* value, nuint size, int flags);

    /// <summary>fcntl(2) with a number. It is variadic in C; the Linux calling conventions pass such an argument in a register all the same.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int fcntl(int descriptor, int command, nint argument);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "fcntl")]
    public static partial int FcntlLock(int descriptor, int command, LinuxFileLock* argument);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int flock(int descriptor, int operation);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint readlink(byte* path, byte* buffer, nuint size);

    [LibraryImport("libc")]
    public static partial nint sysconf(int name);
}
