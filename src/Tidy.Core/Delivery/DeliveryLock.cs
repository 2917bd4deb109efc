using Tidy.Core.Locking;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Delivery;

/// <summary>
/// <c>deliver.lock</c>: one process delivers for a workspace. One more may wait for it, to tell what came up meanwhile; all others can go, for the one
/// that waits has not looked yet.
/// </summary>
public sealed class DeliveryLock : IDisposable
{
    private const string FileName = "deliver.lock";
    private const string NextFileName = "deliver-next.lock";

    private readonly OwnedLock held;

    private DeliveryLock(OwnedLock held) => this.held = held;

    /// <param name="patience">How long to wait for the one that delivers.</param>
    /// <returns>Null when somebody else waits already.</returns>
    /// <exception cref="TidyException">Another one delivered all that time: <see cref="ExitCode.Busy"/>.</exception>
    public static DeliveryLock? TryAcquire(WorkspaceRoot root, RunServices services, TimeSpan patience)
    {
        StateFolder.Ensure(root, services.Files);
        using OsLock? next = OsLock.TryAcquire(root.State(NextFileName), TimeSpan.Zero, services.Clock);
        return next is null ? null : Acquire(root, services, patience);
    }

    /// <exception cref="TidyException">Another one delivered all that time: <see cref="ExitCode.Busy"/>.</exception>
    public static DeliveryLock Acquire(WorkspaceRoot root, RunServices services, TimeSpan patience) =>
        new(OwnedLock.Acquire(new LockRequest(root, services.Files, services.Clock, patience, "deliver"), FileName, $"The delivery of notices of '{root}'"));

    public void Dispose() => held.Dispose();
}
