using Tidy.Core.Queue;

namespace Tidy.Core.Planning;

/// <summary>Which items a person asked to retry now, whatever their backoff: by id, by the start of one, by source, or all.</summary>
internal sealed class RetrySelection(RunRequest request)
{
    public bool Names(PendingMove item)
    {
        if (request.Command != RunCommand.Retry)
            return false;
        if (request.RetryAll)
            return item.Status != PendingStatus.Held;
        if (request.RetryIds.Count == 0)
            return item.Status == PendingStatus.Pending;
        return request.RetryIds.Any(name =>
            item.Id.StartsWith(name, StringComparison.OrdinalIgnoreCase) || Workspaces.WorkspacePath.Comparer.Equals(item.Source.Value, name));
    }
}
