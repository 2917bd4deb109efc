using Tidy.Core.Locking;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Watching;

/// <summary><c>watch.lock</c>: one watch per workspace. Runs do not ask for it. Acquire and dispose on one thread.</summary>
internal sealed class WatchLock : IDisposable
{
    public const string FileName = "watch.lock";

    private readonly OwnedLock held;

    private WatchLock(OwnedLock held) => this.held = held;

    /// <exception cref="TidyException">Another watch has it: <see cref="ExitCode.Busy"/>, naming it. Nothing is waited for, since a watch does not end by itself.</exception>
    public static WatchLock Acquire(WorkspaceRoot root, IOsFiles files, TimeProvider clock)
    {
        LockRequest request = new(root, files, clock, TimeSpan.Zero, "watch");
        OwnedLock taken = OwnedLock.TryAcquire(request, FileName, out LockOwner? other) ?? throw new TidyException(
            Codes.AlreadyWatched,
            ExitCode.Busy,
            $"The workspace '{root}' is watched already, by {other?.ToString() ?? "a process that could not be named"}. One watch is enough; nothing was changed.");
        return new WatchLock(taken);
    }

    public void Dispose() => held.Dispose();
}
