namespace Tidy.Core.Queue;

/// <summary>What the bytes of a queue file say.</summary>
/// <param name="Queue">Null when the file as a whole cannot be read.</param>
/// <param name="Problem">Why not, completing "the queue cannot be read: …".</param>
internal sealed record DecodedQueue(PendingQueue? Queue, IReadOnlyList<DamagedItem> Damaged, string? Problem)
{
    public static DecodedQueue Unreadable(string problem) => new(null, [], problem);
}
