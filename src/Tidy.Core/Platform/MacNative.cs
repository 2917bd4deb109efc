using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Tidy.Core.Platform;

/// <summary>The libc and libproc calls used on macOS. Written from documentation (man pages, Darwin headers), not run.</summary>
[SupportedOSPlatform("macos")]
internal static unsafe partial class MacNative
{
    public const int EPERM = 1, ENOENT = 2, EINTR = 4, ENOTDIR = 20, EINVAL = 22, EROFS = 30, EAGAIN = 35, ENOTSUP = 45, ENOSYS = 78;

    public const uint RenameExclusive = 4; // RENAME_EXCL
    public const int WriteAccess = 2, SearchAccess = 1; // W_OK, X_OK
    public const int OpenReadOnly = 0, OpenNonBlock = 0x4, OpenNoFollow = 0x100, OpenDirectory = 0x100000, OpenCloseOnExec = 0x1000000;
    public const int FlockExclusive = 2, FlockNonBlock = 4, FlockUnlock = 8;
    public const int LockTest = 3; // F_TEST of lockf(3)
    public const int FullFsync = 51; // F_FULLFSYNC
    public const int CloneMetadata = 7 | (1 << 18) | (1 << 19); // COPYFILE_METADATA | COPYFILE_NOFOLLOW

    /// <summary>0 or the errno of the call just made on this thread.</summary>
    public static OsCode Code(int result) => result >= 0 ? OsCode.Ok : new OsCode(Marshal.GetLastPInvokeError());

    /// <summary>open(2) without O_CREAT, again when a signal came between.</summary>
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

    /// <summary>On Intel the plain name is the call with 32-bit inode numbers; on Apple silicon there is only the 64-bit one.</summary>
    public static int Lstat(string path, MacStat* stat) =>
        RuntimeInformation.ProcessArchitecture == Architecture.X64 ? LstatInode64(path, stat) : lstat(path, stat);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int lstat(string path, MacStat* stat);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "lstat$INODE64", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LstatInode64(string path, MacStat* stat);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int close(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int fsync(int descriptor);

    /// <summary>fcntl(2) with a command that takes no argument: on Apple silicon a variadic argument would have to be on the stack.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int fcntl(int descriptor, int command);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int renamex_np(string source, string destination, uint flags);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int rename(string source, string destination);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int link(string source, string destination);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int unlink(string path);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int mkdir(string path, ushort mode);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int rmdir(string path);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int access(string path, int mode);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int copyfile(string source, string destination, nint state, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int flock(int descriptor, int operation);

    /// <summary>With F_TEST it asks fcntl's F_GETLK about the whole file, and has no variadic argument.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int lockf(int descriptor, int command, long size);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int sysctlbyname(string name, byte* value, nuint* size, void* newValue, nuint newSize);

    /// <summary>Fills <paramref name="buffer"/> with the ids of processes that have the path open; returns bytes, or -1.</summary>
    [LibraryImport("libproc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int proc_listpidspath(uint type, uint typeInfo, string path, uint pathFlags, int* buffer, int bytes);

    [LibraryImport("libproc", SetLastError = true)]
    public static partial int proc_pidinfo(int processId, int flavor, ulong argument, MacProcessInfo* buffer, int bytes);
}
