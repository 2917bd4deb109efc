using Tidy.Core.Workspaces;

namespace Tidy.Core.Queue;

/// <summary>Finds the one item that a person means.</summary>
internal static class QueueLookup
{
    private const int ShownIds = 5;

    /// <param name="key">An id, a source path, or the beginning of an id.</param>
    /// <exception cref="TidyException">No item, or more than one, is meant.</exception>
    public static PendingMove Find(PendingQueue queue, string key)
    {
        if (queue.FindById(key) is { } exact)
            return exact;
        List<PendingMove> found = [];
        if (WorkspacePath.TryParse(key, out WorkspacePath? source, out _))
            found.AddRange(queue.Items.Where(i => i.Source.Equals(source)));
        if (found.Count == 0 && key.Length > 0)
            found.AddRange(queue.Items.Where(i => i.Id.StartsWith(key, StringComparison.OrdinalIgnoreCase)));
        return found.Count == 1 ? found[0] : throw NotOne(key, found, queue);
    }

    public static List<PendingMove> FindAll(PendingQueue queue, IEnumerable<string> keys) =>
        [.. keys.Select(k => Find(queue, k)).Distinct()];

    private static TidyException NotOne(string key, List<PendingMove> found, PendingQueue queue)
    {
        string problem = found.Count > 1
            ? $"'{key}' means {found.Count} pending moves: {Ids(found)}. Give more of the id."
            : queue.Count == 0
                ? $"There is no pending move '{key}': the queue is empty."
                : $"There is no pending move '{key}': it is no id, no beginning of an id and no source path. There are: {Ids(queue.Items)}.";
        return new TidyException(Codes.Usage, ExitCode.Usage, problem);
    }

    private static string Ids(IReadOnlyCollection<PendingMove> items)
    {
        string more = items.Count > ShownIds ? $" and {items.Count - ShownIds} more" : "";
        return string.Join(", ", items.Take(ShownIds).Select(i => $"{i.Id} ({i.Source})")) + more;
    }
}
