using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Locking;

/// <summary>A lock in the state folder whose holder is named in a file beside it while it is held.</summary>
internal sealed class OwnedLock : IDisposable
{
    private readonly OsLock held;
    private readonly StateFile owner;
    private readonly IOsFiles files;

    private OwnedLock(OsLock held, StateFile owner, IOsFiles files) => (this.held, this.owner, this.files) = (held, owner, files);

    /// <summary>See <see cref="OsLock.Waited"/>.</summary>
    public TimeSpan Waited => held.Waited;

    /// <exception cref="TidyException">Busy until the time was up (exit 5), or locking is not possible.</exception>
    public static OwnedLock Acquire(LockRequest request, string fileName, string subject)
    {
        StateFolder.Ensure(request.Root, request.Files);
        string path = request.Root.State(fileName);
        StateFile note = NoteOf(path, request);
        RefuseLink(path, request);
        OsLock taken = OsLock.TryAcquire(path, request.Timeout, request.Clock) ?? throw Busy(subject, request.Timeout, LockOwner.TryRead(note));
        OwnedLock owned = new(taken, note, request.Files);
        try
        {
            LockOwner.Current(request.Command, request.Clock).TryWrite(note);
            return owned;
        }
        catch
        {
            owned.Dispose();
            throw;
        }
    }

    /// <summary>Whether the lock could be had in time, found out without leaving a trace: a lock file that is not there is held by nobody.</summary>
    /// <exception cref="TidyException">As for <see cref="Acquire"/>.</exception>
    public static void Check(LockRequest request, string fileName, string subject)
    {
        string path = request.Root.State(fileName);
        if (!StateFolder.Exists(request.Root, request.Files) || !request.Files.Stat(path, out _).IsOk)
            return;
        RefuseLink(path, request);
        using OsLock taken = OsLock.TryAcquire(path, request.Timeout, request.Clock) ?? throw Busy(subject, request.Timeout, LockOwner.TryRead(NoteOf(path, request)));
    }

    public void Dispose()
    {
        try
        {
            // Before the lock is free: afterwards it could be the next holder's.
            files.Remove(owner.FullPath);
        }
        finally
        {
            held.Dispose();
        }
    }

    private static StateFile NoteOf(string path, LockRequest request) => new(request.Root, path + ".owner.json", request.Clock, request.Files);

    private static TidyException Busy(string subject, TimeSpan timeout, LockOwner? owner) => new(
        Codes.WorkspaceBusy,
        ExitCode.Busy,
        $"{subject} is busy: held by {owner?.ToString() ?? "another process that could not be named"}. "
            + $"Waited {timeout.TotalSeconds:0.##} s; nothing was changed. Run it again when the other one is done.");

    /// <summary>Opening would follow a link, and create a file outside the workspace if it dangles.</summary>
    private static void RefuseLink(string path, LockRequest request)
    {
        if (!request.Files.Stat(path, out FileStat stat).IsOk || stat.Kind == FileKind.File)
            return;
        string message = $"The lock file '{path}' is refused: it is not a regular file. Remove it; nothing was changed.";
        throw new TidyException(Codes.PathRefused, ExitCode.Unexpected, message);
    }
}
