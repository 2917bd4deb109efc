using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Locking;

/// <summary><c>queue.lock</c>: held for one transaction on the pending queue. Acquire and dispose on one thread.</summary>
public sealed class QueueLock : IDisposable
{
    public const string FileName = "queue.lock";

    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);

    private readonly OwnedLock held;

    private QueueLock(OwnedLock held) => this.held = held;

    /// <exception cref="TidyException">Somebody held it until the time was up: <see cref="ExitCode.Busy"/>, naming the holder.</exception>
    public static QueueLock Acquire(WorkspaceRoot root, IOsFiles files, TimeProvider clock, TimeSpan? timeout = null) =>
        new(OwnedLock.Acquire(Request(root, files, clock, timeout), FileName, SubjectOf(root)));

    /// <summary>Writes nothing, and creates nothing.</summary>
    /// <exception cref="TidyException">As for <see cref="Acquire"/>.</exception>
    public static void Check(WorkspaceRoot root, IOsFiles files, TimeProvider clock, TimeSpan? timeout = null) =>
        OwnedLock.Check(Request(root, files, clock, timeout), FileName, SubjectOf(root));

    /// <summary>See <see cref="OsLock.Waited"/>.</summary>
    internal TimeSpan Waited => held.Waited;

    public void Dispose() => held.Dispose();

    private static LockRequest Request(WorkspaceRoot root, IOsFiles files, TimeProvider clock, TimeSpan? timeout) =>
        new(root, files, clock, timeout ?? DefaultTimeout, "queue");

    private static string SubjectOf(WorkspaceRoot root) => $"The pending queue of '{root}'";
}
