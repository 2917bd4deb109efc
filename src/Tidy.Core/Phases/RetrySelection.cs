using Tidy.Core.Queue;

namespace Tidy.Core.Phases;

/// <summary>
/// Which items a person asked to retry now, whatever their backoff: by id, by the start of one, by source, or all. A build that retries asks
/// for none: what is free moves, and the rest waits for its time.
/// </summary>
/// <exception cref="TidyException">A name means no item, or several: nothing is tried then, as with every other change of the queue.</exception>
internal sealed class RetrySelection(RunRequest request, PendingQueue queue)
{
    private readonly List<PendingMove> named = QueueLookup.FindAll(queue, request.RetryIds);

    public bool Names(PendingMove item)
    {
        if (request.Command != RunCommand.Retry || request.IsOfBuild)
            return false;
        if (request.RetryAll)
            return item.Status != PendingStatus.Held;
        return named.Count == 0 ? item.Status == PendingStatus.Pending : named.Contains(item);
    }
}
