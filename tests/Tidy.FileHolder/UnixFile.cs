using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Tidy.FileHolder;

/// <summary>A file opened by open(2), without any lock unless asked for.</summary>
internal sealed partial class UnixFile : IDisposable
{
    private const int ReadOnly = 0, WriteOnly = 1, ReadWrite = 2;
    private const int LockShared = 1, LockExclusive = 2, LockNonBlock = 4, LockFree = 8;
    private const short WriteRecord = 1, FreeRecord = 2; // F_WRLCK, F_UNLCK
    private const int SetLock = 6, OfdSetLock = 37; // F_SETLK and F_OFD_SETLK of Linux
    private readonly int descriptor;

    private UnixFile(int descriptor) => this.descriptor = descriptor;

    public static UnixFile Open(string path, FileAccess access)
    {
        int append = OperatingSystem.IsMacOS() ? 0x8 : 0x400;
        int flags = access switch
        {
            FileAccess.Read => ReadOnly,
            FileAccess.ReadWrite => ReadWrite,
            _ => WriteOnly | append,
        };
        return new UnixFile(Check(open(path, flags)));
    }

    public UnixFile Flock(bool shared)
    {
        Check(flock(descriptor, (shared ? LockShared : LockExclusive) | LockNonBlock));
        return this;
    }

    /// <summary>Gives every lock back; the file stays open.</summary>
    public void Unlock()
    {
        Check(flock(descriptor, LockFree));
        foreach (int command in (int[])[SetLock, OfdSetLock])
            Record(command, FreeRecord);
    }

    public UnixFile PosixLock() => Lock(SetLock);

    public UnixFile OfdLock() => Lock(OfdSetLock);

    public void Dispose() => Check(close(descriptor));

    private UnixFile Lock(int command)
    {
        Record(command, WriteRecord);
        return this;
    }

    private unsafe void Record(int command, short type)
    {
        if (!OperatingSystem.IsLinux())
            throw new PlatformNotSupportedException("record locks: the constants here are those of Linux");
        // struct flock: type and whence as short, then start, length and pid; all zero but the type is the whole file.
        nint* whole = stackalloc nint[4];
        new Span<nint>(whole, 4).Clear();
        *(short*)whole = type;
        Check(fcntl(descriptor, command, whole));
    }

    private static int Check(int result) => result >= 0 ? result : throw new Win32Exception(Marshal.GetLastPInvokeError());

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int close(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int flock(int descriptor, int operation);

    [LibraryImport("libc", SetLastError = true)]
    private static unsafe partial int fcntl(int descriptor, int command, void* argument);
}
