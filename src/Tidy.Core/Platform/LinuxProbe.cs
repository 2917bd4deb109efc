using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using static Tidy.Core.Platform.LinuxNative;

namespace Tidy.Core.Platform;

/// <summary>
/// Is a regular file in use? A rename succeeds on Linux whoever has the file open, so this is asked first. The kernel grants a write
/// lease (fcntl(2), F_SETLEASE) only when nobody else has the inode open, mapped or running, in any PID namespace.
/// It is not granted on somebody else's file (EACCES) nor on most network file systems (EINVAL): then only locks can be seen.
/// </summary>
[SupportedOSPlatform("linux")]
internal static unsafe class LinuxProbe
{
    public static FileUse Ask(string path, InUsePolicy policy)
    {
        int descriptor = Open(path, OpenReadOnly | OpenNonBlock | OpenCloseOnExec | OpenNoFollow);
        if (descriptor < 0)
            return WithoutOpening(Marshal.GetLastPInvokeError());
        FileUse use = policy switch
        {
            InUsePolicy.Any => ByAnyUse(descriptor),
            InUsePolicy.Write => ByWriters(descriptor),
            _ => ByLocks(descriptor),
        };
        _ = close(descriptor);
        return use;
    }

    /// <summary>A missing file is free: the move will tell. EAGAIN: somebody holds a lease on it (a file server, another probe).</summary>
    private static FileUse WithoutOpening(int errno) => errno switch
    {
        ENOENT or ENOTDIR => FileUse.Free,
        _ => Unanswered(errno),
    };

    /// <summary>
    /// Where this user or this file system never gets an answer, only the move can tell. Any other error is of the moment (EMFILE, ENOMEM, EIO):
    /// a rename would succeed all the same, and harm, so the file waits until somebody can be asked.
    /// </summary>
    private static FileUse Unanswered(int errno) => errno switch
    {
        EACCES or EPERM or EINVAL or ENOSYS or EOPNOTSUPP or ELOOP or ENXIO or ENOLCK => FileUse.Unknown,
        _ => FileUse.InUse,
    };

    private static FileUse ByAnyUse(int descriptor)
    {
        int refusal = TryLease(descriptor, WriteLock);
        if (refusal is 0)
            return FileUse.Free;
        return refusal == EAGAIN || ByLocks(descriptor) == FileUse.InUse ? FileUse.InUse : Unanswered(refusal);
    }

    /// <summary>A read lease is granted beside readers, never beside a writer.</summary>
    private static FileUse ByWriters(int descriptor)
    {
        int refusal = TryLease(descriptor, ReadLock);
        if (refusal == EAGAIN)
            return FileUse.InUse;
        FileUse locks = ByLocks(descriptor);
        return refusal is 0 || locks == FileUse.InUse ? locks : Unanswered(refusal);
    }

    /// <summary>
    /// Takes a lease and gives it back: 0, or the errno. The signal is set first, because the default (SIGIO) would kill this process
    /// if somebody opened the file in between; SIGURG is ignored unless asked for.
    /// </summary>
    private static int TryLease(int descriptor, short type)
    {
        if (fcntl(descriptor, SetSignal, SignalUrgent) < 0 || fcntl(descriptor, SetLease, type) < 0)
            return Marshal.GetLastPInvokeError();
        _ = fcntl(descriptor, SetLease, Unlock);
        return 0;
    }

    /// <summary>
    /// POSIX and open-file-description locks, then flock, which do not see each other. F_OFD_GETLK and not F_GETLK: closing a file
    /// that was asked with the latter's kind of lock drops this process's own POSIX locks on it.
    /// </summary>
    private static FileUse ByLocks(int descriptor)
    {
        if (!IsRegular(descriptor))
            return FileUse.Unknown;
        LinuxFileLock wanted = new() { Type = WriteLock };
        bool asked = FcntlLock(descriptor, OfdGetLock, &wanted) >= 0;
        if (asked && wanted.Type != Unlock)
            return FileUse.InUse;
        if (flock(descriptor, FlockExclusive | FlockNonBlock) < 0)
            return Unanswered(Marshal.GetLastPInvokeError());
        _ = flock(descriptor, FlockUnlock);
        return asked ? FileUse.Free : FileUse.Unknown;
    }

    private static bool IsRegular(int descriptor)
    {
        byte empty = 0;
        LinuxStatx stat;
        return StatxBytes(descriptor, &empty, EmptyPath, StatxBasicStats, &stat) >= 0 && stat.IsRegular;
    }
}
