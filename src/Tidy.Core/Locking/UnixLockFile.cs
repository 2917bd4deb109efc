using System.Runtime.InteropServices;

namespace Tidy.Core.Locking;

/// <summary>
/// Asks the system itself whether a lock file is held. Opening it a second time through the run time would say the same by an
/// exception, and the first exception of a process costs milliseconds.
/// </summary>
internal static partial class UnixLockFile
{
    private const int ReadWrite = 2, LockExclusive = 2, LockNonBlock = 4;

    /// <summary>Whether flock(2), which the run time locks with, is refused on a second open of <paramref name="path"/>.</summary>
    public static bool IsHeld(string path)
    {
        bool isMac = OperatingSystem.IsMacOS();
        int closeOnExec = isMac ? 0x1000000 : 0x80000;
        int wouldBlock = isMac ? 35 : 11;
        int descriptor = open(path, ReadWrite | closeOnExec);
        if (descriptor < 0)
            return false;
        bool isHeld = flock(descriptor, LockExclusive | LockNonBlock) < 0 && Marshal.GetLastPInvokeError() == wouldBlock;
        _ = close(descriptor);
        return isHeld;
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int flock(int descriptor, int operation);

    [LibraryImport("libc")]
    private static partial int close(int descriptor);
}
