using Microsoft.Win32.SafeHandles;

namespace Tidy.Core.Locking;

/// <summary>
/// A lock between processes and threads. The truth is a lock file opened with <see cref="FileShare.None"/>: the system frees it
/// when its holder dies, so there is no time to live and no heartbeat, and the file is never deleted (deleting a locked file
/// lets two in). A named mutex before it is a fair waiting room: polling the file alone starves all but one.
/// </summary>
/// <remarks>A mutex belongs to its thread: acquire and dispose on the same one. It is not re-entrant.</remarks>
public sealed class OsLock : IDisposable
{
    private readonly SafeFileHandle file;
    private readonly Mutex? room;

    private OsLock(SafeFileHandle file, Mutex? room) => (this.file, this.room) = (file, room);

    /// <summary>How long others had it while this one wanted it.</summary>
    public TimeSpan Waited { get; private init; }

    /// <summary>Waits for the lock at most <paramref name="timeout"/>; null when somebody else has had it all that time.</summary>
    /// <exception cref="TidyException">The lock file cannot be opened, or locks do not work on this file system.</exception>
    public static OsLock? TryAcquire(string path, TimeSpan timeout, TimeProvider clock)
    {
        var patience = new Patience(timeout, clock);
        Mutex? entered = EnterRoom(path, patience);
        SafeFileHandle? opened = null;
        bool acquired = false;
        try
        {
            // Tried even when the room stayed full: only the file counts.
            while ((opened = TryOpen(path, FileMode.OpenOrCreate)) is null)
            {
                if (!patience.Wait())
                    return null;
            }

            CheckThatItExcludes(path);
            acquired = true;
            return new OsLock(opened, entered) { Waited = patience.Spent };
        }
        finally
        {
            if (!acquired)
                Release(opened, entered);
        }
    }

    public void Dispose()
    {
        if (!file.IsClosed)
            Release(file, room);
    }

    /// <summary>A second open of a held lock file must fail; where it does not, nothing would keep two runs apart.</summary>
    /// <exception cref="TidyException">It did not fail.</exception>
    internal static void CheckThatItExcludes(string path)
    {
        if (OperatingSystem.IsWindows() ? IsRefused(path) : UnixLockFile.IsHeld(path))
            return;
        throw new TidyException(
            Codes.LockingUnsafe,
            ExitCode.Unexpected,
            $"File locks do not work at '{path}': a second open got through, so two runs could not be kept apart and nothing was done. "
                + "Unset DOTNET_SYSTEM_IO_DISABLEFILELOCKING if it is set; some network file systems do not support locks at all.");
    }

    private static bool IsRefused(string path)
    {
        using SafeFileHandle? second = TryOpen(path, FileMode.Open);
        return second is null;
    }

    private static SafeFileHandle? TryOpen(string path, FileMode mode)
    {
        try
        {
            return File.OpenHandle(path, mode, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            string message = $"The lock file '{path}' cannot be opened, so nothing was done: {e.Message}";
            throw new TidyException(Codes.LockingUnsafe, ExitCode.Unexpected, message, e);
        }
    }

    /// <summary>On Unix the result code of an <see cref="IOException"/> is the errno: EWOULDBLOCK of flock(2), 11; on macOS 35.</summary>
    private static bool IsHeld(IOException e) => OperatingSystem.IsWindows()
        ? (e.HResult & 0xFFFF) is 32 or 33 // ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
        : e.HResult == (OperatingSystem.IsMacOS() ? 35 : 11);

    /// <summary>
    /// Through a door that is shut while somebody stands in it: who comes out of the room and wants to go in again lines up behind those
    /// who wait. The room alone would let them in at once, before the one that the system has just woken.
    /// </summary>
    private static Mutex? EnterRoom(string path, Patience patience)
    {
        string name = RoomName(path);
        Mutex? door = Enter(name + "-door", patience);
        try
        {
            return Enter(name, patience);
        }
        finally
        {
            Leave(door);
        }
    }

    /// <summary>Null when there is no such thing to be had, or it stayed full: order is lost then, exclusion is not.</summary>
    private static Mutex? Enter(string name, Patience patience)
    {
        Mutex entrance;
        try
        {
            entrance = new Mutex(initiallyOwned: false, name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or WaitHandleCannotBeOpenedException or NotSupportedException)
        {
            return null;
        }

        try
        {
            if (patience.WaitFor(entrance))
                return entrance;
        }
        catch (AbandonedMutexException)
        {
            // Its holder died; the room is ours now, and what the holder left is the business of the file's owner.
            return entrance;
        }

        entrance.Dispose();
        return null;
    }

    private static string RoomName(string path)
    {
        string full = Path.GetFullPath(path);
        string canonical = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? full.ToUpperInvariant() : full;
        // FNV-1a, 64 bits: loading a cryptographic library takes longer than everything else here, and two workspaces
        // that share a room by chance would only wait for each other.
        ulong hash = 14695981039346656037;
        foreach (char c in canonical)
            hash = (hash ^ c) * 1099511628211;
        // Without the prefix each log-on session (on Linux: each terminal) would have a room of its own.
        return $@"Global\tidy-{hash:x16}";
    }

    private static void Release(SafeFileHandle? lockFile, Mutex? waitingRoom)
    {
        // The file first: who comes out of the room must find it free.
        lockFile?.Dispose();
        Leave(waitingRoom);
    }

    private static void Leave(Mutex? entered)
    {
        if (entered is null)
            return;
        try
        {
            entered.ReleaseMutex();
        }
        catch (ApplicationException)
        {
            // Disposed on another thread: the room stays shut until that thread ends, but the lock itself is free.
        }

        entered.Dispose();
    }
}
