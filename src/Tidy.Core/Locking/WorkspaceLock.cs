using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Locking;

/// <summary><c>run.lock</c>: one run that writes, per workspace. Acquire and dispose on one thread.</summary>
public sealed class WorkspaceLock : IDisposable
{
    public const string FileName = "run.lock";

    private readonly OwnedLock held;

    private WorkspaceLock(OwnedLock held) => this.held = held;

    /// <exception cref="TidyException">Another run held it until the time was up: <see cref="ExitCode.Busy"/>, naming the holder.</exception>
    public static WorkspaceLock Acquire(WorkspaceRoot root, IOsFiles files, TimeProvider clock, TimeSpan timeout, string command) =>
        new(OwnedLock.Acquire(new LockRequest(root, files, clock, timeout, command), FileName, $"The workspace '{root}'"));

    /// <summary>See <see cref="OsLock.Waited"/>.</summary>
    internal TimeSpan Waited => held.Waited;

    public void Dispose() => held.Dispose();
}
